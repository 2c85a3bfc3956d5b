/// The attributes of a start tag or an XML declaration, as they are spelled.
package struct TagAttributes: Sequence, IteratorProtocol {
  private let bytes: [UInt8]
  private let end: Int
  private var offset: Int

  /// The name behind the `<`.
  package let tagName: String

  /// Reads the tag at this place.
  package init(_ bytes: [UInt8], _ range: Range<Int>) {
    self.bytes = bytes
    end = range.upperBound
    var offset = range.lowerBound + 1
    while offset < end, !Self.endsName(bytes[offset]) { offset += 1 }
    tagName = String(decoding: bytes[range.lowerBound + 1..<offset], as: UTF8.self)
    self.offset = offset
  }

  /// The next attribute, with its value between the quotes.
  package mutating func next() -> (name: String, value: String)? {
    while offset < end, bytes[offset].isBlank { offset += 1 }
    let start = offset
    while offset < end, !Self.endsName(bytes[offset]) { offset += 1 }
    let name = String(decoding: bytes[start..<offset], as: UTF8.self)
    guard let opening = bytes[offset..<end].firstIndex(where: Self.isQuote) else { return nil }
    let quote = bytes[opening]
    guard let closing = bytes[(opening + 1)..<end].firstIndex(of: quote) else { return nil }
    offset = closing + 1
    return (name, String(decoding: bytes[(opening + 1)..<closing], as: UTF8.self))
  }

  private static func isQuote(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"")
  }

  private static func endsName(_ byte: UInt8) -> Bool {
    byte.isBlank || byte == UInt8(ascii: "=") || byte == UInt8(ascii: "/")
      || byte == UInt8(ascii: ">")
  }
}
