package import Diagnostics

/// A port of an IEEE 802.1Qbh port extender (Cisco VM-FEX).
public struct PortProfile8021Qbh: VersionedObject {
  /// `VIFPortProfile8021Qbh`.
  public static let className = "VIFPortProfile8021Qbh"
  /// `VIFPortProfileBase`.
  public static let parentName: String? = "VIFPortProfileBase"
  /// The versions, by the releases that brought them.
  public static let history = ShippedVersion.versions(
    from: [ObjectVersion(1, 0), ObjectVersion(1, 14)]
  )

  /// The version that the object came with.
  public var version = newestVersion
  /// The names of the fields that its last owner had changed.
  public var changes = ChangedFields()

  /// Name of the profile on the switch, 1…39 bytes.
  public var profileID: String?
  /// What the port offloads to hardware; since version 1.1.
  public var datapathOffload: Nullable<DatapathOffload> = .unset

  /// An object of the newest version in which nothing is set.
  public init() {}
}

extension PortProfile8021Qbh: DeclaredObject {
  package mutating func visitFields(
    _ visitor: inout some FieldVisitor & ~Copyable
  ) throws(Diagnostic) {
    try visitor.field("profile_id", &profileID)
    try visitor.field("datapath_offload", &datapathOffload, since: 1)
  }
}
