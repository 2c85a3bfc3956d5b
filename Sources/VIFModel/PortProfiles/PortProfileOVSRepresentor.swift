public import Addresses
package import Diagnostics

/// A port whose representor is on an Open vSwitch bridge (SR-IOV offload).
public struct PortProfileOVSRepresentor: VersionedObject {
  /// `VIFPortProfileOVSRepresentor`.
  public static let className = "VIFPortProfileOVSRepresentor"
  /// `VIFPortProfileOpenVSwitch`.
  public static let parentName: String? = "VIFPortProfileOpenVSwitch"
  /// The versions, by the releases that brought them.
  public static let history = ShippedVersion.versions(
    from: [
      ObjectVersion(1, 7), ObjectVersion(1, 8), ObjectVersion(1, 14), ObjectVersion(1, 15),
      ObjectVersion(4, 3),
    ]
  )

  /// The version that the object came with.
  public var version = newestVersion
  /// The names of the fields that its last owner had changed.
  public var changes = ChangedFields()

  /// Name of the representor's network device.
  public var representorName: Nullable<String> = .unset
  /// PCI address of the represented function.
  public var representorAddress: Nullable<PCIAddress> = .unset
  /// The fields that the Open vSwitch profiles share.
  public var openVSwitch = OpenVSwitchFields()

  /// An object of the newest version in which nothing is set.
  public init() {}
}

extension PortProfileOVSRepresentor: DeclaredObject {
  package mutating func visitFields(
    _ visitor: inout some FieldVisitor & ~Copyable
  ) throws(Diagnostic) {
    try visitor.field("representor_name", &representorName)
    try visitor.field("representor_address", &representorAddress)
    try openVSwitch.visit(&visitor)
  }
}
