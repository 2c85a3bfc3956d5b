/// A piece of an XML text.
package struct MarkupPiece {
  /// What a piece can be.
  package enum Kind {
    case text, comment, instruction, cdata, startTag, emptyTag, endTag
  }

  /// What it is.
  package let kind: Kind
  /// Where it is, in bytes.
  package let range: Range<Int>
}

/// Cuts an XML text into its pieces, without a byte between them.
///
/// libxml2 says what a document holds, but not where in the text: so the places are found here, in
/// texts that libxml2 has found well-formed and free of a document type. Under that condition it is
/// enough to know how each piece ends; and what comes out is compared with libxml2's tree.
package struct MarkupScanner {
  private let bytes: [UInt8]
  private let end: Int
  private var offset: Int

  /// Scans a part of a text that begins and ends between two pieces.
  package init(_ bytes: [UInt8], _ range: Range<Int>) {
    self.bytes = bytes
    end = range.upperBound
    offset = range.lowerBound
  }

  /// The next piece; nil at the end.
  package mutating func next() -> MarkupPiece? {
    guard offset < end else { return nil }
    let start = offset
    let kind: MarkupPiece.Kind
    if bytes[start] != UInt8(ascii: "<") {
      kind = .text
      while offset < end, bytes[offset] != UInt8(ascii: "<") { offset += 1 }
    } else if skip("<!--", through: "-->") {
      kind = .comment
    } else if skip("<![CDATA[", through: "]]>") {
      kind = .cdata
    } else if skip("<?", through: "?>") {
      kind = .instruction
    } else if skip("</", through: ">") {
      kind = .endTag
    } else {
      skipStartTag()
      kind = bytes[offset - 2] == UInt8(ascii: "/") ? .emptyTag : .startTag
    }
    return MarkupPiece(kind: kind, range: start..<offset)
  }

  /// Goes behind the piece if it begins so; to the end of the text if that has no end for it.
  private mutating func skip(_ opening: StaticString, through closing: StaticString) -> Bool {
    guard bytes.has(opening, at: offset) else { return false }
    offset += opening.utf8CodeUnitCount
    while offset < end, !bytes.has(closing, at: offset) { offset += 1 }
    offset = min(offset + closing.utf8CodeUnitCount, end)
    return true
  }

  /// Goes behind the `>` that is in no attribute's value.
  private mutating func skipStartTag() {
    var quote: UInt8?
    while offset < end {
      let byte = bytes[offset]
      offset += 1
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        return
      }
    }
  }
}

extension [UInt8] {
  /// Whether these ASCII characters stand here.
  package func has(_ text: StaticString, at offset: Int) -> Bool {
    let count = text.utf8CodeUnitCount
    guard offset + count <= self.count else { return false }
    return unsafe UnsafeBufferPointer(start: text.utf8Start, count: count)
      .elementsEqual(self[offset..<offset + count])
  }
}
