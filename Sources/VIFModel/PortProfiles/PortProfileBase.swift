package import Diagnostics

/// A port profile that says nothing but, perhaps, what is offloaded.
public struct PortProfileBase: VersionedObject {
  /// `VIFPortProfileBase`.
  public static let className = "VIFPortProfileBase"
  /// The versions, by the releases that brought them.
  public static let history = ShippedVersion.versions(
    from: [ObjectVersion(1, 0), ObjectVersion(1, 14)]
  )

  /// The version that the object came with.
  public var version = newestVersion
  /// The names of the fields that its last owner had changed.
  public var changes = ChangedFields()

  /// What the port offloads to hardware; since version 1.1.
  public var datapathOffload: Nullable<DatapathOffload> = .unset

  /// An object of the newest version in which nothing is set.
  public init() {}
}

extension PortProfileBase: DeclaredObject {
  package mutating func visitFields(
    _ visitor: inout some FieldVisitor & ~Copyable
  ) throws(Diagnostic) {
    try visitor.field("datapath_offload", &datapathOffload, since: 1)
  }
}
