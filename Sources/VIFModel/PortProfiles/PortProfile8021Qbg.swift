public import Addresses
package import Diagnostics

/// A port of an IEEE 802.1Qbg virtual station interface.
///
/// The model holds what os-vif holds; the bounds are those of the standard, and are applied where
/// the port becomes libvirt's virtualport.
public struct PortProfile8021Qbg: VersionedObject {
  /// `VIFPortProfile8021Qbg`.
  public static let className = "VIFPortProfile8021Qbg"
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

  /// VSI manager, 0…255; 0 is reserved by the standard.
  public var managerID: Int64?
  /// VSI type, 0…16777215 (24 bits).
  public var typeID: Int64?
  /// Version of the VSI type, 0…255.
  public var typeIDVersion: Int64?
  /// VSI instance.
  public var instanceID: UUID?
  /// What the port offloads to hardware; since version 1.1.
  public var datapathOffload: Nullable<DatapathOffload> = .unset

  /// An object of the newest version in which nothing is set.
  public init() {}
}

extension PortProfile8021Qbg: DeclaredObject {
  package mutating func visitFields(
    _ visitor: inout some FieldVisitor & ~Copyable
  ) throws(Diagnostic) {
    try visitor.field("manager_id", &managerID)
    try visitor.field("type_id", &typeID)
    try visitor.field("type_id_version", &typeIDVersion)
    try visitor.field("instance_id", &instanceID)
    try visitor.field("datapath_offload", &datapathOffload, since: 1)
  }
}
