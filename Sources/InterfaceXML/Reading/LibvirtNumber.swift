/// Numbers in the form in which libvirt reads them: those of C's `strtoull`, to the text's end.
///
/// Blanks may stand before the number, and a sign; nothing may follow it.
enum LibvirtNumber {
  /// How many values a digit has.
  enum Base {
    /// Digits 0…9.
    case ten
    /// Digits 0…9 and a…f, behind `0x` or not.
    case sixteen
    /// What the text begins with decides: `0x` for sixteen, `0` for eight, else ten.
    case prefixed
  }

  /// The sign and the magnitude of a number; nil for any other text, and beyond 64 bits.
  static func parse(_ text: String, _ base: Base) -> (isNegative: Bool, magnitude: UInt64)? {
    let bytes = text.utf8.span
    var start = 0
    while start < bytes.count, bytes[start] == 0x20 || (0x9...0xD).contains(bytes[start]) {
      start += 1
    }
    var isNegative = false
    if start < bytes.count, bytes[start] == UInt8(ascii: "-") || bytes[start] == UInt8(ascii: "+") {
      isNegative = bytes[start] == UInt8(ascii: "-")
      start += 1
    }
    var radix: UInt64 = base == .sixteen ? 16 : 10
    if base != .ten, start < bytes.count, bytes[start] == UInt8(ascii: "0") {
      if bytes.count - start > 2, bytes[start + 1] | 0x20 == UInt8(ascii: "x") {
        radix = 16
        start += 2
      } else if base == .prefixed {
        radix = 8
      }
    }
    guard start < bytes.count else { return nil }
    var value: UInt64 = 0
    for index in start..<bytes.count {
      guard let digit = digit(bytes[index]), digit < radix else { return nil }
      let (product, overflowed) = value.multipliedReportingOverflow(by: radix)
      let (sum, carried) = product.addingReportingOverflow(digit)
      guard !overflowed, !carried else { return nil }
      value = sum
    }
    return (isNegative, value)
  }

  private static func digit(_ byte: UInt8) -> UInt64? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt64(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt64(byte - UInt8(ascii: "a") + 10)
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt64(byte - UInt8(ascii: "A") + 10)
    default: nil
    }
  }

  /// A number without a minus sign, of this width.
  static func unsigned<Number: UnsignedInteger & FixedWidthInteger>(
    _ text: String,
    _ base: Base = .ten,
    as _: Number.Type = Number.self
  ) -> Number? {
    guard let (isNegative, magnitude) = parse(text, base), !isNegative else { return nil }
    return Number(exactly: magnitude)
  }

  /// A number of 32 bits where libvirt lets `-1` stand for the greatest.
  static func wrapping(_ text: String, _ base: Base) -> UInt32? {
    guard let (isNegative, magnitude) = parse(text, base),
      let value = UInt32(exactly: magnitude)
    else { return nil }
    return isNegative ? 0 &- value : value
  }

  /// A number with a sign, of this width.
  static func signed<Number: SignedInteger & FixedWidthInteger>(
    _ text: String,
    _ base: Base = .ten,
    as _: Number.Type = Number.self
  ) -> Number? {
    guard let (isNegative, magnitude) = parse(text, base) else { return nil }
    if !isNegative { return Number(exactly: magnitude) }
    return magnitude <= UInt64(Int64.max)
      ? Number(exactly: -Int64(magnitude))
      : magnitude == UInt64(Int64.max) + 1 ? Number(exactly: Int64.min) : nil
  }
}
