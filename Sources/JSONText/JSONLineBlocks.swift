package import Diagnostics

/// A piece of a file that holds whole items, to be read by itself.
package struct JSONLineBlock: Sendable {
  let bytes: [UInt8]
  let line: Int
}

extension JSONItemStream {
  /// How many bytes a block has, or somewhat more.
  private static let blockSize = 1 << 18

  /// Takes items off that need not be read in turn: whole lines, each of which begins one.
  ///
  /// - Returns: nil where there are not enough of them, or not without waiting: then the next item is
  ///   to be read by ``next(_:)``, after which there may be.
  /// - Throws: `input.unreadable`.
  package mutating func nextBlock() throws(Diagnostic) -> JSONLineBlock? {
    guard hasStarted, case .values = mode, !mayBeArray else { return nil }
    while window.count < Self.blockSize, window.isReady { try window.fill() }
    guard window.count >= Self.blockSize, let end = window.lastCut(from: cutless - window.used)
    else {
      // Nothing of it is looked through again.
      cutless = max(cutless, window.used + window.count - 1)
      return nil
    }
    let line = window.line
    let bytes = Array(window.buffer[window.range.prefix(end)])
    window.drop(end)
    return JSONLineBlock(bytes: bytes, line: line)
  }

  /// Reads the items of a block.
  package init(_ block: JSONLineBlock) {
    window = ByteWindow(bytes: block.bytes, line: block.line)
    (hasStarted, mayBeArray, isBlock) = (true, false, true)
  }
}

extension ByteWindow {
  /// The offset behind the last line end at which one item surely ends and another begins; nil when
  /// there is none.
  ///
  /// - Parameter start: Before it there is none.
  fileprivate func lastCut(from start: Int) -> Int? {
    var end = count - 1
    while end > max(0, start) {
      if self[end] == UInt8(ascii: "{"), isCut(before: end) { return end }
      end -= 1
    }
    return nil
  }

  /// Whether a bracket that opens stands at the start of a line, and the line before ends with one that
  /// closes: within a value there would be something between them.
  func isCut(before offset: Int) -> Bool {
    guard offset > 0, self[offset - 1] == UInt8(ascii: "\n") else { return false }
    var last = offset - 1
    while last > 0, self[last] <= 0x20 { last -= 1 }
    return self[last] == UInt8(ascii: "}")
  }
}
