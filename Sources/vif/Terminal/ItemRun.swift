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
      try open(file) { run, descriptor, name in
        var stream = JSONItemStream(fileDescriptor: descriptor)
        try run.each(of: &stream, name, next, write)
      }
    }
  }

  /// Opens a file for as long as something is done with it; what cannot be read is told.
  private mutating func open(
    _ file: String,
    _ body: (inout ItemRun, CInt, String) throws -> Void
  ) throws {
    let isStandardInput = file == "-"
    let descriptor: CInt
    do throws(Diagnostic) {
      descriptor = isStandardInput ? STDIN_FILENO : try Files.open(file)
    } catch {
      return try fail(with: error)
    }
    defer { if !isStandardInput { close(descriptor) } }
    let name = isStandardInput ? "<stdin>" : file
    do {
      try body(&self, descriptor, name)
    } catch let error as Diagnostic {
      try fail(with: error, at: name)
    }
  }

  /// Deals with each item, of lines of JSON with several at once.
  ///
  /// Output and faults come in the order of the items.
  ///
  /// - Parameter jobs: How many blocks of lines are worked on at once.
  mutating func each(jobs: Int, _ step: @escaping ItemStep) throws {
    for file in files {
      try open(file) { run, descriptor, name in
        var progress = ProgressLine(of: descriptor)
        defer { progress?.hide() }
        try run.each(of: JSONItemStream(fileDescriptor: descriptor), name, jobs, &progress, step)
      }
    }
  }

  private mutating func each(
    of stream: consuming JSONItemStream,
    _ name: String,
    _ jobs: Int,
    _ progress: inout ProgressLine?,
    _ step: @escaping ItemStep
  ) throws {
    var queue = BlockQueue(jobs: jobs)
    var answer = RunOutput()
    var end: Result<Bool, Diagnostic> = .success(true)
    while case .success(true) = end {
      let isBlock = Result { () throws(Diagnostic) in
        jobs > 1 ? try queue.add(from: &stream, step) : false
      }
      if case .success(true) = isBlock {
        // What was dealt with by itself came before.
        try write(&answer, of: name, &progress, stream.used)
        if queue.isFull { try write(next: &queue, step, of: name, &progress, stream.used) }
        continue
      }
      while !queue.isEmpty { try write(next: &queue, step, of: name, &progress, stream.used) }
      end = Result { () throws(Diagnostic) in
        _ = try isBlock.get()
        return try step(&stream, &answer)
      }
      if answer.isFull || stream.isDrained { try write(&answer, of: name, &progress, stream.used) }
    }
    // Also when the input cannot be read any further.
    try write(&answer, of: name, &progress, stream.used)
    _ = try end.get()
    if stream.isBlank { throw Diagnostic.emptyInput(form) }
  }

  private mutating func write(
    next queue: inout BlockQueue,
    _ step: ItemStep,
    of name: String,
    _ progress: inout ProgressLine?,
    _ bytes: Int
  ) throws {
    try queue.next(step) { answer in try write(&answer, of: name, &progress, bytes) }
  }

  private mutating func write(
    _ answer: inout RunOutput,
    of name: String,
    _ progress: inout ProgressLine?,
    _ bytes: Int
  ) throws(ExitStatus) {
    let count = answer.takeCount()
    progress?.add(count, bytes: bytes)
    if !answer.tellings.isEmpty { progress?.hide() }
    if count.wrong > 0, status == .done { status = .failed }
    let result = answer.bytes.withBytes { bytes in
      Result { () throws(ExitStatus) in try output.write(bytes) }
    }
    answer.bytes.truncate(to: 0)
    try result.get()
    answer.takeTellings().forEach { $0.tell(of: name) }
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
