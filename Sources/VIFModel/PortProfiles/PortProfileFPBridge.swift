package import Diagnostics

/// A port on a fast-path (6WIND) Linux bridge.
public struct PortProfileFPBridge: VersionedObject {
  /// `VIFPortProfileFPBridge`.
  public static let className = "VIFPortProfileFPBridge"
  /// `VIFPortProfileBase`.
  public static let parentName: String? = "VIFPortProfileBase"
  /// The versions, by the releases that brought them.
  public static let history = ShippedVersion.versions(
    from: [ObjectVersion(1, 4), ObjectVersion(1, 14)]
  )

  /// The version that the object came with.
  public var version = newestVersion
  /// The names of the fields that its last owner had changed.
  public var changes = ChangedFields()

  /// Name of the bridge.
  public var bridgeName: String?
  /// What the port offloads to hardware; since version 1.1.
  public var datapathOffload: Nullable<DatapathOffload> = .unset

  /// An object of the newest version in which nothing is set.
  public init() {}
}

extension PortProfileFPBridge: DeclaredObject {
  package mutating func visitFields(
    _ visitor: inout some FieldVisitor & ~Copyable
  ) throws(Diagnostic) {
    try visitor.field("bridge_name", &bridgeName)
    try visitor.field("datapath_offload", &datapathOffload, since: 1)
  }
}
