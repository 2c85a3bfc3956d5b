package import Diagnostics

/// A NIC served by a user-space switch over a vhost-user socket.
public struct VIFVHostUser: VersionedObject {
  /// `VIFVHostUser`.
  public static let className = "VIFVHostUser"
  /// `VIFBase`.
  public static let parentName: String? = "VIFBase"
  /// The versions, by the releases that brought them.
  public static let history = ShippedVersion.versions(
    from: [ObjectVersion(1, 0), ObjectVersion(1, 4)]
  )

  /// The version that the object came with.
  public var version = newestVersion
  /// The names of the fields that its last owner had changed.
  public var changes = ChangedFields()

  /// Name of the port on the switch; absent before version 1.1.
  public var vifName: String?
  /// Path of the UNIX socket, at most 107 bytes.
  public var path: String?
  /// Which end of the socket the hypervisor is.
  public var mode: Mode?
  /// The fields that every VIF has.
  public var base = VIFBaseFields()

  /// An object of the newest version in which nothing is set.
  public init() {}
}

extension VIFVHostUser: DeclaredObject {
  package mutating func visitFields(
    _ visitor: inout some FieldVisitor & ~Copyable
  ) throws(Diagnostic) {
    try visitor.field("vif_name", &vifName, since: 1)
    try visitor.field("path", &path)
    try visitor.field("mode", &mode)
    try base.visit(&visitor)
  }
}

extension VIFVHostUser {
  /// Which end of the socket the hypervisor is: os-vif's enumeration of `mode`.
  public enum Mode: String, CaseIterable, Sendable {
    /// The hypervisor connects to the switch's socket.
    case client
    /// The hypervisor makes the socket; the switch connects.
    case server
  }
}

extension VIFVHostUser.Mode: WordField {
  package static let setName = "VIFVHostUserMode"
}
