import InterfaceXML

/// How a text sets an element: what is before it in its line.
struct Setting {
  /// The line end before the element's line; nil if something else stands before the element there.
  let lineEnd: [UInt8]?
  /// The blanks that the line begins with.
  let indentation: [UInt8]
  /// The blanks right before the element, in its line.
  private let gap: [UInt8]

  /// Looks at what is before the element that begins here.
  init(of offset: Int, in bytes: [UInt8]) {
    let lineEnd = bytes.lastLineEnd(in: 0..<offset)
    let line = bytes[(lineEnd?.upperBound ?? 0)..<offset]
    indentation = Array(line.prefix { $0.isBlank })
    gap = Array(line.suffix(line.reversed().prefix { $0.isBlank }.count))
    let before = Array(line.dropFirst(indentation.count).dropLast(gap.count))
    let isFirst = before.isEmpty || Self.isComment(before)
    self.lineEnd = isFirst ? lineEnd.map { Array(bytes[$0]) } : nil
  }

  /// What is to be written between such an element and the next of its kind.
  var separator: [UInt8] { lineEnd.map { $0 + indentation } ?? gap }

  private static func isComment(_ bytes: [UInt8]) -> Bool {
    bytes.has("<!--", at: 0) && bytes.has("-->", at: Swift.max(bytes.count - 3, 4))
  }
}
