public import Addresses
import Diagnostics
import JSONText

/// A subnet in `network_info`.
public struct SubnetRecord: Hashable, Sendable {
  /// An address of the port, with the floating addresses that lead to it.
  public struct FixedAddress: Hashable, Sendable {
    /// The address.
    public var address: IPAddress
    /// Addresses that are translated to it.
    public var floating: [IPAddress]

    /// Makes an address.
    public init(_ address: IPAddress, floating: [IPAddress] = []) {
      self.address = address
      self.floating = floating
    }
  }

  /// A route that guests should have.
  public struct Route: Hashable, Sendable {
    /// Where it leads.
    public var cidr: IPNetwork
    /// The router on the way.
    public var gateway: IPAddress?
    /// The device that it leaves through.
    public var interface: String?

    /// Makes a route.
    public init(_ cidr: IPNetwork, gateway: IPAddress? = nil, interface: String? = nil) {
      self.cidr = cidr
      self.gateway = gateway
      self.interface = interface
    }
  }

  /// The range.
  public var cidr: IPNetwork?
  /// Name servers.
  public var dns: [IPAddress] = []
  /// The default router.
  public var gateway: IPAddress?
  /// The port's addresses.
  public var ips: [FixedAddress] = []
  /// Routes that guests should have.
  public var routes: [Route] = []

  /// A subnet of which nothing is known.
  public init() {}

  enum Key: String, CaseIterable { case cidr, dns, gateway, ips, routes }

  init(reading reader: inout JSONReader) throws(Diagnostic) {
    try reader.readMembers(of: Key.self) { reader, key throws(Diagnostic) in
      switch key {
      case .cidr: cidr = try IPNetwork(reader.readString())
      case .dns:
        dns = try reader.readElements { reader throws(Diagnostic) in
          try reader.readRequiredAddress()
        }
      case .gateway: gateway = try reader.readAddress()
      case .ips:
        ips = try reader.readElements { reader throws(Diagnostic) in
          try FixedAddress(reading: &reader)
        }
      case .routes:
        routes = try reader.readElements { reader throws(Diagnostic) in
          try Route(reading: &reader)
        }
      }
    }
  }
}

extension SubnetRecord.FixedAddress {
  enum Key: String, CaseIterable {
    case address
    case floating = "floating_ips"
  }

  fileprivate init(reading reader: inout JSONReader) throws(Diagnostic) {
    var address: IPAddress?
    var floating: [IPAddress] = []
    try reader.readMembers(of: Key.self) { reader, key throws(Diagnostic) in
      switch key {
      case .address: address = try IPAddress(reader.readString())
      case .floating:
        floating = try reader.readElements { reader throws(Diagnostic) in
          try reader.readRequiredAddress()
        }
      }
    }
    guard let address else { throw Diagnostic.missingKey("address") }
    self.init(address, floating: floating)
  }
}

extension SubnetRecord.Route {
  enum Key: String, CaseIterable { case cidr, gateway, interface }

  fileprivate init(reading reader: inout JSONReader) throws(Diagnostic) {
    var cidr: IPNetwork?
    var gateway: IPAddress?
    var interface: String?
    try reader.readMembers(of: Key.self) { reader, key throws(Diagnostic) in
      switch key {
      case .cidr: cidr = try IPNetwork(reader.readString())
      case .gateway: gateway = try reader.readAddress()
      case .interface: interface = try reader.readString()
      }
    }
    guard let cidr else { throw Diagnostic.missingKey("cidr") }
    self.init(cidr, gateway: gateway, interface: interface)
  }
}

/// The key of an address in the object around it.
enum AddressKey: String, CaseIterable { case address }

extension JSONReader {
  /// Reads `{"address": …}`, where the address may be null.
  fileprivate mutating func readAddress() throws(Diagnostic) -> IPAddress? {
    var address: IPAddress?
    try readMembers(of: AddressKey.self) { reader, _ throws(Diagnostic) in
      address = try IPAddress(reader.readString())
    }
    return address
  }

  fileprivate mutating func readRequiredAddress() throws(Diagnostic) -> IPAddress {
    guard let address = try readAddress() else { throw Diagnostic.missingKey("address") }
    return address
  }
}
