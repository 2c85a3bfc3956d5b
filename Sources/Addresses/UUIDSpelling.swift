/// How a UUID was spelled, in as many bits as that takes: a text would have to be counted with each copy
/// of the UUID, and every object has one.
struct UUIDSpelling: Equatable, Sendable {
  /// A bit for each digit that is a letter of upper case, the first lowest.
  var upperCase: UInt32 = 0
  /// A bit for each byte with a dash before it.
  var dashes: UInt16 = 0
  /// A bit for each letter of the prefix that is of upper case.
  var upperCaseOfPrefix: UInt8 = 0
  var hasPrefix = false
  var hasBraces = false

  /// Lower case, with dashes in four places.
  static let canonical = UUIDSpelling(dashes: 1 << 4 | 1 << 6 | 1 << 8 | 1 << 10)

  /// The prefix in its form as a URN (RFC 9562 section 4).
  private static let prefix: StaticString = "urn:uuid:"

  /// Takes down how the prefix is spelled; false when there is another text.
  mutating func readPrefix(_ bytes: Span<UInt8>) -> Bool {
    hasPrefix = true
    for index in 0..<Self.prefix.utf8CodeUnitCount {
      let (byte, expected) = unsafe (bytes[index], Self.prefix.utf8Start[index])
      if byte == expected { continue }
      // Setting a letter's bit makes it lower case; it would make a colon of another byte.
      guard expected != UInt8(ascii: ":"), byte | 0x20 == expected else { return false }
      upperCaseOfPrefix |= 1 << UInt8(index < 3 ? index : index - 1)
    }
    return true
  }

  /// The text of a UUID with these bits.
  func text(_ high: UInt64, _ low: UInt64) -> String {
    var text: [UInt8] = []
    if hasPrefix {
      for index in 0..<Self.prefix.utf8CodeUnitCount {
        let byte = unsafe Self.prefix.utf8Start[index]
        let isUpper = upperCaseOfPrefix >> UInt8(index < 3 ? index : index - 1) & 1 == 1
        text.append(isUpper && byte != UInt8(ascii: ":") ? byte & ~0x20 : byte)
      }
    }
    if hasBraces { text.append(UInt8(ascii: "{")) }
    for digit in 0..<32 {
      if digit % 2 == 0, dashes >> UInt16(digit / 2) & 1 == 1 { text.append(UInt8(ascii: "-")) }
      let half = digit < 16 ? high : low
      let value = UInt8(truncatingIfNeeded: half >> UInt64(4 * (15 - digit % 16))) & 0xF
      let letter = upperCase >> UInt32(digit) & 1 == 1 ? UInt8(ascii: "A") : UInt8(ascii: "a")
      text.append(value < 10 ? UInt8(ascii: "0") + value : letter - 10 + value)
    }
    if hasBraces { text.append(UInt8(ascii: "}")) }
    return String(decoding: text, as: UTF8.self)
  }
}
