import Diagnostics
import FileAccess
import Glibc
import JSONText

/// An item that was dealt with.
protocol RunItem {
  /// The line that the item, or its fault, is on.
  var line: Int { get }
  /// What is wrong with it.
  var failure: Diagnostic? { get }
  /// What is worth knowing.
  var warnings: [Diagnostic] { get }
}

/// A run through the items of files, in their order: a bad item does not stop the others.
struct ItemRun: ~Copyable {
  /// What a file may hold.
  static let primitives = "an os-vif primitive, an array of items, or one item a line"

  private let files: [String]
  private let form: String
  private var output = StandardOutput()
  private var status = ExitStatus.done

  /// A run through these files; `-`, or none, is the standard input.
  ///
  /// - Parameter form: What a file may hold, for whoever gives an empty one.
  init(files: [String], of form: String = ItemRun.primitives) {
    self.files = files.isEmpty ? ["-"] : files
    self.form = form
  }

  /// Reads and writes each item.
  ///
  /// - Parameters:
  ///   - next: Reads the next item and deals with it; nil behind the last.
  ///   - write: Writes what became of an item, and says whether its warnings and its fault are to
  ///     be told on the standard error output.
  mutating func each<Item: RunItem>(
    _ next: (inout JSONItemStream) throws -> Item?,
    write: (Item, inout StandardOutput) throws -> Bool
  ) throws {
    for file in files {
      let isStandardInput = file == "-"
      let descriptor: CInt
      do throws(Diagnostic) {
        descriptor = isStandardInput ? STDIN_FILENO : try Files.open(file)
      } catch {
        try fail(with: error)
        continue
      }
      defer { if !isStandardInput { close(descriptor) } }
      let name = isStandardInput ? "<stdin>" : file
      do {
        var stream = JSONItemStream(fileDescriptor: descriptor)
        try each(of: &stream, name, next, write)
      } catch let error as Diagnostic {
        try fail(with: error, at: name)
      }
    }
  }

  private mutating func fail(with error: Diagnostic, at place: String? = nil) throws(ExitStatus) {
    try output.flush()
    StandardError.write("error", error, at: place)
    status = .usage
  }

  private mutating func each<Item: RunItem>(
    of stream: inout JSONItemStream,
    _ name: String,
    _ next: (inout JSONItemStream) throws -> Item?,
    _ write: (Item, inout StandardOutput) throws -> Bool
  ) throws {
    while let item = try next(&stream) {
      if item.failure != nil, status == .done { status = .failed }
      if try write(item, &output) { tell(item, at: "\(name):\(item.line)") }
      if stream.isDrained { try output.flush() }
    }
    if stream.isBlank { throw Diagnostic.emptyInput(form) }
  }

  private func tell(_ item: some RunItem, at place: String) {
    for warning in item.warnings { StandardError.write("warning", warning, at: place) }
    if let failure = item.failure { StandardError.write("error", failure, at: place) }
  }

  /// Ends the run, with the status that its items call for.
  consuming func finish() throws(ExitStatus) {
    try output.flush()
    if status != .done { throw status }
  }
}

extension Diagnostic {
  /// There is no item in the input.
  static func emptyInput(_ form: String) -> Diagnostic {
    Diagnostic(.inputEmpty, "there is nothing in it", bound: form)
  }
}

extension Diagnostic.Code {
  /// An input without an item.
  static let inputEmpty = Diagnostic.Code(rawValue: "input.empty")
}
