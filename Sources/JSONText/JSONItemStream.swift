public import Diagnostics

/// The items of a file, one after the other, in memory for the longest of them: JSON values with blanks between
/// them (one value, JSON lines), or the elements of arrays.
///
/// An item that is wrong does not stop the others. Where its end cannot be told, a line that
/// begins like an item is taken for one; within an array there is no such help, and the fault says
/// that reading ends. An array is taken for one only where nothing but arrays came before: among
/// other items it is an item.
@usableFromInline
package struct JSONItemStream: ~Copyable {
  /// No item may be longer, in bytes.
  package static let maximumItemSize = 16 << 20

  enum Mode {
    case values
    case array(Place)
    case finished

    var isOfValues: Bool { if case .values = self { true } else { false } }
  }

  /// What may come next in an array.
  enum Place {
    case itemOrEnd, item, commaOrEnd
  }

  var window: ByteWindow
  var mode = Mode.values
  var hasStarted = false
  var mayBeArray = true
  private var isEmpty = true
  /// The offset in the file before which no block can end.
  var cutless = 0
  /// Whether it is a block, behind which another item would begin.
  var isBlock = false
  /// What is known of the items before.
  private var frames = JSONFrames()
  /// What is not read any further on account of the item that was just found to be wrong.
  var loss: JSONLoss?

  /// An item, or what is wrong with it.
  @usableFromInline
  package struct Item<Value> {
    /// The line that it begins on, or that its fault is on, from 1.
    @usableFromInline package let line: Int
    /// What was made of it.
    @usableFromInline package let result: Result<Value, Diagnostic>

    @inlinable init(line: Int, result: Result<Value, Diagnostic>) {
      self.line = line
      self.result = result
    }
  }

  /// Where an item is, and what is wrong with it.
  @usableFromInline
  struct Finding {
    /// The line that it begins on, or that its fault is on, from 1.
    @usableFromInline let line: Int
    /// What is wrong; nil for an item that was read.
    @usableFromInline var fault: Diagnostic?
  }

  /// Reads an item, and keeps what it makes of it to itself.
  @usableFromInline typealias Reading = (inout JSONReader) throws(Diagnostic) -> Void

  /// Reads from an open file, which stays the caller's.
  package init(fileDescriptor: CInt) { window = ByteWindow(fileDescriptor: fileDescriptor) }

  /// Whether the next item has to be waited for: a good time to pass on what is done.
  ///
  /// A line end may still be there.
  package var isDrained: Bool { window.count <= 1 }

  /// How many bytes of the file were dealt with, or given away as blocks.
  package var used: Int { window.used }

  /// Whether there was nothing but blanks, and not even an empty array.
  package var isBlank: Bool { isEmpty }

  /// Reads the next item.
  ///
  /// `read` may be called several times for one item, so it must have no effect but its result.
  ///
  /// - Parameter lookOver: Called once for an item that is wrong, with a reader over all that is lost with
  ///   it; up to ``maximumItemSize`` is read for that. Without it nothing more is read than is needed.
  /// - Returns: nil behind the last item.
  /// - Throws: `input.unreadable`.
  @inlinable
  package mutating func next<Value>(
    _ read: (inout JSONReader) throws(Diagnostic) -> Value,
    lost lookOver: ((inout JSONReader, JSONLoss) -> Void)? = nil
  ) throws(Diagnostic) -> Item<Value>? {
    // This much alone depends on what is made of items, and is compiled where that is known.
    var value: Value?
    let finding = try find({ reader throws(Diagnostic) in value = try read(&reader) }, lookOver)
    guard let finding else { return nil }
    if let fault = finding.fault { return Item(line: finding.line, result: .failure(fault)) }
    return value.map { Item(line: finding.line, result: .success($0)) }
  }

  /// Reads the next item, as ``next(_:lost:)`` does.
  @usableFromInline
  mutating func find(
    _ read: Reading,
    _ lookOver: ((inout JSONReader, JSONLoss) -> Void)?
  ) throws(Diagnostic) -> Finding? {
    let finding = try advance(read)
    guard let loss else { return finding }
    self.loss = nil
    try discard(loss, lookOver)
    return finding
  }

  private mutating func advance(_ read: Reading) throws(Diagnostic) -> Finding? {
    try dropByteOrderMark()
    while true {
      try window.dropBlanks()
      guard let byte = try window.first() else { return unclosedArray() }
      switch mode {
      case .finished: return nil
      case .values:
        isEmpty = false
        guard byte == UInt8(ascii: "["), mayBeArray else {
          mayBeArray = false
          return try item(read)
        }
        window.drop(1)
        mode = .array(.itemOrEnd)
      case .array(let place):
        switch (place, byte) {
        case (.itemOrEnd, UInt8(ascii: "]")), (.commaOrEnd, UInt8(ascii: "]")):
          window.drop(1)
          mode = .values
        case (.commaOrEnd, UInt8(ascii: ",")):
          window.drop(1)
          mode = .array(.item)
        case (.commaOrEnd, _):
          mode = .array(.item)
          return Finding(
            line: window.line,
            fault: Diagnostic(.jsonSyntax, "a ',' is missing between two items")
          )
        case (.item, UInt8(ascii: "]")): return fault("expected another item behind ','")
        case (.itemOrEnd, _), (.item, _):
          mode = .array(.commaOrEnd)
          return try item(read)
        }
      }
    }
  }

  private mutating func dropByteOrderMark() throws(Diagnostic) {
    guard !hasStarted else { return }
    hasStarted = true
    guard try window.first() == 0xEF else { return }
    while window.count < 3, !window.isComplete { try window.fill() }
    guard window.count >= 3, window[1] == 0xBB, window[2] == 0xBF else { return }
    window.drop(3)
  }

  private mutating func unclosedArray() -> Finding? {
    guard case .array = mode else { return nil }
    return fault("the array of items is not closed: was the file cut short?")
  }

  private mutating func fault(_ problem: String) -> Finding {
    mode = .finished
    loss = .rest
    return Finding(line: window.line, fault: Diagnostic(.jsonSyntax, problem))
  }

  private mutating func item(_ read: Reading) throws(Diagnostic) -> Finding {
    let lineEnd = try window.lineEnd()
    do throws(Diagnostic) {
      return try item(read, inLine: lineEnd)
    } catch {
      guard mode.isOfValues, lineEnd == window.count else {
        return try recover(from: error, lineEnd, read)
      }
      return try itemOfLongLine(error, lineEnd, read)
    }
  }

  /// What is wrong may be that the line is longer than was looked through.
  private mutating func itemOfLongLine(
    _ first: Diagnostic,
    _ searched: Int,
    _ read: Reading
  ) throws(Diagnostic) -> Finding {
    let lineEnd = try window.lineEnd(limit: Self.maximumItemSize)
    guard lineEnd > searched else { return try recover(from: first, lineEnd, read) }
    do throws(Diagnostic) {
      return try item(read, inLine: lineEnd)
    } catch {
      return try recover(from: error, lineEnd, read)
    }
  }

  /// An item on a line that ends at an offset.
  private mutating func item(
    _ read: Reading,
    inLine lineEnd: Int
  ) throws(Diagnostic) -> Finding {
    window.dropInLine(try attempt(read, lineEnd))
    return Finding(line: window.line)
  }

  /// Reads an item out of the first so many bytes, and says how many it has.
  mutating func attempt(_ read: Reading, _ length: Int) throws(Diagnostic) -> Int {
    var known = JSONFrames()
    swap(&known, &frames)
    defer { swap(&known, &frames) }
    let bytes = window.buffer.span.extracting(window.range.prefix(length))
    return try JSONReader.withReader(over: bytes, knowing: &known) { reader throws(Diagnostic) in
      try read(&reader)
      return reader.position
    }
  }
}
