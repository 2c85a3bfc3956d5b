public import Addresses
import Diagnostics

/// The fields that the three Open vSwitch port profiles share: os-vif's class
/// `VIFPortProfileOpenVSwitch`.
public struct OpenVSwitchFields: Hashable, Sendable {
  /// The port's `iface-id` in Open vSwitch's database.
  public var interfaceID: UUID?
  /// The port's profile in Open vSwitch's database; empty for none.
  public var profileID: String?
  /// The bridge's datapath, `system` or `netdev`; since version 1.1.
  public var datapathType: Nullable<String> = .unset
  /// Whether the plugin makes the Open vSwitch port, not the hypervisor; since version 1.3.
  public var createPort: Bool?
  /// Whether the plugin makes the TAP device, not the hypervisor; since version 1.4.
  public var createTap: Bool?
  /// Whether the TAP device that the plugin makes has several queues; since version 1.4.
  public var multiqueue: Bool?
  /// What the port offloads to hardware; since version 1.2.
  public var datapathOffload: Nullable<DatapathOffload> = .unset

  /// Fields of which none is set.
  public init() {}

  mutating func visit(_ visitor: inout some FieldVisitor & ~Copyable) throws(Diagnostic) {
    try visitor.field("interface_id", &interfaceID)
    try visitor.field("profile_id", &profileID)
    try visitor.field("datapath_type", &datapathType, since: 1)
    try visitor.field("create_port", &createPort, default: false, since: 3)
    try visitor.field("create_tap", &createTap, default: false, since: 4)
    try visitor.field("multiqueue", &multiqueue, default: false, since: 4)
    try visitor.field("datapath_offload", &datapathOffload, since: 2)
  }
}

/// What of an Open vSwitch port concerns libvirt.
package struct OpenVSwitchBinding {
  /// The port's `iface-id`.
  package let interfaceID: UUID?
  /// The port's profile; empty for none.
  package let profileID: String?
  /// Whether the plugin makes the Open vSwitch port.
  package let createPort: Bool?
  /// Whether the plugin makes the TAP device.
  package let createTap: Bool?

  @inline(__always)
  init(_ fields: OpenVSwitchFields) {
    interfaceID = fields.interfaceID
    profileID = fields.profileID
    createPort = fields.createPort
    createTap = fields.createTap
  }
}
