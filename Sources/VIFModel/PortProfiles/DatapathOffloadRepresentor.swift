package import Diagnostics

/// A datapath offload through a representor (SR-IOV in switchdev mode).
public struct DatapathOffloadRepresentor: VersionedObject {
  /// `DatapathOffloadRepresentor`.
  public static let className = "DatapathOffloadRepresentor"
  /// `DatapathOffloadBase`.
  public static let parentName: String? = "DatapathOffloadBase"
  /// The versions, by the releases that brought them.
  public static let history = ShippedVersion.versions(
    from: [ObjectVersion(1, 14)]
  )

  /// The version that the object came with.
  public var version = newestVersion
  /// The names of the fields that its last owner had changed.
  public var changes = ChangedFields()

  /// Name of the representor's network device.
  public var representorName: Nullable<String> = .unset
  /// PCI address of the represented function, as text.
  public var representorAddress: Nullable<String> = .unset

  /// An object of the newest version in which nothing is set.
  public init() {}
}

extension DatapathOffloadRepresentor: DeclaredObject {
  package mutating func visitFields(
    _ visitor: inout some FieldVisitor & ~Copyable
  ) throws(Diagnostic) {
    try visitor.field("representor_name", &representorName)
    try visitor.field("representor_address", &representorAddress)
  }
}
