public import Diagnostics

/// The versions of a VIF type that a plugin understands.
public struct HostVIFInfo: VersionedObject {
  /// `HostVIFInfo`.
  public static let className = "HostVIFInfo"
  /// The versions, by the releases that brought them.
  public static let history = ShippedVersion.versions(
    from: [ObjectVersion(1, 0), ObjectVersion(1, 8)]
  )

  /// The version that the object came with.
  public var version = newestVersion
  /// The names of the fields that its last owner had changed.
  public var changes = ChangedFields()

  /// The class, as `VIFBridge`.
  public var vifObjectName: String?
  /// The oldest version.
  public var minVersion: String?
  /// The newest version.
  public var maxVersion: String?
  /// The port profiles that may stand on it; since version 1.1.
  public var supportedPortProfiles: [HostPortProfileInfo]?

  /// An object of the newest version in which nothing is set.
  public init() {}
}

extension HostVIFInfo: DeclaredObject {
  package mutating func visitFields(
    _ visitor: inout some FieldVisitor & ~Copyable
  ) throws(Diagnostic) {
    try visitor.field("vif_object_name", &vifObjectName)
    try visitor.field("min_version", &minVersion)
    try visitor.field("max_version", &maxVersion)
    try visitor.field("supported_port_profiles", &supportedPortProfiles, since: 1)
  }
}

extension HostVIFInfo {
  /// The version of the class that both this library and the plugin understand.
  ///
  /// - Throws: `host-info.class` for a class that os-vif does not have, `host-info.version` when
  ///   the plugin's range and this library's versions have none in common.
  public func commonVersion() throws(Diagnostic) -> ObjectVersion {
    try VersionRange(of: vifObjectName, from: minVersion, to: maxVersion).commonVersion()
  }
}

extension HostVIFInfo {
  /// Whether the port profile may stand on the VIF type.
  public func hasPortProfile(_ name: String) -> Bool {
    (supportedPortProfiles ?? []).contains { $0.profileObjectName == name }
  }
}
