public import Diagnostics

/// What one plugin of a host understands.
public struct HostPluginInfo: VersionedObject {
  /// `HostPluginInfo`.
  public static let className = "HostPluginInfo"
  /// The versions, by the releases that brought them.
  public static let history = ShippedVersion.versions(
    from: [ObjectVersion(1, 0)]
  )

  /// The version that the object came with.
  public var version = newestVersion
  /// The names of the fields that its last owner had changed.
  public var changes = ChangedFields()

  /// The plugin's name, as `ovs`.
  public var pluginName: String?
  /// The VIF types that it plugs.
  public var vifInfo: [HostVIFInfo]?

  /// An object of the newest version in which nothing is set.
  public init() {}
}

extension HostPluginInfo: DeclaredObject {
  package mutating func visitFields(
    _ visitor: inout some FieldVisitor & ~Copyable
  ) throws(Diagnostic) {
    try visitor.field("plugin_name", &pluginName)
    try visitor.field("vif_info", &vifInfo)
  }
}

extension HostPluginInfo {
  /// Whether the plugin plugs this VIF type.
  public func hasVIF(_ name: String) -> Bool {
    (vifInfo ?? []).contains { $0.vifObjectName == name }
  }

  /// What the plugin understands of a VIF type.
  ///
  /// - Throws: `host-info.vif`.
  public func vif(_ name: String) throws(Diagnostic) -> HostVIFInfo {
    guard let vif = (vifInfo ?? []).first(where: { $0.vifObjectName == name }) else {
      throw Diagnostic(
        .hostInfoVIF,
        "plugin '\(pluginName ?? "")' does not plug '\(name)'",
        value: name,
        bound: (vifInfo ?? []).compactMap(\.vifObjectName).joined(separator: ", ")
      )
    }
    return vif
  }
}

extension Diagnostic.Code {
  /// A VIF type that a plugin does not plug.
  public static let hostInfoVIF = Diagnostic.Code(rawValue: "host-info.vif")
}
