package import Diagnostics

/// A NIC on a Linux bridge, also where that stands before Open vSwitch (hybrid plug).
public struct VIFBridge: VersionedObject {
  /// `VIFBridge`.
  public static let className = "VIFBridge"
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

  /// Name of the TAP device on the host; the kernel takes at most 15 bytes.
  public var vifName: String?
  /// Name of the bridge; the kernel takes at most 15 bytes.
  public var bridgeName: String?
  /// The fields that every VIF has.
  public var base = VIFBaseFields()

  /// An object of the newest version in which nothing is set.
  public init() {}
}

extension VIFBridge: DeclaredObject {
  package mutating func visitFields(
    _ visitor: inout some FieldVisitor & ~Copyable
  ) throws(Diagnostic) {
    try visitor.field("vif_name", &vifName)
    try visitor.field("bridge_name", &bridgeName)
    try base.visit(&visitor)
  }
}
