import Testing
import VIFModel
import VIFSamples

/// Which versions the objects inside are brought to, and what is said of what gets lost.
struct LevelsTests {
  @Test(arguments: [
    ("1.0", "1.0", "1.0"), ("1.2", "1.0", "1.0"), ("1.3", "1.1", "1.0"), ("1.7", "1.1", "1.0"),
    ("1.8", "1.1", "1.1"), ("1.13", "1.1", "1.1"), ("1.14", "1.1", "1.2"), ("1.15", "1.1", "1.3"),
    ("4.2", "1.1", "1.3"), ("4.3", "1.1", "1.4"), ("99.0", "1.1", "1.4"),
  ])
  func `a release's versions`(release: String, network: String, profile: String) throws {
    let vif = try Levelled(
      Levelled.full("VIFOpenVSwitch"),
      to: nil,
      levels: Levels(release: ObjectVersion(release))
    ).primitive
    #expect(vif.version == "1.0")
    #expect(vif.object("network")?.version == network)
    #expect(vif.object("network")?.data.keys.contains("mtu") == (network == "1.1"))
    #expect(vif.object("network", "subnets", "objects")?.version == "1.0")
    // The sample's profile is of the class behind the base class.
    #expect(vif.object("port_profile")?.name == "VIFPortProfileOpenVSwitch")
    #expect(vif.object("port_profile")?.version == profile)
  }

  @Test func `there was no release before 1.0`() {
    let error = #expect(throws: Diagnostic.self) { try Levels(release: ObjectVersion(0, 9)) }
    #expect(error?.code == .releaseUnknown)
  }

  @Test func `without levels, objects inside are as old as the version's last release`() throws {
    let vif = try Levelled(Levelled.full("VIFVHostUser"), to: ObjectVersion(1, 0)).primitive
    // 1.1 came with os-vif 1.4; Network 1.1 came before, the profile's 1.1 after.
    #expect(vif.object("network")?.version == "1.1")
    #expect(vif.object("port_profile")?.version == "1.0")
    #expect(vif.object("port_profile")?.object("datapath_offload") == nil)
  }

  @Test func `a manifest's versions, and other classes as they are`() throws {
    let manifest = Levels(manifest: [
      "Network": ObjectVersion(1, 0), "VIFPortProfileBase": ObjectVersion(1, 0),
    ])
    let vif = try Levelled(Levelled.full("VIFBridge"), to: nil, levels: manifest).primitive
    #expect(vif.object("network")?.version == "1.0")
    // The base class's number says nothing of another class.
    #expect(vif.object("port_profile")?.version == "1.4")
  }

  @Test func `a manifest of newer versions changes nothing`() throws {
    let old = try Levelled(Levelled.full("Network"), to: ObjectVersion(1, 0)).object
    let manifest = Levels(manifest: ["Network": ObjectVersion(1, 1)])
    #expect(try Levelled(old, to: nil, levels: manifest).object == old)
  }

  @Test func `given a manifest, the outermost object keeps its objects`() throws {
    let profile = try Levelled.full("VIFPortProfileOpenVSwitch")
    let levels = Levels(manifest: [:])
    let kept = try Levelled(profile, to: ObjectVersion(1, 0), levels: levels).primitive
    #expect(kept.object("datapath_offload")?.version == "1.0")
    #expect(!kept.data.keys.contains("create_port"))
    let dropped = try Levelled(profile, to: ObjectVersion(1, 0)).primitive
    #expect(!dropped.data.keys.contains("datapath_offload"))
  }

  @Test(arguments: [
    ("create_port", 2, true), ("create_tap", 3, true), ("multiqueue", 3, true),
    ("create_port", 2, false), ("create_tap", 3, false), ("create_port", 3, true),
  ])
  func `a loss that changes the meaning is told`(name: String, minor: Int, value: Bool) throws {
    let declarations = OSVIFObject.declarations
    let declaration = try #require(declarations.first { $0.name == "VIFPortProfileOpenVSwitch" })
    let profile = try Levelled.object(declaration.primitive(data: "\"\(name)\":\(value)"))
    let levelled = try Levelled(profile, to: ObjectVersion(1, minor))
    let isKept = levelled.primitive.data.keys.contains(name)
    #expect(isKept == (name == "create_port" && minor == 3))
    #expect(levelled.warnings.map(\.code) == (value && !isKept ? [.levelDropped] : []))
    #expect(levelled.warnings.allSatisfy { $0.path.components == ["versioned_object.data", name] })
  }

  @Test func `a loss inside is told with the way to it`() throws {
    let vif = try Levelled(
      Levelled.full("VIFOpenVSwitch"),
      to: nil,
      levels: Levels(release: ObjectVersion(1, 14))
    )
    let path = ["versioned_object.data", "port_profile", "versioned_object.data"]
    #expect(
      vif.warnings.map(\.path.components)
        == ["create_port", "create_tap", "multiqueue"].map { path + [$0] }
    )
  }
}
