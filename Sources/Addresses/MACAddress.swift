public import Diagnostics

/// An IEEE 802 MAC-48 address.
///
/// Read in any case, with `:` or `-` between the bytes, as os-vif's `MACAddress` field takes it;
/// written in lower case with colons, as libvirt and os-vif write it.
public struct MACAddress: Hashable, Sendable {
  /// The six bytes in the low 48 bits, first byte highest.
  public let bits: UInt64

  /// Makes an address from the low 48 bits of a number.
  public init(bits: UInt64) { self.bits = bits & 0xFFFF_FFFF_FFFF }

  /// Reads an address.
  ///
  /// - Throws: `mac.malformed` unless the text is six pairs of hexadecimal digits with `:` or `-`
  ///   between them and nothing before or behind.
  public init(_ text: String) throws(Diagnostic) {
    guard let bits = Self.parse(text.utf8.span) else {
      throw Diagnostic(
        .macMalformed,
        "'\(Diagnostic.shortened(text))' is no MAC address",
        value: text,
        bound: "six pairs of hexadecimal digits, as fa:16:3e:00:00:01"
      )
    }
    self.bits = bits
  }

  /// Reads an address; nil for what is none.
  package init?(_ bytes: Span<UInt8>) {
    guard let bits = Self.parse(bytes) else { return nil }
    self.bits = bits
  }

  private static func parse(_ bytes: Span<UInt8>) -> UInt64? {
    guard bytes.count == 17 else { return nil }
    var bits: UInt64 = 0
    for group in 0..<6 {
      guard let byte = hexadecimal(bytes, from: 3 * group, count: 2) else { return nil }
      bits = bits << 8 | byte
      guard group < 5 else { break }
      let separator = bytes[3 * group + 2]
      guard separator == UInt8(ascii: ":") || separator == UInt8(ascii: "-") else { return nil }
    }
    return bits
  }

  /// Whether the group bit, the lowest of the first byte, is set: no NIC may have such an address.
  public var isMulticast: Bool { bits & 0x0100_0000_0000 != 0 }
}

extension MACAddress: CustomStringConvertible {
  /// Six pairs of lower-case digits with colons between them.
  public var description: String {
    let ascii = ascii
    return String(decoding: (0..<17).map { ascii[$0] }, as: UTF8.self)
  }

  /// The bytes of ``description``.
  package var ascii: InlineArray<17, UInt8> {
    let first = lowerCaseDigits(of: UInt32(truncatingIfNeeded: bits >> 16))
    let last = lowerCaseDigits(of: UInt32(truncatingIfNeeded: bits << 16))
    var text = InlineArray<17, UInt8>(repeating: UInt8(ascii: ":"))
    for byte in 0..<6 {
      let pair = byte < 4 ? first >> UInt64(16 &* byte) : last >> UInt64(16 &* (byte &- 4))
      text[3 &* byte] = UInt8(truncatingIfNeeded: pair)
      text[3 &* byte &+ 1] = UInt8(truncatingIfNeeded: pair >> 8)
    }
    return text
  }
}

extension Diagnostic.Code {
  /// A text is not a MAC address.
  public static let macMalformed = Diagnostic.Code(rawValue: "mac.malformed")
}
