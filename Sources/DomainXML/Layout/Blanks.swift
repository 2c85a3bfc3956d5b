import InterfaceXML

extension [UInt8] {
  /// The blanks that end here, line ends among them.
  func blanks(before offset: Int) -> Range<Int> {
    let start = self[..<offset].lastIndex { !$0.isBlank }.map { $0 + 1 } ?? 0
    return start..<offset
  }

  /// The blanks that begin here, line ends among them.
  func blanks(after offset: Int) -> Range<Int> {
    offset..<(self[offset...].firstIndex { !$0.isBlank } ?? count)
  }

  /// The last line end in a range, `\n` or `\r\n`.
  func lastLineEnd(in range: Range<Int>) -> Range<Int>? {
    self[range].lastIndex(of: UInt8(ascii: "\n")).map { lineEnd(at: $0, in: range) }
  }

  /// The first line end in a range, `\n` or `\r\n`.
  func firstLineEnd(in range: Range<Int>) -> Range<Int>? {
    self[range].firstIndex(of: UInt8(ascii: "\n")).map { lineEnd(at: $0, in: range) }
  }

  /// The line end that ends here.
  func lineEnd(before offset: Int) -> Range<Int>? {
    offset > 0 && self[offset - 1] == UInt8(ascii: "\n")
      ? lineEnd(at: offset - 1, in: 0..<offset) : nil
  }

  private func lineEnd(at newline: Int, in range: Range<Int>) -> Range<Int> {
    let hasReturn = newline > range.lowerBound && self[newline - 1] == UInt8(ascii: "\r")
    return (hasReturn ? newline - 1 : newline)..<newline + 1
  }

  /// The bytes without these before them; nil when they do not begin so.
  func dropping(prefix: [UInt8]) -> [UInt8]? {
    starts(with: prefix) ? Array(dropFirst(prefix.count)) : nil
  }
}
