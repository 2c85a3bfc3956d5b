package import Diagnostics

/// The items of a file, one after the other, in memory for the longest of them: JSON values with blanks between
/// them (one value, JSON lines), or the elements of arrays.
///
/// An item that is wrong does not stop the others. Where its end cannot be told, a line that
/// begins like an item is taken for one; within an array there is no such help, and the fault says
/// that reading ends. An array is taken for one only where nothing but arrays came before: among
/// other items it is an item.
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
  private(set) var mode = Mode.values
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
  private var loss: JSONLoss?

  /// An item, or what is wrong with it.
  package struct Item<Value> {
    /// The line that it begins on, or that its fault is on, from 1.
    package let line: Int
    /// What was made of it.
    package let result: Result<Value, Diagnostic>
  }

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
  package mutating func next<Value>(
    _ read: (inout JSONReader) throws(Diagnostic) -> Value,
    lost lookOver: ((inout JSONReader, JSONLoss) -> Void)? = nil
  ) throws(Diagnostic) -> Item<Value>? {
    let item = try advance(read)
    guard let loss else { return item }
    self.loss = nil
    try discard(loss, lookOver)
    return item
  }

  private mutating func advance<Value>(
    _ read: (inout JSONReader) throws(Diagnostic) -> Value
  ) throws(Diagnostic) -> Item<Value>? {
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
          return Item(
            line: window.line,
            result: .failure(Diagnostic(.jsonSyntax, "a ',' is missing between two items"))
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

  private mutating func unclosedArray<Value>() -> Item<Value>? {
    guard case .array = mode else { return nil }
    return fault("the array of items is not closed: was the file cut short?")
  }

  private mutating func fault<Value>(_ problem: String) -> Item<Value> {
    mode = .finished
    loss = .rest
    return Item(line: window.line, result: .failure(Diagnostic(.jsonSyntax, problem)))
  }

  private mutating func item<Value>(
    _ read: (inout JSONReader) throws(Diagnostic) -> Value
  ) throws(Diagnostic) -> Item<Value> {
    let line = window.line
    let lineEnd = try window.lineEnd()
    do throws(Diagnostic) {
      return Item(line: line, result: .success(try take(read, lineEnd)))
    } catch {
      guard mode.isOfValues, lineEnd == window.count else {
        return try recover(from: error, lineEnd, read)
      }
      return try itemOfLongLine(error, lineEnd, read)
    }
  }

  /// What is wrong may be that the line is longer than was looked through.
  private mutating func itemOfLongLine<Value>(
    _ first: Diagnostic,
    _ searched: Int,
    _ read: (inout JSONReader) throws(Diagnostic) -> Value
  ) throws(Diagnostic) -> Item<Value> {
    let line = window.line
    let lineEnd = try window.lineEnd(limit: Self.maximumItemSize)
    guard lineEnd > searched else { return try recover(from: first, lineEnd, read) }
    do throws(Diagnostic) {
      return Item(line: line, result: .success(try take(read, lineEnd)))
    } catch {
      return try recover(from: error, lineEnd, read)
    }
  }

  /// Reads an item out of the first so many bytes, and uses it up.
  private mutating func take<Value>(
    _ read: (inout JSONReader) throws(Diagnostic) -> Value,
    _ length: Int
  ) throws(Diagnostic) -> Value {
    let (value, used) = try attempt(read, length)
    window.drop(used)
    return value
  }

  private mutating func attempt<Value>(
    _ read: (inout JSONReader) throws(Diagnostic) -> Value,
    _ length: Int
  ) throws(Diagnostic) -> (Value, length: Int) {
    var known = JSONFrames()
    swap(&known, &frames)
    defer { swap(&known, &frames) }
    let bytes = window.buffer.span.extracting(window.range.prefix(length))
    return try JSONReader.withReader(over: bytes, knowing: &known) { reader throws(Diagnostic) in
      (try read(&reader), reader.position)
    }
  }

  /// What is wrong with all that is there.
  private mutating func fault<Value>(
    of read: (inout JSONReader) throws(Diagnostic) -> Value
  ) -> Diagnostic? {
    do throws(Diagnostic) {
      _ = try attempt(read, window.count)
      return nil
    } catch {
      return error
    }
  }

  /// The value goes on behind its first line, or it is wrong.
  private mutating func recover<Value>(
    from first: Diagnostic,
    _ lineEnd: Int,
    _ read: (inout JSONReader) throws(Diagnostic) -> Value
  ) throws(Diagnostic) -> Item<Value> {
    let line = window.line
    guard let end = try extent(lineEnd) else {
      if case .array = mode, let end = scalarEnd(lineEnd) {
        loss = .item(end)
        return Item(line: line, result: .failure(first))
      }
      return abandon(first)
    }
    switch end == .open && isBlock ? .broken(window.count) : end {
    case .tooDeep: return abandon(first.code == .jsonTooDeep ? first : .jsonTooDeep)
    case .open where window.isComplete: return abandon(fault(of: read) ?? first)
    case .open: return abandon(Self.tooLarge)
    case .closed(let end) where end <= lineEnd:
      // On its own line, and wrong: the fault is the item's, and what follows is not touched.
      loss = .item(end)
      return Item(line: line, result: .failure(first))
    case .broken where isObject(behind: lineEnd):
      // The line is cut off, and what follows is not of its item.
      return abandon(first)
    case .closed(let end): return try item(read, before: end, else: .item(end))
    case .broken(let end): return try item(read, before: end, else: .openItem(end))
    }
  }

  /// An item that reaches to an offset.
  private mutating func item<Value>(
    _ read: (inout JSONReader) throws(Diagnostic) -> Value,
    before end: Int,
    else loss: JSONLoss
  ) throws(Diagnostic) -> Item<Value> {
    let line = window.line
    do throws(Diagnostic) {
      return Item(line: line, result: .success(try take(read, end)))
    } catch {
      self.loss = loss
      let faultLine = line + window.lineEnds(before: min(end, error.details.offset ?? 0))
      return Item(line: faultLine, result: .failure(error))
    }
  }

  /// Whether the line behind a line end begins with an object.
  private func isObject(behind lineEnd: Int) -> Bool {
    lineEnd + 1 < window.count && window[lineEnd + 1] == UInt8(ascii: "{")
  }

  /// How far an item reaches that is neither an object nor an array; nil when it is no value.
  private mutating func scalarEnd(_ lineEnd: Int) -> Int? {
    try? attempt({ reader throws(Diagnostic) in try reader.skipValue() }, lineEnd).length
  }

  /// How far the brackets of the item reach; nil when it is a line of its own that is wrong.
  private mutating func extent(_ lineEnd: Int) throws(Diagnostic) -> JSONExtent.State? {
    guard window[0] == UInt8(ascii: "{") || window[0] == UInt8(ascii: "["),
      try !isCutOff(at: lineEnd)
    else { return nil }
    var extent = JSONExtent(endsAtItems: mode.isOfValues)
    var state = extent.advance(through: window.buffer.span.extracting(window.range))
    while state == .open, !window.isComplete, window.count <= Self.maximumItemSize {
      try window.fill()
      state = extent.advance(through: window.buffer.span.extracting(window.range))
    }
    return state
  }

  /// Whether the line stands among JSON lines and is not closed: the next line begins an object,
  /// and this one does not end where one could stand.
  private mutating func isCutOff(at lineEnd: Int) throws(Diagnostic) -> Bool {
    // Where the line is longer than what was looked through, there is no line end.
    guard case .values = mode, lineEnd < window.count else { return false }
    if lineEnd + 1 >= window.count { try window.fill() }
    guard isObject(behind: lineEnd) || isBlock && lineEnd + 1 == window.count else { return false }
    var extent = JSONExtent(endsAtItems: false)
    guard
      extent.advance(through: window.buffer.span.extracting(window.range.prefix(lineEnd))) == .open
    else {
      return false
    }
    var last = lineEnd - 1
    while last > 0, window[last] <= 0x20 { last -= 1 }
    return ![":", ",", "{", "["].contains { UInt8(ascii: $0) == window[last] }
  }

  /// Gives the item up and goes on at the next line that can begin one; an array is given up too.
  private mutating func abandon<Value>(_ fault: Diagnostic) -> Item<Value> {
    if case .array = mode {
      mode = .finished
      loss = .rest
      let remedy = "what follows in the array is not read"
      return Item(line: window.line, result: .failure(fault.adding(remedy: remedy)))
    }
    loss = .lines
    return Item(line: window.line, result: .failure(fault))
  }

  private static var tooLarge: Diagnostic {
    Diagnostic(
      .inputItemTooLarge,
      "an item is too long",
      bound: "at most \(maximumItemSize >> 20) MiB"
    )
  }
}

extension Diagnostic.Code {
  /// An item beyond the cap.
  package static let inputItemTooLarge = Diagnostic.Code(rawValue: "input.item-too-large")
}
