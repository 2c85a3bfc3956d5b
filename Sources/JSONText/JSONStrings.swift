public import Diagnostics

/// Strings and their escapes (RFC 8259 section 7).
extension JSONReader {
  /// Reads a string.
  ///
  /// - Throws: `json.kind` for another kind of value, `json.encoding` for broken UTF-8 or half a
  ///   surrogate pair, `json.syntax` for a bad escape or a bare control character.
  package mutating func readString() throws(Diagnostic) -> String {
    let start = try startOfString()
    let end = endOfASCII(from: start)
    if byte(at: end) == UInt8(ascii: "\"") {
      position = end + 1
      return text(start, end - start)
    }
    return try readLongString(from: start)
  }

  /// Reads a string that has escapes, or characters beyond ASCII.
  private mutating func readLongString(from start: Int) throws(Diagnostic) -> String {
    let end = endOfPlainString(from: start)
    guard byte(at: end) == UInt8(ascii: "\"") else { return try readEscapedString(from: start) }
    let bytes = unsafe UnsafeBufferPointer(start: base + start, count: end - start)
    guard let text = unsafe String(validating: bytes, as: UTF8.self) else {
      throw notUTF8(from: start)
    }
    position = end + 1
    return text
  }

  /// Where the text of the string begins that comes next.
  @inline(__always)
  private mutating func startOfString() throws(Diagnostic) -> Int {
    skipBlanks()
    guard byte(at: position) == UInt8(ascii: "\"") else {
      _ = try peekKind()
      throw wrongKind("a string")
    }
    return position + 1
  }

  /// Makes something of the bytes of the string that comes next to the byte, if it has so many.
  ///
  /// - Parameter make: Makes nothing of bytes that could end a string, or be more than themselves in
  ///   one: of other characters than ASCII's, or of a quote, a backslash or a control character.
  /// - Returns: nil when `make` does, and for any other value; then nothing is consumed.
  @inlinable @inline(__always)
  public mutating func readString<Value>(
    of length: Int,
    _ make: (Span<UInt8>) -> Value?
  ) -> Value? {
    let end = position + 1 + length
    guard end < count, unsafe base[position] == UInt8(ascii: "\""),
      unsafe base[end] == UInt8(ascii: "\"")
    else { return nil }
    let bytes = unsafe UnsafeBufferPointer(start: base + position + 1, count: length)
    guard let value = unsafe make(bytes.span) else { return nil }
    position = end + 1
    return value
  }

  /// Makes something of the bytes of the string that comes next to the byte, if it is short.
  ///
  /// - Parameter make: As ``readString(of:_:)`` has it.
  /// - Returns: As ``readString(of:_:)``.
  @inlinable @inline(__always)
  public mutating func readShortString<Value>(_ make: (Span<UInt8>) -> Value?) -> Value? {
    guard position + 25 <= count, unsafe base[position] == UInt8(ascii: "\"") else { return nil }
    var length = 0
    while length < 24 {
      let word = unsafe UInt64(
        littleEndian: UnsafeRawPointer(base + position + 1 + length).loadUnaligned(as: UInt64.self)
      )
      // The highest bit of each byte that is a quote; the lowest of them is right.
      let others = word ^ 0x2222_2222_2222_2222
      let quotes = (others &- 0x0101_0101_0101_0101) & ~others & 0x8080_8080_8080_8080
      if quotes != 0 {
        return readString(of: length + quotes.trailingZeroBitCount >> 3, make)
      }
      length += 8
    }
    return nil
  }

  /// Takes strings of an array, as long as they have neither escapes nor characters beyond ASCII and
  /// `take` knows them; the next element is not one that was taken.
  ///
  /// - Returns: Whether the array is left; if not, it is to be gone on with ``nextElement()``.
  /// - Throws: As ``beginArray()``.
  @inlinable @inline(__always)
  public mutating func takeStrings(_ take: (Span<UInt8>) -> Bool) throws(Diagnostic) -> Bool {
    try enterArray()
    var index = position
    while index < count, unsafe base[index] == UInt8(ascii: "\"") {
      let end = endOfToken(from: index + 1)
      guard end + 1 < count, unsafe base[end] == UInt8(ascii: "\"") else { break }
      let bytes = unsafe UnsafeBufferPointer(start: base + index + 1, count: end - index - 1)
      guard unsafe take(bytes.span) else { break }
      isFirstMember = false
      position = end + 1
      if unsafe base[position] == UInt8(ascii: "]") { return try !nextString() }
      guard position + 1 < count, unsafe base[position] == UInt8(ascii: ",") else { break }
      index = unsafe position + (base[position + 1] == 0x20 ? 2 : 1)
    }
    return false
  }

  @usableFromInline mutating func enterArray() throws(Diagnostic) { try beginArray() }
  @usableFromInline mutating func nextString() throws(Diagnostic) -> Bool { try nextElement() }
  @usableFromInline func endOfToken(from start: Int) -> Int { endOfASCII(from: start) }

  mutating func nextToken() throws(Diagnostic) -> JSONToken {
    let start = try startOfString()
    let end = endOfASCII(from: start)
    return JSONToken(start: start, count: byte(at: end) == UInt8(ascii: "\"") ? end - start : nil)
  }

  mutating func pass(_ token: JSONToken) {
    position = token.start + (token.count ?? 0) + 1
  }

  /// Moves behind a string; one of ASCII alone is passed over without being made.
  mutating func skipString() throws(Diagnostic) {
    let end = endOfASCII(from: position + 1)
    if byte(at: end) == UInt8(ascii: "\"") { position = end + 1 } else { _ = try readString() }
  }

  /// The first byte from `start` on that ends a string or cannot be taken as it is.
  private func endOfPlainString(from start: Int) -> Int {
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
