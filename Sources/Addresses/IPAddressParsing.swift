/// Addresses are read byte by byte: a VIF has many, and pieces of text would each be allocated.
extension IPAddress {
  static func parse(_ bytes: Span<UInt8>) -> IPAddress? {
    if let bits = parseV4(bytes) { return .v4(bits) }
    return parseV6(bytes)
  }

  /// Four decimal parts without leading zeros.
  private static func parseV4(_ bytes: Span<UInt8>) -> UInt32? {
    let count = bytes.count
    guard (7...15).contains(count) else { return nil }
    var bits: UInt32 = 0
    var index = 0
    for dots in 0..<4 {
      guard index < count, let first = decimalDigit(bytes[index]) else { return nil }
      var part = first
      index &+= 1
      if part > 0, index < count, let second = decimalDigit(bytes[index]) {
        part = part &* 10 &+ second
        index &+= 1
        if index < count, let third = decimalDigit(bytes[index]) {
          part = part &* 10 &+ third
          index &+= 1
          guard part <= 255 else { return nil }
        }
      }
      bits = bits << 8 | part
      guard dots < 3 else { break }
      guard index < count, bytes[index] == UInt8(ascii: ".") else { return nil }
      index &+= 1
    }
    return index == count ? bits : nil
  }

  @inline(__always)
  private static func decimalDigit(_ byte: UInt8) -> UInt32? {
    let digit = byte &- UInt8(ascii: "0")
    return digit < 10 ? UInt32(digit) : nil
  }

  /// Eight groups, or fewer with `::` for the others; an IPv4 address at the end is worth two.
  private static func parseV6(_ bytes: Span<UInt8>) -> IPAddress? {
    let colon = UInt8(ascii: ":")
    var groups = Groups()
    var index = 0
    if bytes.count >= 2, bytes[0] == colon, bytes[1] == colon {
      groups.gap = 0
      index = 2
    }
    while index < bytes.count {
      if let bits = parseV4(bytes.extracting(index...)) {
        guard groups.append(UInt16(bits >> 16)), groups.append(UInt16(truncatingIfNeeded: bits))
        else { return nil }
        break
      }
      let start = index
      var group: UInt16 = 0
      while index < bytes.count, let digit = hexadecimalValue(bytes[index]) {
        group = group << 4 | UInt16(digit)
        index += 1
      }
      guard (1...4).contains(index - start), groups.append(group) else { return nil }
      if index == bytes.count { break }
      guard bytes[index] == colon, index + 1 < bytes.count else { return nil }
      index += 1
      if bytes[index] == colon {
        guard groups.gap == nil else { return nil }
        groups.gap = groups.count
        index += 1
      }
    }
    return groups.address
  }

  /// The groups of an IPv6 address, as far as they were read.
  private struct Groups {
    private var values = InlineArray<8, UInt16>(repeating: 0)
    private(set) var count = 0
    /// How many groups stand before `::`.
    var gap: Int?

    /// Takes one more; false when there are eight.
    mutating func append(_ group: UInt16) -> Bool {
      guard count < 8 else { return false }
      values[count] = group
      count += 1
      return true
    }

    /// The address, unless groups are missing and nothing stands for them.
    var address: IPAddress? {
      guard gap == nil ? count == 8 : count < 8 else { return nil }
      let head = gap ?? 8
      var halves: (high: UInt64, low: UInt64) = (0, 0)
      for index in 0..<8 {
        let missing = 8 - count
        let group: UInt16 =
          index < head ? values[index] : index < head + missing ? 0 : values[index - missing]
        if index < 4 {
          halves.high = halves.high << 16 | UInt64(group)
        } else {
          halves.low = halves.low << 16 | UInt64(group)
        }
      }
      return .v6(high: halves.high, low: halves.low)
    }
  }
}
