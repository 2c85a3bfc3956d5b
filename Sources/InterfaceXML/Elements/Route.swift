public import Addresses
import Diagnostics

/// A route: libvirt's `<route>`, with the guest's or, in the source, the host's end.
public struct Route: Hashable, Sendable {
  /// How long the network's part of the address is.
  public enum Network: Hashable, Sendable {
    /// In bits.
    case prefix(UInt32)
    /// By a mask; IPv4 only.
    case netmask(IPAddress)
  }

  /// The family, which has to be given for IPv6.
  public var family: IPFamily?
  /// The network's address; without one it is the default route (passt, since libvirt 12.2).
  public var address: IPAddress?
  /// How long the network's part of the address is.
  public var network: Network?
  /// The way to the network.
  public var gateway: IPAddress
  /// The rank among routes to the same network, 1 for the first.
  public var metric: UInt32?

  /// Makes a route.
  public init(
    family: IPFamily? = nil,
    address: IPAddress?,
    network: Network? = nil,
    gateway: IPAddress,
    metric: UInt32? = nil
  ) {
    self.family = family
    self.address = address
    self.network = network
    self.gateway = gateway
    self.metric = metric
  }

  func write(to writer: inout XMLWriter) throws(Diagnostic) {
    try writer.element("route") { writer throws(Diagnostic) in
      try writer.attribute("family", family)
      try writer.attribute("address", address?.description)
      switch network {
      case .netmask(let mask): try writer.attribute("netmask", "\(mask)")
      case .prefix(let bits): try writer.attribute("prefix", bits)
      case nil: break
      }
      try writer.attribute("gateway", "\(gateway)")
      try writer.attribute("metric", metric)
    }
  }
}

extension Route {
  init(_ reader: inout ElementReader) throws(Diagnostic) {
    family = try reader.word("family")
    address = try reader.ip("address")
    if !reader.permits(.routeDefault) { _ = try reader.required(address, "address") }
    gateway = try reader.required(reader.ip("gateway"), "gateway")
    let netmask = try reader.ip("netmask")
    let prefix: UInt32? = try reader.number("prefix")
    metric = try reader.number("metric", in: 1...UInt32.max)
    try Self.checkFamily(family ?? .ipv4, address, netmask, gateway)
    let width: UInt32 = family == .ipv6 ? 128 : 32
    if let prefix, prefix > width {
      throw reader.outOfRange("prefix", "\(prefix)", "0…\(width)")
    }
    guard netmask == nil || prefix == nil else {
      throw Diagnostic(
        .routeNetwork,
        "a route has a prefix and a netmask",
        bound: "one of them"
      ).at("@netmask")
    }
    network = netmask.map { .netmask($0) } ?? prefix.map { .prefix($0) }
    try checkAddress()
  }

  private static func checkFamily(
    _ family: IPFamily,
    _ address: IPAddress?,
    _ netmask: IPAddress?,
    _ gateway: IPAddress
  ) throws(Diagnostic) {
    let parts = [("address", address), ("gateway", gateway), ("netmask", netmask)]
    for (name, part) in parts {
      guard let part, part.family != family || name == "netmask" && family == .ipv6 else {
        continue
      }
      throw Diagnostic(
        .routeFamily,
        "'\(part)' is no \(name) of a route of \(family.rawValue)",
        value: "\(part)",
        bound: name == "netmask" ? "IPv4 only" : family.rawValue,
        remedy: family == .ipv4 ? "add family='ipv6' if it is one of IPv6" : nil
      ).at("@\(name)")
    }
  }

  /// libvirt takes a route without a prefix for one to everything.
  private func checkAddress() throws(Diagnostic) {
    guard let address, address.masked(by: network) != address else { return }
    throw Diagnostic(
      .routeNetwork,
      "'\(address)' has bits behind those of the network",
      value: "\(address)",
      bound: "the network's own address, and its prefix"
    ).at("@address")
  }
}

extension IPAddress {
  fileprivate func masked(by network: Route.Network?) -> IPAddress {
    switch (self, network) {
    case (.v4(let bits), .netmask(.v4(let mask))): .v4(bits & mask)
    case (_, .netmask): self
    case (.v4(let bits), .prefix(let count)): .v4(bits & ~(UInt32.max >> count))
    case (.v4, nil): .v4(0)
    case (.v6(let high, let low), .prefix(let count)):
      .v6(
        high: high & ~(UInt64.max >> UInt64(count)),
        low: low & ~(UInt64.max >> UInt64(count > 64 ? count - 64 : 0))
      )
    case (.v6, nil): .v6(high: 0, low: 0)
    }
  }
}

extension Diagnostic.Code {
  /// An address of another family than the route's.
  public static let routeFamily = Self(rawValue: "route.family")
  /// A route's network that is none.
  public static let routeNetwork = Self(rawValue: "route.network")
}
