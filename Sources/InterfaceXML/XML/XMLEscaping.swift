public import Diagnostics

extension XMLWriter {
  /// The value as it may stand in a document, between apostrophes too.
  ///
  /// - Throws: `xml.character` for a character that no XML 1.0 document can hold.
  static func escaped(
    _ value: String,
    keepingBlanks: Bool = false
  ) throws(Diagnostic) -> String {
    if isPlain(value.utf8.span) { return value }
    var text = ""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "<": text += "&lt;"
      case ">": text += "&gt;"
      case "&": text += "&amp;"
      case "'": text += "&apos;"
      case "\"": text += "&quot;"
      // libvirt prints these three as they are, and then reads them back as blanks.
      case "\t" where keepingBlanks, "\n" where keepingBlanks, "\r" where keepingBlanks:
        text.unicodeScalars.append(scalar)
      case "\t": text += "&#9;"
      case "\n": text += "&#10;"
      case "\r": text += "&#13;"
      case let scalar where scalar.isXMLCharacter: text.unicodeScalars.append(scalar)
      default: throw forbidden(scalar, in: value)
      }
    }
    return text
  }

  /// Whether all bytes stand for themselves wherever they occur; those beyond ASCII are not looked
  /// at, and count for others.
  static func isPlain(_ bytes: Span<UInt8>) -> Bool {
    guard bytes.count >= 8 else {
      var word: UInt64 = 0x2020_2020_2020_2020
      for index in 0..<bytes.count { word = word << 8 | UInt64(bytes[index]) }
      return !hasSpecial(word)
    }
    let last = bytes.count - 8
    var index = 0
    while index < last {
      if hasSpecial(word(bytes, index)) { return false }
      index += 8
    }
    return !hasSpecial(word(bytes, last))
  }

  @inline(__always)
  private static func word(_ bytes: Span<UInt8>, _ index: Int) -> UInt64 {
    unsafe bytes.bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)
  }

  /// Whether one of eight bytes is `<`, `>`, `&`, an apostrophe, a quote, a control character or not
  /// of ASCII.
  @inline(__always)
  private static func hasSpecial(_ word: UInt64) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    // `&` and the apostrophe differ in the lowest bit, `<` and `>` in the one above it.
    let quotes = word ^ (ones &* 0x22)
    let ampersands = (word | ones) ^ (ones &* 0x27)
    let angles = (word | ones &* 2) ^ (ones &* 0x3E)
    let found =
      (quotes &- ones) & ~quotes | (ampersands &- ones) & ~ampersands
      | (angles &- ones) & ~angles | (word &- ones &* 0x20) & ~word | word
    return found & (ones &* 0x80) != 0
  }

  private static func forbidden(_ scalar: Unicode.Scalar, in value: String) -> Diagnostic {
    let number = String(scalar.value, radix: 16, uppercase: true)
    return Diagnostic(
      .xmlCharacter,
      "a value holds the character U+\(String(repeating: "0", count: 4 - number.count))\(number),"
        + " which no XML document can hold",
      value: value,
      bound: "XML 1.0 characters: no control characters but tab, line feed, carriage return"
    )
  }
}

extension Unicode.Scalar {
  /// Whether XML 1.0 lets a document hold this character (production 2, `Char`).
  var isXMLCharacter: Bool {
    switch value {
    case 0x9, 0xA, 0xD, 0x20...0xD7FF, 0xE000...0xFFFD, 0x1_0000...0x10_FFFF: true
    default: false
    }
  }
}

extension Diagnostic.Code {
  /// A value holds a character that XML cannot.
  public static let xmlCharacter = Diagnostic.Code(rawValue: "xml.character")
}
