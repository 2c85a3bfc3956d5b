package import Diagnostics

/// Strings and their escapes (RFC 8259 section 7).
extension JSONReader {
  /// Reads a string.
  ///
  /// - Throws: `json.kind` for another kind of value, `json.encoding` for broken UTF-8 or half a
  ///   surrogate pair, `json.syntax` for a bad escape or a bare control character.
  package mutating func readString() throws(Diagnostic) -> String {
    guard try peekKind() == .string else { throw wrongKind("a string") }
    let start = position + 1
    let end = endOfPlainString(from: start)
    guard byte(at: end) == UInt8(ascii: "\"") else { return try readEscapedString(from: start) }
    let bytes = unsafe UnsafeBufferPointer(start: base + start, count: end - start)
    guard let text = unsafe String(validating: bytes, as: UTF8.self) else {
      throw notUTF8(from: start)
    }
    position = end + 1
    return text
  }

  /// Moves behind a string; one of ASCII alone is passed over without being made.
  mutating func skipString() throws(Diagnostic) {
    var end = position + 1
    while let byte = byte(at: end), byte < 0x80, byte >= 0x20, byte != UInt8(ascii: "\""),
      byte != UInt8(ascii: "\\")
    {
      end += 1
    }
    if byte(at: end) == UInt8(ascii: "\"") { position = end + 1 } else { _ = try readString() }
  }

  /// The first byte from `start` on that ends a string or cannot be taken as it is.
  func endOfPlainString(from start: Int) -> Int {
    var index = start
    while let byte = byte(at: index), byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"),
      byte >= 0x20
    {
      index += 1
    }
    return index
  }

  private mutating func readEscapedString(from start: Int) throws(Diagnostic) -> String {
    var decoded: [UInt8] = []
    position = start
    while true {
      let end = endOfPlainString(from: position)
      unsafe decoded.append(
        contentsOf: UnsafeBufferPointer(start: base + position, count: end - position)
      )
      position = end
      switch byte(at: end) {
      case UInt8(ascii: "\""):
        position += 1
        guard let text = String(validating: decoded, as: UTF8.self) else {
          throw notUTF8(from: start)
        }
        return text
      case UInt8(ascii: "\\"):
        decoded.append(contentsOf: String(try readEscape()).utf8)
      case nil: throw truncated()
      default: throw unexpected("no bare control character in a string")
      }
    }
  }

  private mutating func readEscape() throws(Diagnostic) -> Unicode.Scalar {
    position += 1
    guard let letter = byte(at: position) else { throw truncated() }
    position += 1
    switch letter {
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return try readUnicodeEscape()
    default:
      position -= 1
      throw unexpected("one of \"\\/bfnrtu behind '\\'")
    }
  }

  private mutating func readUnicodeEscape() throws(Diagnostic) -> Unicode.Scalar {
    let start = position - 2
    let first = try readHexadecimalUnit()
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard UTF16.isLeadSurrogate(UInt16(first)), byte(at: position) == UInt8(ascii: "\\"),
      byte(at: position + 1) == UInt8(ascii: "u")
    else { throw loneSurrogate(at: start) }
    position += 2
    let second = try readHexadecimalUnit()
    guard UTF16.isTrailSurrogate(UInt16(second)),
      let scalar = Unicode.Scalar(0x10000 + (first & 0x3FF) << 10 + second & 0x3FF)
    else { throw loneSurrogate(at: start) }
    return scalar
  }

  private mutating func readHexadecimalUnit() throws(Diagnostic) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = byte(at: position) else { throw truncated() }
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue, byte < 0x80 else {
        throw unexpected("four hexadecimal digits behind '\\u'")
      }
      value = value << 4 | UInt32(digit)
      position += 1
    }
    return value
  }
}
