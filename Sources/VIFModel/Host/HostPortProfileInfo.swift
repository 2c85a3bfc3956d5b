public import Diagnostics

/// The versions of a port profile that a plugin understands.
public struct HostPortProfileInfo: VersionedObject {
  /// `HostPortProfileInfo`.
  public static let className = "HostPortProfileInfo"
  /// The versions, by the releases that brought them.
  public static let history = ShippedVersion.versions(
    from: [ObjectVersion(1, 8)]
  )

  /// The version that the object came with.
  public var version = newestVersion
  /// The names of the fields that its last owner had changed.
  public var changes = ChangedFields()

  /// The class, as `VIFPortProfileOpenVSwitch`.
  public var profileObjectName: String?
  /// The oldest version.
  public var minVersion: String?
  /// The newest version.
  public var maxVersion: String?

  /// An object of the newest version in which nothing is set.
  public init() {}
}

extension HostPortProfileInfo: DeclaredObject {
  package mutating func visitFields(
    _ visitor: inout some FieldVisitor & ~Copyable
  ) throws(Diagnostic) {
    try visitor.field("profile_object_name", &profileObjectName)
    try visitor.field("min_version", &minVersion)
    try visitor.field("max_version", &maxVersion)
  }
}

extension HostPortProfileInfo {
  /// The version of the class that both this library and the plugin understand.
  ///
  /// - Throws: `host-info.class` for a class that os-vif does not have, `host-info.version` when
  ///   the plugin's range and this library's versions have none in common.
  public func commonVersion() throws(Diagnostic) -> ObjectVersion {
    try VersionRange(of: profileObjectName, from: minVersion, to: maxVersion).commonVersion()
  }
}
