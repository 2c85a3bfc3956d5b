public import Addresses
package import Diagnostics

/// The virtual machine that a VIF belongs to.
public struct InstanceInfo: VersionedObject {
  /// `InstanceInfo`.
  public static let className = "InstanceInfo"
  /// The versions, by the releases that brought them.
  public static let history = ShippedVersion.versions(
    from: [ObjectVersion(1, 0)]
  )

  /// The version that the object came with.
  public var version = newestVersion
  /// The names of the fields that its last owner had changed.
  public var changes = ChangedFields()

  /// Identifies the machine.
  public var uuid: UUID?
  /// The machine's name to the hypervisor.
  public var name: String?
  /// The project that owns it.
  public var projectID: String?

  /// An object of the newest version in which nothing is set.
  public init() {}
}

extension InstanceInfo: DeclaredObject {
  package mutating func visitFields(
    _ visitor: inout some FieldVisitor & ~Copyable
  ) throws(Diagnostic) {
    try visitor.field("uuid", &uuid)
    try visitor.field("name", &name)
    try visitor.field("project_id", &projectID)
  }
}
