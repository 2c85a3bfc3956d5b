import ArgumentParser
import Diagnostics
import InterfaceXML
import JSONText

/// `vif check`: what libvirt will say to interfaces, and what it will not say.
struct InterfaceCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Tells what libvirt makes of interfaces before it sees them.",
    discussion: """
      Says what a version of libvirt refuses when an interface is defined (error), drops without a \
      word (dropped) or writes in another way (changed), and what follows from the rest (note). The \
      input is an <interface>, a list of devices or a whole <domain>; with --format json it is lines \
      of {"id", "xml"}, and the answer is a line for each: {"id", "verdict": "ok" or "error", \
      "findings": [{"level", "code", "message", "path"}]}. 'vif explain CODE' tells more of a code.
      """
  )

  /// How input and answers are written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  @OptionGroup var options: InterfaceOptions

  @OptionGroup var judgeOptions: JudgeOptions

  @Option(
    help: ArgumentHelp(
      "From which level on a finding makes the exit status 1: error, dropped, changed or note.",
      valueName: "level"
    ),
    transform: { text in
      guard let level = Finding.Level(rawValue: text) else {
        throw ValidationError("there is no level '\(text)'")
      }
      return level
    }
  )
  var failOn = Finding.Level.error

  @Option(help: "Text, or lines of JSON in and out.")
  var format = Format.text

  @OptionGroup var jobs: JobsOption

  @Argument(
    help: ArgumentHelp("The input; '-' or nothing is the standard input.", valueName: "file")
  )
  var files: [String] = []

  func run() throws {
    let judges = try judgeOptions.judges()
    options.warnOfNewerVersion()
    switch format {
    case .json:
      let command = self
      var run = ItemRun(files: files, of: InterfaceItem<[Finding]>.form)
      try run.each(jobs: jobs.count) { stream, output throws(Diagnostic) in
        let item = try stream.nextInterface { text throws(Diagnostic) in
          command.findings(text, judges)
        }
        guard let item else { return false }
        output.write(command.line(item) + "\n")
        output.add(item, isTold: false)
        if case .success(let findings) = item.answer, command.fails(findings) { output.addWrong() }
        return true
      }
      try run.finish()
    case .text:
      var run = DocumentRun(files: files)
      try run.each { text, name, output throws(ExitStatus) in
        let findings: [Finding]
        do throws(Diagnostic) {
          let document = try InterfaceDocument(parsing: text)
          guard !document.interfaces.isEmpty else {
            StandardError.write("error", .emptyDocument, at: name)
            return .usage
          }
          findings = Finding.findings(in: document, libvirt: options.libvirt, judges)
        } catch {
          findings = [Finding(.error, error)]
        }
        for finding in findings { try output.write(finding.line(at: name) + "\n") }
        return fails(findings) ? .failed : .done
      }
      try run.finish()
    }
  }

  private func fails(_ findings: [Finding]) -> Bool {
    findings.contains { $0.level.severity >= failOn.severity }
  }

  private func findings(_ text: String, _ judges: FurtherJudges) -> [Finding] {
    Finding.findings(in: text, libvirt: options.libvirt, judges)
  }

  private func line(_ item: InterfaceItem<[Finding]>) -> String {
    let id = item.id ?? "null"
    switch item.answer {
    case .failure(let error): return "{\"id\":\(id),\"error\":\(error.json())}"
    case .success(let findings):
      let verdict = findings.contains { $0.level == .error } ? "error" : "ok"
      let list = findings.map(\.json).joined(separator: ",")
      return "{\"id\":\(id),\"verdict\":\"\(verdict)\",\"findings\":[\(list)]}"
    }
  }
}

extension Finding.Level {
  /// The order of the levels, the gravest highest.
  fileprivate var severity: Int {
    switch self {
    case .note: 0
    case .changed: 1
    case .dropped: 2
    case .error: 3
    }
  }
}

extension Finding {
  /// The finding as an object of JSON.
  var json: String {
    let object = JSONLine.object([
      "level": .string(level.rawValue), "code": .string("\(diagnostic.code)"),
      "message": .string(diagnostic.message), "path": .string("\(diagnostic.path)"),
    ])
    return "\(object)"
  }

  /// The finding as compilers print them.
  func line(at place: String) -> String {
    let path = diagnostic.path.isRoot ? "" : "\(diagnostic.path): "
    return "\(place): \(level.rawValue): \(path)\(diagnostic.message) [\(diagnostic.code)]"
      .withoutControls
  }
}
