public import Diagnostics

/// What may only stand before an XML document: a byte order mark, and a declaration that says which
/// encoding the text is in.
package enum XMLPrologue {
  /// The text behind both.
  package static func content(of bytes: [UInt8]) -> ArraySlice<UInt8> {
    bytes[(declaration(of: bytes)?.upperBound ?? start(of: bytes))...]
  }

  private static func start(of bytes: [UInt8]) -> Int {
    bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  private static func declaration(of bytes: [UInt8]) -> Range<Int>? {
    let start = start(of: bytes)
    let name: StaticString = "<?xml"
    let end = start + name.utf8CodeUnitCount
    // A processing instruction may have a longer name that begins so.
    guard bytes.has(name, at: start), end < bytes.count, bytes[end].isBlank else { return nil }
    var scanner = MarkupScanner(bytes, start..<bytes.count)
    return scanner.next()?.range
  }

  /// Checks that a text that was read as UTF-8 does not say it is something else.
  ///
  /// - Throws: `xml.encoding`.
  static func check(_ text: String) throws(Diagnostic) {
    let bytes = text.utf8.span
    // An element's start is no declaration, and hardly any document has one.
    if bytes.count > 1, bytes[0] == UInt8(ascii: "<"), bytes[1] != UInt8(ascii: "?") { return }
    try check(Array(text.utf8))
  }

  /// Checks that bytes that were read as UTF-8 do not say they are something else.
  ///
  /// - Throws: `xml.encoding`.
  package static func check(_ bytes: [UInt8]) throws(Diagnostic) {
    guard let declaration = declaration(of: bytes),
      let encoding = TagAttributes(bytes, declaration).first(where: { $0.name == "encoding" }),
      encoding.value.lowercased() != "utf-8"
    else { return }
    throw Diagnostic(
      .xmlEncoding,
      "the document says that it is in '\(Diagnostic.shortened(encoding.value))'",
      value: encoding.value,
      bound: "UTF-8",
      remedy: "convert it, and its declaration"
    )
  }
}

extension Diagnostic.Code {
  /// A document in another encoding than UTF-8.
  public static let xmlEncoding = Self(rawValue: "xml.encoding")
}
