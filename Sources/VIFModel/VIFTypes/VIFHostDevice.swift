public import Addresses
package import Diagnostics

/// A NIC that is a PCI function of the host, handed to the guest.
public struct VIFHostDevice: VersionedObject {
  /// `VIFHostDevice`.
  public static let className = "VIFHostDevice"
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

  /// Whether it is a network device to the hypervisor.
  public var devType: DeviceType?
  /// PCI address of the function.
  public var devAddress: PCIAddress?
  /// The fields that every VIF has.
  public var base = VIFBaseFields()

  /// An object of the newest version in which nothing is set.
  public init() {}
}

extension VIFHostDevice: DeclaredObject {
  package mutating func visitFields(
    _ visitor: inout some FieldVisitor & ~Copyable
  ) throws(Diagnostic) {
    try visitor.field("dev_type", &devType)
    try visitor.field("dev_address", &devAddress)
    try base.visit(&visitor)
  }
}

extension VIFHostDevice {
  /// What the hypervisor takes the function for: os-vif's enumeration of `dev_type`.
  public enum DeviceType: String, CaseIterable, Sendable {
    /// An Ethernet device, with MAC address and VLAN (SR-IOV virtual function).
    case ethernet
    /// Any PCI device.
    case generic
  }
}

extension VIFHostDevice.DeviceType: WordField {
  package static let setName = "VIFHostDeviceDevType"
}
