import Diagnostics
import FileAccess
import JSONText

/// What a run through items has to say: the output, and what is told on the standard error output.
struct RunOutput: ~Copyable, Sendable {
  /// So many bytes are written at once.
  static let capacity = 1 << 16

  /// So much is told at once.
  private static let tellingCapacity = 64

  /// What is for the standard output.
  var bytes = ByteBuffer(capacity: capacity)
  /// Room for a part of it that is yet to be put into form.
  var scratch = ByteBuffer()
  /// What is told, in its order.
  private(set) var tellings: [Telling] = []
  /// How many items there were, and how many of them were wrong.
  private(set) var count = ItemCount()

  /// A warning or a fault, and the line that it is on.
  struct Telling: Sendable {
    let level: String
    let diagnostic: Diagnostic
    let line: Int

    /// Tells it on the standard error output.
    func tell(of name: String) {
      StandardError.write(level, diagnostic, at: "\(name):\(line)")
    }
  }

  /// Whether it is time to write it.
  var isFull: Bool { bytes.count >= Self.capacity || tellings.count >= Self.tellingCapacity }

  /// Whether it takes much more memory than the items that it is of, as where all of many short ones are
  /// wrong.
  var isLarge: Bool { bytes.count >= 1 << 20 || tellings.count >= 1 << 12 }

  /// Adds a text for the standard output.
  mutating func write(_ text: String) { bytes.append(text) }

  /// Adds what is in ``scratch``, as a JSON string.
  mutating func quoteScratch() { bytes.append(quoted: scratch) }

  /// Counts an item that was dealt with, and keeps what is to be told of it.
  ///
  /// - Parameter isTold: Whether its warnings and its fault are to be told.
  mutating func add(
    line: Int,
    warnings: [Diagnostic],
    failure: Diagnostic?,
    isTold: Bool
  ) {
    count.all += 1
    if failure != nil { count.wrong += 1 }
    guard isTold else { return }
    for warning in warnings {
      tellings.append(Telling(level: "warning", diagnostic: warning, line: line))
    }
    if let failure { tellings.append(Telling(level: "error", diagnostic: failure, line: line)) }
  }

  /// Counts an item that was dealt with, and keeps what is to be told of it.
  mutating func add(_ item: some RunItem, isTold: Bool) {
    add(line: item.line, warnings: item.warnings, failure: item.failure, isTold: isTold)
  }

  /// Counts what was dealt with among the wrong, though it could be read.
  mutating func addWrong() { count.wrong += 1 }

  /// Takes what is to be told.
  mutating func takeTellings() -> [Telling] {
    defer { tellings.removeAll() }
    return tellings
  }

  /// Takes the count.
  mutating func takeCount() -> ItemCount {
    defer { count = ItemCount() }
    return count
  }
}

/// How many items there were, and how many of them were wrong.
struct ItemCount: Sendable {
  var all = 0
  var wrong = 0

  static func += (left: inout ItemCount, right: ItemCount) {
    left.all += right.all
    left.wrong += right.wrong
  }
}
