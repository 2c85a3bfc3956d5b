public import Addresses
import Diagnostics

/// An address: libvirt's `<ip>`.
///
/// In the interface itself it is one of the guest's (types user and vhostuser with QEMU; others
/// with containers); in the source it is one of the TAP device's on the host.
public struct IP: Hashable, Sendable {
  /// The address.
  public var address: IPAddress
  /// Bits of the network part, 0…32 or 0…128; libvirt takes 0 for nothing said.
  public var prefix: UInt32?
  /// The address of the other end.
  public var peer: IPAddress?

  /// Makes an address.
  public init(address: IPAddress, prefix: UInt32? = nil, peer: IPAddress? = nil) {
    self.address = address
    self.prefix = prefix
    self.peer = peer
  }

  func write(to writer: inout XMLWriter) throws(Diagnostic) {
    try writer.element("ip") { writer throws(Diagnostic) in
      try writer.attribute("address", "\(address)")
      try writer.attribute("family", address.family)
      try writer.attribute("prefix", prefix)
      try writer.attribute("peer", peer?.description)
    }
  }
}

extension IP {
  init(_ reader: inout ElementReader) throws(Diagnostic) {
    address = try reader.required(reader.ip("address"), "address")
    // Any other word leaves the family to the address.
    let family = reader.text("family").flatMap(IPFamily.init)
    if family == .ipv4 { address = address.unmapped }
    if let family, family != address.family {
      throw reader.notAllowed("family", family.rawValue, [address.family.rawValue])
    }
    let maximum = UInt32(address.width)
    let text = reader.text("prefix")
    prefix = text.flatMap { LibvirtNumber.wrapping($0, .ten) }
    if let text, prefix.map({ $0 > maximum }) ?? true {
      throw reader.outOfRange("prefix", text, "0…\(maximum)")
    }
    if prefix == 0, reader.drops("@prefix", .ipPrefixZero, "libvirt drops a prefix of 0") {
      prefix = nil
    }
    peer = try reader.ip("peer")
    if address.family == .ipv4 { peer = peer?.unmapped }
    guard let peer, peer.family != address.family else { return }
    throw reader.notAllowed("peer", "\(peer)", ["an address of \(address.family.rawValue)"])
  }
}

/// A family of IP addresses, by libvirt's word for it.
public enum IPFamily: String, CaseIterable, Sendable {
  /// IPv4.
  case ipv4
  /// IPv6.
  case ipv6
}

extension IPAddress {
  /// The family that the address is of.
  var family: IPFamily {
    switch self {
    case .v4: .ipv4
    case .v6: .ipv6
    }
  }

  /// The IPv4 address that an IPv4-mapped one of IPv6 stands for (RFC 4291 section 2.5.5.2).
  var unmapped: IPAddress {
    guard case .v6(0, let low) = self, low >> 32 == 0xFFFF else { return self }
    return .v4(UInt32(truncatingIfNeeded: low))
  }
}

extension Diagnostic.Code {
  /// A prefix of no bits.
  public static let ipPrefixZero = Self(rawValue: "ip.prefix-zero")
}
