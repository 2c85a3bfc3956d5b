public import Addresses
package import Diagnostics

/// The network that a VIF is on.
public struct Network: VersionedObject {
  /// `Network`.
  public static let className = "Network"
  /// The versions, by the releases that brought them.
  public static let history = ShippedVersion.versions(
    from: [ObjectVersion(1, 0), ObjectVersion(1, 3)]
  )

  /// The version that the object came with.
  public var version = newestVersion
  /// The names of the fields that its last owner had changed.
  public var changes = ChangedFields()

  /// Identifies the network.
  public var id: UUID?
  /// Name of the bridge that the network is on.
  public var bridge: String?
  /// Name for people.
  public var label: String?
  /// The network's subnets; os-vif makes an empty list of an absent one.
  public var subnets: SubnetList?
  /// Whether every host has network services of its own.
  public var multiHost: Bool?
  /// Whether the plugin is to make the bridge.
  public var shouldProvideBridge: Bool?
  /// Whether the plugin is to make the VLAN device.
  public var shouldProvideVLAN: Bool?
  /// The host device that the bridge's traffic leaves through.
  public var bridgeInterface: Nullable<String> = .unset
  /// VLAN of the network, 0…4095.
  public var vlan: Nullable<Int64> = .unset
  /// The network's MTU in bytes; since version 1.1.
  public var mtu: Nullable<Int64> = .unset

  /// An object of the newest version in which nothing is set.
  public init() {}
}

extension Network: DeclaredObject {
  package mutating func visitFields(
    _ visitor: inout some FieldVisitor & ~Copyable
  ) throws(Diagnostic) {
    try visitor.field("id", &id)
    try visitor.field("bridge", &bridge)
    try visitor.field("label", &label)
    try visitor.field("subnets", &subnets)
    try visitor.field("multi_host", &multiHost)
    try visitor.field("should_provide_bridge", &shouldProvideBridge)
    try visitor.field("should_provide_vlan", &shouldProvideVLAN)
    try visitor.field("bridge_interface", &bridgeInterface)
    try visitor.field("vlan", &vlan)
    try visitor.field("mtu", &mtu, since: 1)
  }

  /// os-vif's constructor sets these, and so does its reading.
  package mutating func fillAbsentFields() {
    if case .none = subnets {
      var list = SubnetList([])
      list.changes = ["objects"]
      subnets = list
    }
    if multiHost == nil { multiHost = false }
    if shouldProvideBridge == nil { shouldProvideBridge = false }
    if shouldProvideVLAN == nil { shouldProvideVLAN = false }
    if mtu == .unset { mtu = .null }
  }
}
