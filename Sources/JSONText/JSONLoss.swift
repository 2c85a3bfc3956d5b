import Diagnostics

/// What of a file is not read on account of an item that is wrong.
package enum JSONLoss: Hashable, Sendable {
  /// The item alone, which ends before this offset.
  case item(Int)
  /// The item alone, which is not closed: another begins at this offset.
  case openItem(Int)
  /// The lines up to one that may begin another item: the item is not closed.
  case lines
  /// All that follows, of an array whose items cannot be told apart any more.
  case rest
  /// More than was looked over.
  case beyond
}

extension JSONItemStream {
  /// Goes on behind what is lost, after it was looked over.
  mutating func discard(
    _ loss: JSONLoss,
    _ lookOver: ((inout JSONReader, JSONLoss) -> Void)?
  ) throws(Diagnostic) {
    if let lookOver {
      let (length, isWhole) = try reach(of: loss)
      let bytes = window.buffer.span.extracting(window.range.prefix(length))
      try JSONReader.withReader(over: bytes) { reader throws(Diagnostic) in
        lookOver(&reader, isWhole ? loss : .beyond)
      }
    }
    switch loss {
    case .item(let end), .openItem(let end): window.drop(end)
    case .lines: try dropLines()
    case .rest, .beyond: break
    }
  }

  /// How much of the window is lost, which is filled for that, and whether nothing else is.
  private mutating func reach(
    of loss: JSONLoss
  ) throws(Diagnostic) -> (length: Int, isWhole: Bool) {
    switch loss {
    case .item(let end), .openItem(let end): return (end, true)
    case .lines:
      var end = try window.lineEnd(limit: Self.maximumItemSize)
      while isOfMoreLines, end < window.count {
        if end + 1 == window.count { try window.fill() }
        if end + 1 == window.count || Self.beginsItem(window[end + 1]) { break }
        end = try window.lineEnd(from: end + 1, limit: Self.maximumItemSize)
      }
      return (end, end < window.count || window.isComplete)
    case .rest, .beyond:
      while !window.isComplete, window.count <= Self.maximumItemSize { try window.fill() }
      return (window.count, window.isComplete)
    }
  }

  /// Whether what is lost may be on the lines behind its first, too: what follows an object that is not
  /// closed is its own, up to where another may begin.
  private var isOfMoreLines: Bool { window[0] == UInt8(ascii: "{") }

  private mutating func dropLines() throws(Diagnostic) {
    let isOfMoreLines = isOfMoreLines
    try window.dropLine()
    while isOfMoreLines, let byte = try window.first(), !Self.beginsItem(byte) {
      try window.dropLine()
    }
  }

  private static func beginsItem(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[")
  }
}
