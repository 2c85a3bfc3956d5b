import Testing
import ToolRun

/// Python's jsonschema, asked what it makes of documents.
struct SchemaValidator {
  struct Failure: Error {
    let errors: String
  }

  static let requirement: Testing.Comment =
    "needs Python's jsonschema 4 (Debian: python3-jsonschema)"

  /// Debian's Python has Debian's packages; another one may have its own.
  private static let pythons = ["/usr/bin/python3", "python3"]

  private let python: String

  /// Nil where there is no validator.
  static var found: SchemaValidator? { get async { await search.value } }

  private static let search = Task { await SchemaValidator() }

  private init?() async {
    for python in Self.pythons {
      let run = try? await Command(python, [Self.script("validate")])
      if run?.status == 0 {
        self.python = python
        return
      }
    }
    return nil
  }

  /// What is wrong with each of the documents; nil for nothing.
  func faults(of documents: [String], against schema: String) async throws -> [String?] {
    let lines = try await run(
      "validate",
      on: [schema, Self.lines(documents)]
    )
    return lines.map { $0 == "ok" ? nil : $0 }
  }

  /// The documents, and each with one value in it replaced, removed or added.
  ///
  /// Values that lie deeper stay as they are.
  func mutants(of documents: [String], depth: Int) async throws -> [String] {
    try await run("mutants", on: [Self.lines(documents)], ["\(depth)"])
  }

  private func run(
    _ script: String,
    on texts: [String],
    _ arguments: [String] = []
  ) async throws -> [String] {
    let folder = try TemporaryFolder()
    defer { withExtendedLifetime(folder) {} }
    let paths = try texts.enumerated().map { try folder.write($1, to: "\($0).json") }
    let run = try await Command(python, [Self.script(script)] + paths + arguments)
    guard run.status == 0 else { throw Failure(errors: run.errors) }
    return run.output.split(separator: "\n").map(String.init)
  }

  /// Each document on a line: between JSON's tokens, a line's end is a blank as any other.
  private static func lines(_ documents: [String]) -> String {
    documents.map { $0.split(separator: "\n").joined(separator: " ") + "\n" }.joined()
  }

  private static func script(_ name: String) -> String {
    let path = #filePath.split(separator: "/").dropLast().joined(separator: "/")
    return "/\(path)/\(name).py"
  }
}
