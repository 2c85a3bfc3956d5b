package import Diagnostics

/// A piece of a file that holds whole items, to be read by itself.
package struct JSONLineBlock: Sendable {
  fileprivate(set) var bytes: [UInt8] = []
  /// Where its first item begins among the bytes, and on which line of the file.
  fileprivate(set) var start = 0
  fileprivate(set) var line = 1

  /// An empty one.
  package init() {}
}

extension JSONItemStream {
  /// How many bytes a block has, or somewhat more.
  private static let blockSize = 1 << 18

  /// Takes items off that need not be read in turn: whole lines, each of which begins one.
  ///
  /// - Parameter block: Gets them; the memory of what it held is used again.
  /// - Returns: False where there are not enough of them, or not without waiting: then the next item is
  ///   to be read by ``next(_:)``, after which there may be.
  /// - Throws: `input.unreadable`.
  package mutating func takeBlock(into block: inout JSONLineBlock) throws(Diagnostic) -> Bool {
    guard hasStarted, case .values = mode, !mayBeArray else { return false }
    while window.count < Self.blockSize, window.isReady { try window.fill(Self.blockSize) }
    guard window.count >= Self.blockSize, let end = window.lastCut(from: cutless - window.used)
    else {
      // Nothing of it is looked through again.
      cutless = max(cutless, window.used + window.count - 1)
      return false
    }
    block.start = window.range.lowerBound
    block.line = window.line
    // What a line of unusual length needed is not kept for others.
    block.bytes.removeAll(keepingCapacity: block.bytes.capacity <= 4 * Self.blockSize)
    window.giveAway(end, for: &block.bytes)
    return true
  }

  /// Reads the items of a block.
  package init(_ block: JSONLineBlock) {
    window = ByteWindow(bytes: block.bytes, from: block.start, line: block.line)
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
