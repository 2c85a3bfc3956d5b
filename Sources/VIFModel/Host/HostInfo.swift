public import Diagnostics

/// What the plugins of a host understand: the answer in a negotiation of versions.
public struct HostInfo: VersionedObject {
  /// `HostInfo`.
  public static let className = "HostInfo"
  /// The versions, by the releases that brought them.
  public static let history = ShippedVersion.versions(
    from: [ObjectVersion(1, 0)]
  )

  /// The version that the object came with.
  public var version = newestVersion
  /// The names of the fields that its last owner had changed.
  public var changes = ChangedFields()

  /// The plugins.
  public var pluginInfo: [HostPluginInfo]?

  /// An object of the newest version in which nothing is set.
  public init() {}
}

extension HostInfo: DeclaredObject {
  package mutating func visitFields(
    _ visitor: inout some FieldVisitor & ~Copyable
  ) throws(Diagnostic) {
    try visitor.field("plugin_info", &pluginInfo)
  }
}

extension HostInfo {
  /// Whether there is a plugin of this name.
  public func hasPlugin(_ name: String) -> Bool {
    (pluginInfo ?? []).contains { $0.pluginName == name }
  }

  /// The plugin of this name.
  ///
  /// - Throws: `host-info.plugin`.
  public func plugin(_ name: String) throws(Diagnostic) -> HostPluginInfo {
    guard let plugin = (pluginInfo ?? []).first(where: { $0.pluginName == name }) else {
      throw Diagnostic(
        .hostInfoPlugin,
        "the host has no plugin '\(name)'",
        value: name,
        bound: (pluginInfo ?? []).compactMap(\.pluginName).joined(separator: ", ")
      )
    }
    return plugin
  }

  /// Leaves in each plugin the VIF types of these names only, and no plugin that has none left.
  public mutating func filter(vifTypes names: Set<String>) {
    pluginInfo = pluginInfo?.compactMap { plugin in
      var plugin = plugin
      plugin.vifInfo = plugin.vifInfo?.filter { names.contains($0.vifObjectName ?? "") }
      return plugin.vifInfo?.isEmpty == false ? plugin : nil
    }
  }
}

extension Diagnostic.Code {
  /// A plugin that the host does not have.
  public static let hostInfoPlugin = Diagnostic.Code(rawValue: "host-info.plugin")
}
