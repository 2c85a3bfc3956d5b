import Testing
import VIFModel

/// What is asked of a host's answer in a negotiation of versions.
struct HostInfoTests {
  private static func vif(_ name: String, _ minimum: String?, _ maximum: String?) -> HostVIFInfo {
    var vif = HostVIFInfo()
    vif.vifObjectName = name
    vif.minVersion = minimum
    vif.maxVersion = maximum
    return vif
  }

  private static func plugin(_ name: String, _ vifs: [HostVIFInfo]) -> HostPluginInfo {
    var plugin = HostPluginInfo()
    plugin.pluginName = name
    plugin.vifInfo = vifs
    return plugin
  }

  private static let host: HostInfo = {
    var host = HostInfo()
    host.pluginInfo = [
      plugin("ovs", [vif("VIFBridge", "1.0", "1.0"), vif("VIFVHostUser", "1.0", "1.9")]),
      plugin("linux_bridge", [vif("VIFBridge", "1.0", "1.0")]),
    ]
    return host
  }()

  @Test func `has and gives plugins`() throws {
    #expect(Self.host.hasPlugin("ovs"))
    #expect(!Self.host.hasPlugin("OVS"))
    #expect(!HostInfo().hasPlugin("ovs"))
    #expect(try Self.host.plugin("linux_bridge").vifInfo?.count == 1)
    let error = #expect(throws: Diagnostic.self) { try Self.host.plugin("vrouter") }
    #expect(error?.code == .hostInfoPlugin)
    #expect(error?.message.contains("vrouter") == true)
  }

  @Test func `has and gives VIF types`() throws {
    let plugin = try Self.host.plugin("ovs")
    #expect(plugin.hasVIF("VIFVHostUser"))
    #expect(!plugin.hasVIF("VIFDirect"))
    #expect(try plugin.vif("VIFBridge").maxVersion == "1.0")
    let error = #expect(throws: Diagnostic.self) { try plugin.vif("VIFDirect") }
    #expect(error?.code == .hostInfoVIF)
  }

  @Test func `has port profiles`() {
    var profile = HostPortProfileInfo()
    profile.profileObjectName = "VIFPortProfileOpenVSwitch"
    var vif = Self.vif("VIFBridge", "1.0", "1.0")
    #expect(!vif.hasPortProfile("VIFPortProfileOpenVSwitch"))
    vif.supportedPortProfiles = [profile]
    #expect(vif.hasPortProfile("VIFPortProfileOpenVSwitch"))
    #expect(!vif.hasPortProfile("VIFPortProfileBase"))
  }

  @Test func `filters VIF types, and plugins that have none left`() {
    var host = Self.host
    host.filter(vifTypes: ["VIFVHostUser"])
    #expect(host.pluginInfo?.map(\.pluginName) == ["ovs"])
    #expect(host.pluginInfo?.first?.vifInfo?.map(\.vifObjectName) == ["VIFVHostUser"])
    host.filter(vifTypes: [])
    #expect(host.pluginInfo == [])
  }

  @Test(arguments: [
    ("VIFVHostUser", "1.0", "1.9"), ("VIFVHostUser", "1.1", "1.1"), ("VIFVHostUser", "0.1", "2.0"),
  ])
  func `a version in common`(name: String, minimum: String, maximum: String) throws {
    #expect(try Self.vif(name, minimum, maximum).commonVersion() == ObjectVersion(1, 1))
  }

  @Test func `a profile's version in common`() throws {
    var profile = HostPortProfileInfo()
    profile.profileObjectName = "VIFPortProfileOpenVSwitch"
    profile.minVersion = "1.0"
    profile.maxVersion = "1.10"
    #expect(try profile.commonVersion() == ObjectVersion(1, 4))
    profile.maxVersion = "1.3"
    let error = #expect(throws: Diagnostic.self) { try profile.commonVersion() }
    #expect(error?.code.rawValue == "host-info.version")
  }

  @Test(arguments: [
    ("VIFVHostUser", "1.2", "1.9", "host-info.version"),
    ("VIFVHostUser", "1.0", "1.0", "host-info.version"),
    ("VIFVhostUser", "1.0", "1.1", "host-info.class"),
    ("VIFVHostUser", nil, "1.1", "host-info.class"),
    ("VIFVHostUser", "1.0", "newest", "object.version-malformed"),
  ])
  func `no version in common`(
    name: String,
    minimum: String?,
    maximum: String?,
    code: String
  ) throws {
    let error = #expect(throws: Diagnostic.self) {
      try Self.vif(name, minimum, maximum).commonVersion()
    }
    #expect(error?.code.rawValue == code)
  }
}
