public import Addresses
package import Diagnostics

/// A fast-path (6WIND) TAP port of Calico.
public struct PortProfileFPTap: VersionedObject {
  /// `VIFPortProfileFPTap`.
  public static let className = "VIFPortProfileFPTap"
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

  /// MAC address of the host end.
  public var macAddress: Nullable<MACAddress> = .unset
  /// What the port offloads to hardware; since version 1.1.
  public var datapathOffload: Nullable<DatapathOffload> = .unset

  /// An object of the newest version in which nothing is set.
  public init() {}
}

extension PortProfileFPTap: DeclaredObject {
  package mutating func visitFields(
    _ visitor: inout some FieldVisitor & ~Copyable
  ) throws(Diagnostic) {
    try visitor.field("mac_address", &macAddress)
    try visitor.field("datapath_offload", &datapathOffload, since: 1)
  }
}
