public import Diagnostics

/// An IP address of either family, with the text form that os-vif writes.
public enum IPAddress: Hashable, Sendable {
  /// IPv4: the four bytes, first byte highest.
  case v4(UInt32)
  /// IPv6: the first and the last eight bytes, first byte highest.
  case v6(high: UInt64, low: UInt64)

  /// Reads an address: four decimal parts without leading zeros, or IPv6 text (RFC 4291 section
  /// 2.2) without a zone.
  ///
  /// - Throws: `ip.malformed` for anything else.
  public init(_ text: String) throws(Diagnostic) {
    guard let address = Self.parse(text.utf8.span) else {
      throw Diagnostic(
        .ipMalformed,
        "'\(Diagnostic.shortened(text))' is no IP address",
        value: text,
        bound: "an IPv4 address in four decimal parts without leading zeros, or an IPv6 address"
      )
    }
    self = address
  }

  /// Reads an address; nil for what is none.
  package init?(_ bytes: Span<UInt8>) {
    guard let address = Self.parse(bytes) else { return nil }
    self = address
  }

  /// How many bits an address of this family has: 32 or 128.
  public var width: Int {
    switch self {
    case .v4: 32
    case .v6: 128
    }
  }
}

extension IPAddress: CustomStringConvertible {
  /// Dotted decimal, or IPv6 text in lower case with the longest run of zeros as `::`.
  ///
  /// As os-vif writes it: only IPv4-mapped addresses (`::ffff:10.0.0.1`) and IPv4-compatible ones
  /// (`::10.0.0.1`) keep a dotted tail, and a single group of zeros is not compressed.
  public var description: String {
    switch self {
    case .v4(let bits):
      return "\(bits >> 24).\(bits >> 16 & 255).\(bits >> 8 & 255).\(bits & 255)"
    case .v6(0, let low) where low >> 32 == 0xFFFF:
      return "::ffff:\(IPAddress.v4(UInt32(truncatingIfNeeded: low)))"
    case .v6(0, let low) where (0x1_0000...0xFFFF_FFFF).contains(low):
      return "::\(IPAddress.v4(UInt32(truncatingIfNeeded: low)))"
    case .v6(let high, let low):
      let groups = (0..<8).map { index in
        UInt16(truncatingIfNeeded: (index < 4 ? high : low) >> UInt64(48 - 16 * (index % 4)))
      }
      return Self.text(of: groups)
    }
  }

  private static func text(of groups: [UInt16]) -> String {
    var best = 0..<0
    var start = 0
    for index in 0...8 where index == 8 || groups[index] != 0 {
      if index - start > max(best.count, 1) { best = start..<index }
      start = index + 1
    }
    let part = { (range: Range<Int>) in
      groups[range].map { String($0, radix: 16) }.joined(separator: ":")
    }
    return best.isEmpty ? part(0..<8) : "\(part(0..<best.lowerBound))::\(part(best.upperBound..<8))"
  }
}

extension Diagnostic.Code {
  /// A text is not an IP address.
  public static let ipMalformed = Diagnostic.Code(rawValue: "ip.malformed")
}
