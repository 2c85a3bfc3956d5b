import Diagnostics
import FileAccess

/// A run through documents, one a file: a bad one does not stop the others.
struct DocumentRun: ~Copyable {
  /// The longest document that is read, in bytes, and a little more, so that the reader can say so.
  private static let limit = 5 << 20

  private let files: [String]
  private var output = StandardOutput()
  private var status = ExitStatus.done

  /// A run through these files; `-`, or none, is the standard input.
  init(files: [String]) { self.files = files.isEmpty ? ["-"] : files }

  /// Reads each document and deals with it.
  ///
  /// - Parameter body: Gets the text and the name of a document, and says what status that calls
  ///   for.
  mutating func each(
    _ body: (String, String, inout StandardOutput) throws(ExitStatus) -> ExitStatus
  ) throws(ExitStatus) {
    for file in files {
      let text: String
      do throws(Diagnostic) {
        text = try Self.text(of: file)
      } catch {
        try output.flush()
        StandardError.write("error", error)
        status = .usage
        continue
      }
      let result = try body(text, Self.name(of: file), &output)
      if status == .done || result == .usage { status = result }
    }
  }

  /// What a file is called in messages.
  static func name(of file: String) -> String { file == "-" ? "<stdin>" : file }

  /// The text of a file; `-` is the standard input.
  ///
  /// - Throws: `file.…`, `input.…`.
  static func text(of file: String) throws(Diagnostic) -> String {
    file == "-"
      ? try Files.readStandardInput(limit: limit) : try Files.readText(file, limit: limit)
  }

  /// Ends the run, with the status that its documents call for.
  consuming func finish() throws(ExitStatus) {
    try output.flush()
    if status != .done { throw status }
  }
}

extension Diagnostic {
  /// There is no interface in a document.
  static var emptyDocument: Diagnostic {
    Diagnostic(
      .inputEmpty,
      "there is no interface in it",
      bound: "an interface, or devices or a domain with one"
    )
  }
}
