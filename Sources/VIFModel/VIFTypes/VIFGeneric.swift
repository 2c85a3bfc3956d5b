package import Diagnostics

/// A NIC whose backend is set up by the plugin: a TAP device that is there already.
public struct VIFGeneric: VersionedObject {
  /// `VIFGeneric`.
  public static let className = "VIFGeneric"
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
  /// The fields that every VIF has.
  public var base = VIFBaseFields()

  /// An object of the newest version in which nothing is set.
  public init() {}
}

extension VIFGeneric: DeclaredObject {
  package mutating func visitFields(
    _ visitor: inout some FieldVisitor & ~Copyable
  ) throws(Diagnostic) {
    try visitor.field("vif_name", &vifName)
    try base.visit(&visitor)
  }
}
