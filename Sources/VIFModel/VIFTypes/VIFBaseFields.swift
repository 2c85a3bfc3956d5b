public import Addresses
import Diagnostics

/// The fields that every VIF has: os-vif's class `VIFBase`.
public struct VIFBaseFields: Hashable, Sendable {
  /// Identifies the VIF, and so the port that it is plugged into.
  public var id: UUID?
  /// The MAC address that the guest's NIC has.
  public var address: Nullable<MACAddress> = .unset
  /// The network that the VIF is on.
  public var network: Nullable<Network> = .unset
  /// The name of the os-vif plugin that plugs it on the host, as `ovs`.
  public var plugin: String?
  /// Whether the port is up, as its owner sees it.
  public var active: Bool?
  /// Whether the port outlives the instance.
  public var preserveOnDelete: Bool?
  /// Whether the plugin's side filters traffic (security groups).
  public var hasTrafficFiltering: Bool?
  /// What the port is, to the switch that it is on; nil when there is no profile.
  public var portProfile: PortProfile?

  /// Fields of which none is set.
  public init() {}

  mutating func visit(_ visitor: inout some FieldVisitor & ~Copyable) throws(Diagnostic) {
    try visitor.field("id", &id)
    try visitor.field("address", &address)
    try visitor.field("network", &network)
    try visitor.field("plugin", &plugin)
    try visitor.field("active", &active, default: true)
    try visitor.field("preserve_on_delete", &preserveOnDelete, default: false)
    try visitor.field("has_traffic_filtering", &hasTrafficFiltering, default: false)
    try visitor.field("port_profile", &portProfile)
  }
}
