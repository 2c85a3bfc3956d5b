import ArgumentParser
import Diagnostics
import FileAccess
import Glibc
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
    var output = StandardOutput()
    var status = ExitStatus.done
    for file in files.isEmpty ? ["-"] : files {
      let outcome = try translate(file, guest, &output)
      if status == .done || outcome == .usage { status = outcome }
    }
    try output.flush()
    if status != .done { throw status }
  }

  private func translate(
    _ file: String,
    _ guest: GuestSettings,
    _ output: inout StandardOutput
  ) throws -> ExitStatus {
    let isStandardInput = file == "-"
    let name = isStandardInput ? "<stdin>" : file
    var status = ExitStatus.done
    do {
      let descriptor = isStandardInput ? STDIN_FILENO : try Files.open(file)
      defer { if !isStandardInput { close(descriptor) } }
      var stream = JSONItemStream(fileDescriptor: descriptor)
      var isEmpty = true
      while let item = try stream.nextTranslated(guest: guest, host: options.host) {
        isEmpty = false
        if case .failure = item.document { status = .failed }
        try write(item, name, &output)
        if stream.isDrained { try output.flush() }
      }
      if isEmpty { throw Diagnostic.emptyInput(name) }
      return status
    } catch let error as Diagnostic {
      try output.flush()
      StandardError.write("error", error)
      return .usage
    }
  }

  private func write(
    _ item: TranslatedItem,
    _ name: String,
    _ output: inout StandardOutput
  ) throws(ExitStatus) {
    let place = "\(name):\(item.line)"
    switch (format, item.document) {
    case (.json, _): try output.write(item.json + "\n")
    case (.xml, .success(let xml)):
      for warning in item.warnings { StandardError.write("warning", warning, at: place) }
      try output.write(xml)
    case (.xml, .failure(let error)): StandardError.write("error", error, at: place)
    }
  }
}
