import ArgumentParser
import Diagnostics
import FileAccess
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

  @OptionGroup var jobs: JobsOption

  @Argument(
    help: ArgumentHelp("The input; '-' or nothing is the standard input.", valueName: "file")
  )
  var files: [String] = []

  func run() throws { try task.run() }

  /// What was asked for.
  var task: XMLTask {
    XMLTask(settings: options.settings, format: format, jobs: jobs.choice, files: files)
  }
}

/// What `vif xml` does.
struct XMLTask {
  let settings: TranslationSettings
  let format: XMLCommand.Format
  let jobs: Jobs
  let files: [String]
}

extension XMLTask: PlainTask {
  init(plain arguments: inout PlainArguments) throws {
    settings = try TranslationSettings(plain: &arguments)
    format = try arguments.value("--format") ?? .xml
    jobs = try Jobs(plain: &arguments)
    files = try arguments.operands()
  }

  func run() throws {
    let (guest, host, format) = (try settings.guestSettings(), settings.host, format)
    var run = ItemRun(files: files)
    try run.each(jobs: jobs.count) { stream, output throws(Diagnostic) in
      switch format {
      case .xml: try stream.writeXML(to: &output, guest, host)
      case .json: try stream.writeJSON(to: &output, guest, host)
      }
    }
    try run.finish()
  }
}

extension JSONItemStream {
  /// Writes the document of the next item; false when there is none.
  fileprivate mutating func writeXML(
    to output: inout RunOutput,
    _ guest: GuestSettings,
    _ host: SysfsHostDevices
  ) throws(Diagnostic) -> Bool {
    guard let item = try translateNext(into: &output.bytes, guest: guest, host: host) else {
      return false
    }
    output.add(line: item.line, warnings: item.warnings, failure: item.failure, isTold: true)
    return true
  }

  /// Writes the answer to the next item as a line of JSON; false when there is none.
  fileprivate mutating func writeJSON(
    to output: inout RunOutput,
    _ guest: GuestSettings,
    _ host: SysfsHostDevices
  ) throws(Diagnostic) -> Bool {
    output.scratch.truncate(to: 0)
    guard let item = try translateNext(into: &output.scratch, guest: guest, host: host) else {
      return false
    }
    output.write("{\"id\":")
    output.write(item.id ?? "null")
    switch item.result {
    case .failure(let error): output.write(",\"error\":\(error.json())}\n")
    case .success(let warnings):
      output.write(",\"xml\":")
      output.quoteScratch()
      output.write(",\"warnings\":[")
      if !warnings.isEmpty { output.write(warnings.map { $0.json() }.joined(separator: ",")) }
      output.write("]}\n")
    }
    output.add(line: item.line, warnings: [], failure: item.failure, isTold: false)
    return true
  }
}
