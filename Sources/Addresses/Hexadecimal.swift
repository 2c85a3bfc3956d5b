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
