import InterfaceXML

/// Lays an element's text out anew: other line ends, and other blanks at the start of its lines.
///
/// Lines are neither joined nor broken, and nothing changes that is a value: not an attribute's,
/// not a text's.
struct Reindentation {
  private let style: Style
  private let bytes: [UInt8]
  private var result: [UInt8] = []
  private var depth = 0
  /// The indentation that the line which is being copied had, and the one that it has got.
  private var old: [UInt8]
  private var new: [UInt8]

  /// The element's text in this style; it is to stand where the first line is indented already.
  static func text(of element: ElementExtent, in text: LinedText, _ style: Style) -> [UInt8] {
    var work = Reindentation(of: element, in: text, style)
    var scanner = MarkupScanner(text.bytes, element.range)
    var piece = scanner.next()
    while let current = piece {
      piece = scanner.next()
      work.write(current, before: piece)
    }
    return work.result
  }

  private init(of element: ElementExtent, in text: LinedText, _ style: Style) {
    self.style = style
    bytes = text.bytes
    old = Setting(of: element.startTag.lowerBound, in: text).indentation
    new = style.indentation
  }

  private mutating func write(_ piece: MarkupPiece, before next: MarkupPiece?) {
    switch piece.kind {
    case .text:
      let isIgnorable = bytes[piece.range].allSatisfy(\.isBlank)
      if isIgnorable, let last = bytes.lastLineEnd(in: piece.range) {
        writeLines(piece.range, last, before: next)
      } else {
        copy(piece.range)
      }
    case .cdata, .instruction: copy(piece.range)
    case .comment: shift(piece.range, hasValues: false)
    case .emptyTag: shift(piece.range, hasValues: true)
    case .startTag:
      shift(piece.range, hasValues: true)
      depth += 1
    case .endTag:
      shift(piece.range, hasValues: false)
      depth -= 1
    }
  }

  /// Writes line ends between two elements, and the indentation that is due to what follows.
  private mutating func writeLines(
    _ range: Range<Int>,
    _ last: Range<Int>,
    before next: MarkupPiece?
  ) {
    let count = bytes[range].count { $0 == UInt8(ascii: "\n") }
    for _ in 0..<count { result += style.lineEnd }
    old = Array(bytes[last.upperBound..<range.upperBound])
    let level = next?.kind == .endTag ? depth - 1 : depth
    new = style.indentation + (0..<max(level, 0)).flatMap { _ in style.unit }
    result += new
  }

  /// Copies a text; only what ends its lines may change, and is the same to a parser.
  private mutating func copy(_ range: Range<Int>) {
    for offset in range { writeByte(at: offset, in: range) }
  }

  /// Copies a piece, and moves its further lines as far as its first one was moved.
  private mutating func shift(_ range: Range<Int>, hasValues: Bool) {
    var quote: UInt8?
    var offset = range.lowerBound
    while offset < range.upperBound {
      let byte = bytes[offset]
      writeByte(at: offset, in: range)
      offset += 1
      if let open = quote {
        if byte == open { quote = nil }
      } else if hasValues, byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
        quote = byte
      } else if byte == UInt8(ascii: "\n"), bytes[offset...].starts(with: old) {
        result += new
        offset += old.count
      }
    }
  }

  private mutating func writeByte(at offset: Int, in range: Range<Int>) {
    switch bytes[offset] {
    case UInt8(ascii: "\r") where bytes.has("\r\n", at: offset): break
    case UInt8(ascii: "\n"): result += style.lineEnd
    default: result.append(bytes[offset])
    }
  }
}
