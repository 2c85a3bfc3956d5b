import ArgumentParser
import JSONText
import VIFTranslator

/// `vif xml`: os-vif primitives in, libvirt documents out.
struct XMLCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "xml",
    abstract: "Writes the libvirt XML of os-vif objects.",
    discussion: """
      Each item of the input is an os-vif primitive, or an object of "vif" (the primitive) and, if \
      need be, "id", "guest" (settings) and "host" (devices: {"netdev": {PCI: name}, "vdpa": {PCI: \
      path}}). A file holds one item, an array of items, or one item a line. Documents come in the \
      order of the items; a bad item does not stop the others, and makes the exit status 1.
      """
  )

  /// How the answers are written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case xml, json
  }

  @OptionGroup var options: TranslationOptions

  @Option(help: "The documents alone, or a line of JSON for each item.")
  var format = Format.xml

  @Argument(
    help: ArgumentHelp("The input; '-' or nothing is the standard input.", valueName: "file")
  )
  var files: [String] = []

  func run() throws {
    let guest = try options.guestSettings()
    var run = ItemRun(files: files)
    try run.each { stream in
      try stream.nextTranslated(guest: guest, host: options.host)
    } write: { item, output in
      switch (format, item.document) {
      case (.json, _): try output.write(item.json + "\n")
      case (.xml, .success(let xml)): try output.write(xml)
      case (.xml, .failure): break
      }
      return format == .xml
    }
    try run.finish()
  }
}
