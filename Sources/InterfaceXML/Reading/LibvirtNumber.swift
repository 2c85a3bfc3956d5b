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
    var digits = text.utf8.drop { $0 == 0x20 || (0x9...0xD).contains($0) }
    var isNegative = false
    if let sign = digits.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
      isNegative = sign == UInt8(ascii: "-")
      digits = digits.dropFirst()
    }
    var radix: UInt64 = base == .sixteen ? 16 : 10
    if base != .ten, digits.first == UInt8(ascii: "0") {
      let rest = digits.dropFirst()
      if rest.count > 1, rest.first.map({ $0 | 0x20 }) == UInt8(ascii: "x") {
        radix = 16
        digits = rest.dropFirst()
      } else if base == .prefixed {
        radix = 8
      }
    }
    guard !digits.isEmpty else { return nil }
    var value: UInt64 = 0
    for byte in digits {
      guard let digit = digit(byte), digit < radix else { return nil }
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
