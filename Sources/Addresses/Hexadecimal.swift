/// The value of a hexadecimal digit in either case, or nil for any other byte.
func hexadecimalValue(_ byte: UInt8) -> UInt8? {
  switch byte {
  case UInt8(ascii: "0")...UInt8(ascii: "9"): byte &- UInt8(ascii: "0")
  case UInt8(ascii: "a")...UInt8(ascii: "f"): byte &- UInt8(ascii: "a") &+ 10
  case UInt8(ascii: "A")...UInt8(ascii: "F"): byte &- UInt8(ascii: "A") &+ 10
  default: nil
  }
}

/// Reads `count` hexadecimal digits from `start` on, or nil when one of them is none.
func hexadecimal(_ bytes: Span<UInt8>, from start: Int, count: Int) -> UInt64? {
  guard start + count <= bytes.count else { return nil }
  var value: UInt64 = 0
  for index in start..<start + count {
    guard let digit = hexadecimalValue(bytes[index]) else { return nil }
    value = value << 4 | UInt64(digit)
  }
  return value
}

/// Writes a number as exactly `count` lower-case hexadecimal digits.
func hexadecimal(_ value: UInt64, digits count: Int) -> String {
  unsafe String(unsafeUninitializedCapacity: count) { buffer in
    for index in 0..<count {
      let digit = UInt8(truncatingIfNeeded: value >> UInt64(4 * (count - 1 - index))) & 0xF
      unsafe buffer[index] = digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") - 10 + digit
    }
    return count
  }
}

/// The number that eight lower-case digits stand for, the first of them in the lowest byte; nil when
/// there is anything else among them.
///
/// All eight are looked at at once: what they are worth is computed, then how that would be written,
/// which has to be what stands there.
@inline(__always)
func hexadecimal(eightLowerCaseDigits word: UInt64) -> UInt32? {
  let ones: UInt64 = 0x0101_0101_0101_0101
  let values = (word & (ones &* 0x0F)) &+ (word >> 6 & ones) &* 9
  let isLetter = (values &+ ones &* 6) >> 4 & ones
  guard values & (ones &* 0xF0) == 0, values &+ ones &* 0x30 &+ isLetter &* 0x27 == word else {
    return nil
  }
  // Neighbours are joined to bytes, those to pairs, and the pairs.
  let bytes = (values << 4 | values >> 8) & 0x00FF_00FF_00FF_00FF
  let pairs = (bytes << 8 | bytes >> 16) & 0x0000_FFFF_0000_FFFF
  return UInt32(truncatingIfNeeded: pairs << 16 | pairs >> 32)
}

/// The eight lower-case digits of a number, the first of them in the lowest byte.
@inline(__always)
func lowerCaseDigits(of number: UInt32) -> UInt64 {
  let pairs = UInt64(number >> 16) | UInt64(number & 0xFFFF) << 32
  let bytes = pairs >> 8 & 0x0000_00FF_0000_00FF | (pairs & 0x0000_00FF_0000_00FF) << 16
  let values = bytes >> 4 & 0x000F_000F_000F_000F | (bytes & 0x000F_000F_000F_000F) << 8
  let ones: UInt64 = 0x0101_0101_0101_0101
  let isLetter = (values &+ ones &* 6) >> 4 & ones
  return values &+ ones &* 0x30 &+ isLetter &* 0x27
}
