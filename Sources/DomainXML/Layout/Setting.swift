import InterfaceXML

/// How a text sets an element: what is before it in its line.
struct Setting {
  /// The line end before the element's line; nil if something else stands before the element there.
  let lineEnd: [UInt8]?
  /// The blanks that the line begins with.
  let indentation: [UInt8]
  /// The blanks right before the element, in its line.
  private let gap: [UInt8]

  /// Looks at what is before the element that begins here, but not at all of its line.
  init(of offset: Int, in text: LinedText) {
    let bytes = text.bytes
    let line = text.lines.indentation(before: offset)
    let gap = max(bytes.blanks(before: offset).lowerBound, line.lowerBound)..<offset
    indentation = Array(bytes[line])
    self.gap = Array(bytes[gap])
    let isFirst =
      gap.lowerBound <= line.upperBound
      || Self.isComment(bytes, line.upperBound..<gap.lowerBound)
    lineEnd = isFirst ? bytes.lineEnd(before: line.lowerBound).map { Array(bytes[$0]) } : nil
  }

  /// What is to be written between such an element and the next of its kind.
  var separator: [UInt8] { lineEnd.map { $0 + indentation } ?? gap }

  private static func isComment(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    bytes.has("<!--", at: range.lowerBound)
      && bytes.has("-->", at: max(range.upperBound - 3, range.lowerBound + 4))
  }
}
