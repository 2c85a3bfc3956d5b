package import Diagnostics

/// Where an item ends that cannot be read on its first line, and where the next begins.
extension JSONItemStream {
  /// What is wrong with all that is there.
  private mutating func fault(of read: Reading) -> Diagnostic? {
    do throws(Diagnostic) {
      _ = try attempt(read, window.count)
      return nil
    } catch {
      return error
    }
  }

  /// The value goes on behind its first line, or it is wrong.
  mutating func recover(
    from first: Diagnostic,
    _ lineEnd: Int,
    _ read: Reading
  ) throws(Diagnostic) -> Finding {
    let line = window.line
    guard let end = try extent(lineEnd) else {
      if case .array = mode, let end = scalarEnd(lineEnd) {
        loss = .item(end)
        return Finding(line: line, fault: first)
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
      return Finding(line: line, fault: first)
    case .broken where isObject(behind: lineEnd):
      // The line is cut off, and what follows is not of its item.
      return abandon(first)
    case .closed(let end): return try item(read, before: end, else: .item(end))
    case .broken(let end): return try item(read, before: end, else: .openItem(end))
    }
  }

  /// An item that reaches to an offset.
  private mutating func item(
    _ read: Reading,
    before end: Int,
    else loss: JSONLoss
  ) throws(Diagnostic) -> Finding {
    let line = window.line
    do throws(Diagnostic) {
      window.drop(try attempt(read, end))
      return Finding(line: line)
    } catch {
      self.loss = loss
      let faultLine = line + window.lineEnds(before: min(end, error.details.offset ?? 0))
      return Finding(line: faultLine, fault: error)
    }
  }

  /// Whether the line behind a line end begins with an object.
  private func isObject(behind lineEnd: Int) -> Bool {
    lineEnd + 1 < window.count && window[lineEnd + 1] == UInt8(ascii: "{")
  }

  /// How far an item reaches that is neither an object nor an array; nil when it is no value.
  private mutating func scalarEnd(_ lineEnd: Int) -> Int? {
    try? attempt({ reader throws(Diagnostic) in try reader.skipValue() }, lineEnd)
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
  private mutating func abandon(_ fault: Diagnostic) -> Finding {
    if case .array = mode {
      mode = .finished
      loss = .rest
      let remedy = "what follows in the array is not read"
      return Finding(line: window.line, fault: fault.adding(remedy: remedy))
    }
    loss = .lines
    return Finding(line: window.line, fault: fault)
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
