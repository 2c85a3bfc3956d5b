import Addresses
import Diagnostics

// Addresses and identifiers in the forms in which libvirt reads them, which are looser than those
// that it writes.

extension ElementReader {
  /// A UUID: 32 hexadecimal digits, with dashes and blanks between the bytes.
  mutating func uuid(_ name: String) throws(Diagnostic) -> UUID? {
    guard let text = text(name) else { return nil }
    guard let uuid = UUID(asLibvirtReads: text) else {
      throw Diagnostic(
        .uuidMalformed,
        "'\(Diagnostic.shortened(text))' is no UUID",
        value: text,
        bound: "32 hexadecimal digits, as 07bd6cea-fb37-4594-b769-90fc51854ee9"
      ).at("@\(name)")
    }
    return uuid
  }

  /// A MAC address: six groups of one or two digits with colons; a blank ends it.
  mutating func mac(_ name: String) throws(Diagnostic) -> MACAddress? {
    guard let text = text(name) else { return nil }
    guard let address = MACAddress(asLibvirtReads: text) else {
      throw Diagnostic(
        .macMalformed,
        "'\(Diagnostic.shortened(text))' is no MAC address",
        value: text,
        bound: "six pairs of hexadecimal digits, as 52:54:00:00:00:01"
      ).at("@\(name)")
    }
    return address
  }

  /// An IP address: of IPv4 also the short, octal and hexadecimal forms of `inet_aton`.
  mutating func ip(_ name: String) throws(Diagnostic) -> IPAddress? {
    guard let text = text(name) else { return nil }
    guard let address = IPAddress(asLibvirtReads: text) else {
      throw Diagnostic(
        .ipMalformed,
        "'\(Diagnostic.shortened(text))' is no IP address",
        value: text,
        bound: "an IPv4 or IPv6 address, no name"
      ).at("@\(name)")
    }
    return address
  }
}

extension UUID {
  /// The identifier, or nil unless `virUUIDParse` of libvirt takes the text.
  init?(asLibvirtReads text: String) {
    if let canonical = UUID(canonical: text.utf8.span) {
      self = canonical
      return
    }
    let bytes = text.utf8.drop(while: Self.isBlank)
    var digits: [UInt8] = []
    var rest = bytes[...]
    while digits.count < 32 {
      guard let byte = rest.first else { return nil }
      rest = rest.dropFirst()
      if digits.count.isMultiple(of: 2), byte == UInt8(ascii: "-") || byte == 0x20 { continue }
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
      digits.append(UInt8(digit))
    }
    guard rest.allSatisfy(Self.isBlank) else { return nil }
    let halves = [digits.prefix(16), digits.suffix(16)].map { half in
      half.reduce(UInt64(0)) { $0 << 4 | UInt64($1) }
    }
    self.init(high: halves[0], low: halves[1])
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x9...0xD).contains(byte) }
}

extension MACAddress {
  /// The address, or nil unless `virMacAddrParse` of libvirt takes the text.
  init?(asLibvirtReads text: String) {
    // The usual form, but for the dashes that libvirt does not take.
    if let usual = MACAddress(text.utf8.span), !text.utf8.span.has(UInt8(ascii: "-")) {
      self = usual
      return
    }
    var bits: UInt64 = 0
    var rest = text.utf8[...]
    for group in 0..<6 {
      let digits = rest.prefix { Character(Unicode.Scalar($0)).isHexDigit }
      guard (1...2).contains(digits.count), let byte = UInt64(Substring(digits), radix: 16) else {
        return nil
      }
      bits = bits << 8 | byte
      rest = rest[digits.endIndex...]
      guard group < 5 else { break }
      guard rest.first == UInt8(ascii: ":") else { return nil }
      rest = rest.dropFirst()
    }
    // What stands behind a blank does not count.
    guard rest.first.map({ $0 <= 0x20 }) ?? true else { return nil }
    self.init(bits: bits)
  }
}

extension IPAddress {
  /// The address, or nil unless `getaddrinfo` takes the text for one.
  init?(asLibvirtReads text: String) {
    if text.utf8.contains(UInt8(ascii: ":")) {
      guard let address = try? IPAddress(text) else { return nil }
      self = address
      return
    }
    guard let bits = Self.inetAton(text) else { return nil }
    self = .v4(bits)
  }

  /// One to four numbers, the last of which fills what is left.
  private static func inetAton(_ text: String) -> UInt32? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...4).contains(parts.count) else { return nil }
    var bits: UInt64 = 0
    for (index, part) in parts.enumerated() {
      guard part.utf8.first.map({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) == true,
        let value = LibvirtNumber.unsigned(String(part), .prefixed, as: UInt32.self)
      else { return nil }
      let isLast = index == parts.count - 1
      let width = isLast ? 8 * (5 - parts.count) : 8
      guard UInt64(value) < 1 << UInt64(width) else { return nil }
      bits = bits << UInt64(width) | UInt64(value)
    }
    return UInt32(bits)
  }
}
