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
    transform: Finding.Level.init(argument:)
  )
  var failOn = Finding.Level.error

  @Option(help: "Text, or lines of JSON in and out.")
  var format = Format.text

  @OptionGroup var jobs: JobsOption

  @Argument(
    help: ArgumentHelp("The input; '-' or nothing is the standard input.", valueName: "file")
  )
  var files: [String] = []

  func run() throws { try task.run() }

  /// What was asked for.
  var task: CheckTask {
    CheckTask(
      libvirt: options.libvirt,
      judgeChoice: judgeOptions.choice,
      failOn: failOn,
      format: format,
      jobs: jobs.choice,
      files: files
    )
  }
}

/// What `vif check` does.
struct CheckTask {
  let libvirt: LibvirtVersion
  let judgeChoice: JudgeChoice
  let failOn: Finding.Level
  let format: InterfaceCheckCommand.Format
  let jobs: Jobs
  let files: [String]
}

extension CheckTask: PlainTask {
  init(plain arguments: inout PlainArguments) throws {
    libvirt = try LibvirtVersion(plain: &arguments)
    judgeChoice = try JudgeChoice(plain: &arguments)
    failOn = try arguments.value("--fail-on", transform: Finding.Level.init(argument:)) ?? .error
    format = try arguments.value("--format") ?? .text
    jobs = try Jobs(plain: &arguments)
    files = try arguments.operands()
  }

  func run() throws {
    let judges = try judgeChoice.judges()
    libvirt.warnIfNewer()
    switch format {
    case .json:
      let task = self
      var run = ItemRun(files: files, of: InterfaceItem<[Finding]>.form)
      try run.each(jobs: jobs.count) { stream, output throws(Diagnostic) in
        let item = try stream.nextInterface { text throws(Diagnostic) in
          task.findings(text, judges)
        }
        guard let item else { return false }
        output.write(item.json(Self.members) + "\n")
        output.add(item, isTold: false)
        if case .success(let findings) = item.answer, task.fails(findings) { output.addWrong() }
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
          findings = Finding.findings(in: document, libvirt: libvirt, judges)
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
    Finding.findings(in: text, libvirt: libvirt, judges)
  }

  /// The findings as members of an object.
  private static func members(_ findings: [Finding]) -> String {
    let verdict = findings.contains { $0.level == .error } ? "error" : "ok"
    let list = findings.map(\.json).joined(separator: ",")
    return "\"verdict\":\"\(verdict)\",\"findings\":[\(list)]"
  }
}

extension Finding.Level {
  /// Reads an argument; what is no level is wrong usage.
  fileprivate init(argument text: String) throws {
    guard let level = Self(rawValue: text) else {
      throw ValidationError("there is no level '\(text)'")
    }
    self = level
  }

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
