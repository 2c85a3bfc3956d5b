public import Addresses
import Diagnostics
import JSONText

/// The network of a VIF in `network_info`.
public struct NetworkRecord: Hashable, Sendable {
  /// Identifies the network.
  public var id: UUID?
  /// Name of the bridge that the port is on.
  public var bridge: String?
  /// Name for people.
  public var label: String?
  /// The subnets that the port has addresses in.
  public var subnets: [SubnetRecord] = []
  /// The MTU in bytes; 0 is none.
  public var mtu: Int64?
  /// Whether every host has network services of its own.
  public var multiHost: Bool?
  /// Whether the plugin is to make the bridge.
  public var shouldCreateBridge: Bool?
  /// Whether the plugin is to make the VLAN device.
  public var shouldCreateVLAN: Bool?
  /// The device that the bridge's traffic leaves through.
  public var bridgeInterface: String?
  /// The VLAN, which counts only where a VLAN device is to be made.
  public var vlan: Int64?
  /// The device below the guest's, with 802.1Qbg.
  public var interface: String?

  /// A network of which nothing is known.
  public init() {}

  enum Key: String, CaseIterable { case id, bridge, label, subnets, meta }

  enum MetaKey: String, CaseIterable {
    case mtu, vlan, interface
    case multiHost = "multi_host"
    case shouldCreateBridge = "should_create_bridge"
    case shouldCreateVLAN = "should_create_vlan"
    case bridgeInterface = "bridge_interface"
  }

  init(reading reader: inout JSONReader) throws(Diagnostic) {
    try reader.readMembers(of: Key.self) { reader, key throws(Diagnostic) in
      switch key {
      case .id: id = try UUID(reader.readString())
      case .bridge: bridge = try reader.readString()
      case .label: label = try reader.readString()
      case .subnets:
        subnets = try reader.readElements { reader throws(Diagnostic) in
          try SubnetRecord(reading: &reader)
        }
      case .meta: try readMeta(&reader)
      }
    }
  }

  private mutating func readMeta(_ reader: inout JSONReader) throws(Diagnostic) {
    try reader.readMembers(of: MetaKey.self) { reader, key throws(Diagnostic) in
      switch key {
      case .mtu: mtu = try reader.readNumber()
      case .vlan: vlan = try reader.readNumber()
      case .interface: interface = try reader.readString()
      case .multiHost: multiHost = try reader.readBoolean()
      case .shouldCreateBridge: shouldCreateBridge = try reader.readBoolean()
      case .shouldCreateVLAN: shouldCreateVLAN = try reader.readBoolean()
      case .bridgeInterface: bridgeInterface = try reader.readString()
      }
    }
  }
}
