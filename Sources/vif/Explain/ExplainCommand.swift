import ArgumentParser
import Diagnostics
import InterfaceXML

/// `vif explain`: what a code means.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Explains a code that an error, a warning or a finding ends with.",
    discussion: """
      Says what is the matter, why, and what to do about it, with an input that gives the code. \
      Without a code it lists all of them. The exit status is 3 when there is no such code.
      """
  )

  /// How the answer is written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  @Option(help: "Text, or a line of JSON for each code.")
  var format = Format.text

  @Argument(
    help: "The code, as mac.multicast.",
    completion: .list(CodeExplanation.all.map(\.code.rawValue))
  )
  var code: String?

  func run() throws {
    guard let code else { return try list() }
    guard let explanation = CodeExplanation.all.first(where: { $0.code.rawValue == code }) else {
      StandardError.write("error", Self.unknown(code))
      throw ExitStatus.notFound
    }
    switch format {
    case .json: try StandardOutput.write("\(explanation.json)\n")
    case .text: try StandardOutput.write(explanation.page)
    }
  }

  private func list() throws(ExitStatus) {
    var output = StandardOutput()
    for explanation in CodeExplanation.all {
      switch format {
      case .json: try output.write("\(explanation.json)\n")
      case .text: try output.write(explanation.row + "\n")
      }
    }
    try output.flush()
  }

  private static func unknown(_ code: String) -> Diagnostic {
    let codes = CodeExplanation.all.map(\.code.rawValue)
    let guess =
      nearest(to: code, among: codes) ?? codes.first { !code.isEmpty && $0.contains(code) }
    return Diagnostic(
      .codeUnknown,
      "there is no code '\(Diagnostic.shortened(code))'",
      value: code,
      remedy: guess.map { "did you mean '\($0)'?" } ?? "'vif explain' lists them all"
    )
  }
}

extension CodeExplanation {
  /// The code and the first sentence.
  fileprivate var row: String {
    let margin = 30
    let code = code.rawValue
    return code + String(repeating: " ", count: max(1, margin - code.count))
      + summary.wrapped(indent: margin)
  }

  /// The whole explanation, for people.
  fileprivate var page: String {
    let levels = levels.isEmpty ? "" : " (\(levels.joined(separator: ", ")) in 'vif check')"
    let parts = [code.rawValue + levels, text.wrapped()] + examples.map { $0.section(of: code) }
    return parts.joined(separator: "\n\n") + "\n"
  }

  /// The whole explanation, for programs.
  fileprivate var json: JSONLine {
    .object([
      "code": .string(code.rawValue), "levels": .array(levels.map { .string($0) }),
      "summary": .string(summary), "text": .string(text),
      "examples": .array(examples.map { $0.json(of: code) }),
    ])
  }

  /// The levels at which `vif check` tells the code, as the examples show.
  private var levels: [String] {
    var levels: [String] = []
    for example in examples {
      guard case .document = example, let level = example.answer(with: code)?.level,
        !levels.contains(level)
      else { continue }
      levels.append(level)
    }
    return levels
  }
}

extension CodeExplanation.Example {
  /// What the example is, for programs and for people, its text, and libvirt's version.
  private var parts: (kind: String, title: String, text: String, libvirt: String?) {
    switch self {
    case .document(let text, let libvirt):
      let version = libvirt ?? "\(LibvirtVersion.newest)"
      return ("document", "Example, for libvirt \(version):", text, version)
    case .settings(let text): return ("settings", "Example, in the guest settings:", text, nil)
    case .object(let text): return ("object", "Example, as an os-vif object:", text, nil)
    }
  }

  fileprivate func section(of code: Diagnostic.Code) -> String {
    let answer = answer(with: code).map { answer in
      "    " + "\(answer.level): \(answer.diagnostic)".wrapped(indent: 4)
    }
    return [parts.title, parts.text.indented(by: 4), answer].compactMap(\.self)
      .joined(separator: "\n\n")
  }

  fileprivate func json(of code: Diagnostic.Code) -> JSONLine {
    let answer = answer(with: code)
    return .object([
      "kind": .string(parts.kind), "text": .string(parts.text), "libvirt": .string(parts.libvirt),
      "level": .string(answer?.level), "message": .string(answer?.diagnostic.message),
      "path": .string(answer.map { "\($0.diagnostic.path)" }),
    ])
  }
}

extension Diagnostic.Code {
  /// A code that there is not.
  static let codeUnknown = Diagnostic.Code(rawValue: "code.unknown")
}
