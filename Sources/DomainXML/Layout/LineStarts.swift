import InterfaceXML

/// Where the lines of a text begin, found once: a document may be all in one line, and hold a great
/// many devices.
struct LineStarts: Sendable {
  private struct Line {
    let start: Int
    /// Where the blanks end that the line begins with.
    let indentationEnd: Int
  }

  private var lines: [Line] = []
  /// What ends the text's first line; nil if it has but one.
  let lineEnd: [UInt8]?

  init(of bytes: [UInt8]) {
    lineEnd = bytes.firstLineEnd(in: 0..<bytes.count).map { Array(bytes[$0]) }
    var start = 0
    while true {
      let newline = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.endIndex
      let end = bytes[start..<newline].firstIndex { !$0.isBlank } ?? newline
      lines.append(Line(start: start, indentationEnd: end))
      guard newline < bytes.endIndex else { return }
      start = newline + 1
    }
  }

  /// The blanks that the line begins with which has this place in it, no further than to there.
  func indentation(before offset: Int) -> Range<Int> {
    var (low, high) = (0, lines.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if lines[middle].start <= offset { low = middle } else { high = middle }
    }
    return lines[low].start..<min(lines[low].indentationEnd, offset)
  }
}
