package import Diagnostics

/// A NIC of a container inside a guest, bound to DPDK there; plugged by kuryr-kubernetes.
public struct VIFNestedDPDK: VersionedObject {
  /// `VIFNestedDPDK`.
  public static let className = "VIFNestedDPDK"
  /// `VIFBase`.
  public static let parentName: String? = "VIFBase"
  /// The versions, by the releases that brought them.
  public static let history = ShippedVersion.versions(
    from: [ObjectVersion(1, 12)]
  )

  /// The version that the object came with.
  public var version = newestVersion
  /// The names of the fields that its last owner had changed.
  public var changes = ChangedFields()

  /// PCI address inside the guest, as text.
  public var pciAddress: String?
  /// Kernel driver that the device is bound to, as `vfio-pci`.
  public var devDriver: String?
  /// The fields that every VIF has.
  public var base = VIFBaseFields()

  /// An object of the newest version in which nothing is set.
  public init() {}
}

extension VIFNestedDPDK: DeclaredObject {
  package mutating func visitFields(
    _ visitor: inout some FieldVisitor & ~Copyable
  ) throws(Diagnostic) {
    try visitor.field("pci_address", &pciAddress)
    try visitor.field("dev_driver", &devDriver)
    try base.visit(&visitor)
  }
}
