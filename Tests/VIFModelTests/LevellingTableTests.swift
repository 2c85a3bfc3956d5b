import Testing
import VIFModel
import VIFSamples

/// What every class loses on its way to each of its versions.
struct LevellingTableTests {
  struct Step: Sendable, CustomTestStringConvertible {
    let className: String
    let version: ObjectVersion
    let dropped: Set<String>

    var testDescription: String { "\(className) \(version)" }
  }

  private static let offload: Set = ["datapath_offload"]
  private static let tap: Set = ["create_tap", "multiqueue"]
  private static let openVSwitch: [Set<String>] = [
    tap.union(offload).union(["create_port", "datapath_type"]),
    tap.union(offload).union(["create_port"]), tap.union(["create_port"]), tap, [],
  ]

  /// By class: what version 1.0 lacks, what 1.1 lacks and so on.
  private static let losses: [String: [Set<String>]] = [
    "VIFBase": [[]], "VIFGeneric": [[]], "VIFBridge": [[]], "VIFOpenVSwitch": [[]],
    "VIFDirect": [[]], "VIFVHostUser": [["vif_name"], []], "VIFHostDevice": [[]],
    "VIFNestedDPDK": [[]], "DatapathOffloadBase": [[]], "DatapathOffloadRepresentor": [[]],
    "VIFPortProfileBase": [offload, []], "VIFPortProfileOpenVSwitch": openVSwitch,
    "VIFPortProfileFPOpenVSwitch": openVSwitch, "VIFPortProfileOVSRepresentor": openVSwitch,
    "VIFPortProfileFPBridge": [offload, []], "VIFPortProfileFPTap": [offload, []],
    "VIFPortProfile8021Qbg": [offload, []], "VIFPortProfile8021Qbh": [offload, []],
    "VIFPortProfileK8sDPDK": [offload, []], "Network": [["mtu"], []], "Subnet": [[]],
    "SubnetList": [[]], "Route": [[]], "RouteList": [[]], "FixedIP": [[]], "FixedIPList": [[]],
    "InstanceInfo": [[]], "HostPortProfileInfo": [[]],
    "HostVIFInfo": [["supported_port_profiles"], []], "HostPluginInfo": [[]], "HostInfo": [[]],
  ]

  private static let steps = losses.sorted { $0.key < $1.key }.flatMap { name, losses in
    losses.enumerated().map { minor, dropped in
      Step(className: name, version: ObjectVersion(1, minor), dropped: dropped)
    }
  }

  @Test func `the table has every version of every class`() {
    let declared = OSVIFObject.declarations.flatMap { declaration in
      declaration.history.map { "\(declaration.name) \($0.version)" }
    }
    #expect(declared.sorted() == Self.steps.map(\.testDescription).sorted())
  }

  @Test(arguments: steps)
  func `loses what the version does not have`(step: Step) throws {
    let full = try Levelled.full(step.className)
    let levelled = try Levelled(full, to: step.version)
    #expect(levelled.primitive.version == "\(step.version)")
    #expect(levelled.primitive.data.keys == full.fieldNames.subtracting(step.dropped))
  }

  /// A version that no release had keeps what the first has, and is written all the same.
  @Test(arguments: steps.filter { $0.version == ObjectVersion(1, 0) })
  func `can be brought to 0.9`(step: Step) throws {
    let full = try Levelled.full(step.className)
    let levelled = try Levelled(full, to: ObjectVersion(0, 9))
    #expect(levelled.primitive.version == "0.9")
    #expect(levelled.primitive.data.keys == full.fieldNames.subtracting(step.dropped))
  }

  @Test(arguments: OSVIFObject.declarations.map(\.name))
  func `cannot be brought to a newer version`(className: String) throws {
    let full = try Levelled.full(className)
    for version in [ObjectVersion(full.version.major, full.version.minor + 1), ObjectVersion(2, 0)]
    {
      let error = #expect(throws: Diagnostic.self) { try Levelled(full, to: version) }
      #expect(error?.code == .levelNewer)
    }
  }

  @Test(arguments: OSVIFObject.declarations.map(\.name))
  func `stays as it is in its own version`(className: String) throws {
    let full = try Levelled.full(className)
    let levelled = try Levelled(full, to: full.version)
    #expect(levelled.object == full)
    #expect(levelled.warnings == [])
  }
}
