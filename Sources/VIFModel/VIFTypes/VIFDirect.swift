public import Addresses
package import Diagnostics

/// A NIC that is a macvtap device on a host device, by the PCI address of that device.
public struct VIFDirect: VersionedObject {
  /// `VIFDirect`.
  public static let className = "VIFDirect"
  /// `VIFBase`.
  public static let parentName: String? = "VIFBase"
  /// The versions, by the releases that brought them.
  public static let history = ShippedVersion.versions(
    from: [ObjectVersion(1, 0)]
  )

  /// The version that the object came with.
  public var version = newestVersion
  /// The names of the fields that its last owner had changed.
  public var changes = ChangedFields()

  /// Name of the macvtap device on the host; the kernel takes at most 15 bytes.
  public var vifName: String?
  /// PCI address of the host device below.
  public var devAddress: PCIAddress?
  /// How the macvtap devices of one host device see each other.
  public var mode: Mode?
  /// Name of a VLAN device to put below instead; empty for none.
  public var vlanName: String?
  /// The fields that every VIF has.
  public var base = VIFBaseFields()

  /// An object of the newest version in which nothing is set.
  public init() {}
}

extension VIFDirect: DeclaredObject {
  package mutating func visitFields(
    _ visitor: inout some FieldVisitor & ~Copyable
  ) throws(Diagnostic) {
    try visitor.field("vif_name", &vifName)
    try visitor.field("dev_address", &devAddress)
    try visitor.field("mode", &mode)
    try visitor.field("vlan_name", &vlanName)
    try base.visit(&visitor)
  }
}

extension VIFDirect {
  /// How macvtap switches: os-vif's enumeration of `mode`.
  public enum Mode: String, CaseIterable, Sendable {
    /// Frames go out to the adjacent switch, which sends them back (IEEE 802.1Qbg).
    case vepa
    /// The whole host device belongs to the guest.
    case passthrough
    /// The host delivers between the guests of one host device.
    case bridge
  }
}

extension VIFDirect.Mode: WordField {
  package static let setName = "VIFDirectMode"
}
