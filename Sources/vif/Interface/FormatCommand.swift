import ArgumentParser
import Diagnostics
import InterfaceXML
import JSONText

/// `vif format`: interfaces as libvirt prints them.
struct FormatCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "format",
    abstract: "Writes interfaces as libvirt prints them back after they were defined.",
    discussion: """
      The input is an <interface>, a list of devices or a whole <domain>; of those, the interfaces \
      are written. With --format json it is lines of {"id", "xml"}, other keys are passed over, and \
      the answer is a line for each: {"id", "xml"} or {"id", "error"}. What libvirt refuses makes \
      the exit status 1.
      """
  )

  /// How input and answers are written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case xml, json
  }

  @OptionGroup var options: InterfaceOptions

  @Flag(help: "Write @RANDOM-MAC@ and @RANDOM-UUID@ for what libvirt would make up.")
  var placeholders = false

  @Option(help: "XML in and out, or lines of JSON in and out.")
  var format = Format.xml

  @OptionGroup var jobs: JobsOption

  @Argument(
    help: ArgumentHelp("The input; '-' or nothing is the standard input.", valueName: "file")
  )
  var files: [String] = []

  func run() throws { try task.run() }

  /// What was asked for.
  var task: FormatTask {
    FormatTask(
      libvirt: options.libvirt,
      placeholders: placeholders,
      format: format,
      jobs: jobs.choice,
      files: files
    )
  }
}

/// What `vif format` does.
struct FormatTask {
  let libvirt: LibvirtVersion
  let placeholders: Bool
  let format: FormatCommand.Format
  let jobs: Jobs
  let files: [String]
}

extension FormatTask: PlainTask {
  init(plain arguments: inout PlainArguments) throws {
    libvirt = try LibvirtVersion(plain: &arguments)
    placeholders = arguments.flag("--placeholders")
    format = try arguments.value("--format") ?? .xml
    jobs = try Jobs(plain: &arguments)
    files = try arguments.operands()
  }

  func run() throws {
    libvirt.warnIfNewer()
    switch format {
    case .json:
      let task = self
      var run = ItemRun(files: files, of: InterfaceItem<String>.form)
      try run.each(jobs: jobs.count) { stream, output throws(Diagnostic) in
        let item = try stream.nextInterface { text throws(Diagnostic) in
          try task.formatted(InterfaceDocument(parsing: text))
        }
        guard let item else { return false }
        output.write(item.json { "\"xml\":\(quoted($0))" } + "\n")
        output.add(item, isTold: false)
        return true
      }
      try run.finish()
    case .xml:
      var run = DocumentRun(files: files)
      try run.each { text, name, output throws(ExitStatus) in
        let xml: String
        do throws(Diagnostic) {
          let document = try InterfaceDocument(parsing: text)
          guard !document.interfaces.isEmpty else {
            StandardError.write("error", .emptyDocument, at: name)
            return .usage
          }
          xml = try formatted(document)
        } catch {
          StandardError.write("error", error, at: name)
          return .failed
        }
        try output.write(xml)
        return .done
      }
      try run.finish()
    }
  }

  private func formatted(_ document: InterfaceDocument) throws(Diagnostic) -> String {
    var xml = ""
    // libvirt itself cannot read what had to be repaired.
    if let repair = document.repairs.first { throw repair }
    for place in document.interfaces {
      let defined = DefinedInterface(place.element, libvirt: libvirt)
      do throws(Diagnostic) {
        xml += try defined.xml(placeholders: placeholders)
      } catch {
        throw error.at(JSONPointer(place.path.components + error.path.components))
      }
    }
    return xml
  }
}
