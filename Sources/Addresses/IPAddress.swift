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
    guard let address = Self.parse(text) else {
      throw Diagnostic(
        .ipMalformed,
        "'\(Diagnostic.shortened(text))' is no IP address",
        value: text,
        bound: "an IPv4 address in four decimal parts without leading zeros, or an IPv6 address"
      )
    }
    self = address
  }

  static func parse(_ text: some StringProtocol) -> IPAddress? {
    if let v4 = parseV4(text) { return .v4(v4) }
    guard let groups = parseV6(text) else { return nil }
    return .v6(high: joined(groups[0..<4]), low: joined(groups[4..<8]))
  }

  private static func joined(_ groups: ArraySlice<UInt16>) -> UInt64 {
    groups.reduce(0) { $0 << 16 | UInt64($1) }
  }

  private static func parseV4(_ text: some StringProtocol) -> UInt32? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 4 else { return nil }
    var bits: UInt32 = 0
    for part in parts {
      guard part.utf8.allSatisfy({ (0x30...0x39).contains($0) }), (1...3).contains(part.utf8.count),
        part == "0" || !part.hasPrefix("0"), let byte = UInt8(part)
      else { return nil }
      bits = bits << 8 | UInt32(byte)
    }
    return bits
  }

  private static func parseV6(_ text: some StringProtocol) -> [UInt16]? {
    guard let gap = text.firstRange(of: "::") else {
      guard let groups = groups(of: text, isEnd: true), groups.count == 8 else { return nil }
      return groups
    }
    guard let head = groups(of: text[..<gap.lowerBound], isEnd: false),
      let tail = groups(of: text[gap.upperBound...], isEnd: true), head.count + tail.count <= 7
    else { return nil }
    return head + Array(repeating: 0, count: 8 - head.count - tail.count) + tail
  }

  /// The groups on one side of `::`; the last of the address may be an IPv4 address, which is
  /// worth two.
  private static func groups(of text: some StringProtocol, isEnd: Bool) -> [UInt16]? {
    if text.isEmpty { return [] }
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    var groups: [UInt16] = []
    for (index, part) in parts.enumerated() {
      if isEnd, index == parts.count - 1, let v4 = parseV4(part) {
        groups += [UInt16(v4 >> 16), UInt16(truncatingIfNeeded: v4)]
        continue
      }
      guard (1...4).contains(part.utf8.count),
        part.utf8.allSatisfy({ hexadecimalValue($0) != nil }),
        let group = UInt16(part, radix: 16)
      else { return nil }
      groups.append(group)
    }
    return groups
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
  /// As os-vif writes it: only IPv4-mapped addresses (`::ffff:10.0.0.1`) keep a dotted tail, and a
  /// single group of zeros is not compressed.
  public var description: String {
    switch self {
    case .v4(let bits):
      return "\(bits >> 24).\(bits >> 16 & 255).\(bits >> 8 & 255).\(bits & 255)"
    case .v6(0, let low) where low >> 32 == 0xFFFF:
      return "::ffff:\(IPAddress.v4(UInt32(truncatingIfNeeded: low)))"
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
