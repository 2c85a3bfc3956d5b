import Testing
import VIFModel

/// Each class of port profile and offload from a primitive in which every field is set.
struct PortProfileTests {
  static let offload = primitive(
    "DatapathOffloadRepresentor",
    "1.0",
    #"{"representor_name":"rep0","representor_address":"any text"}"#
  )
  static let ovsData = """
    "interface_id":"\(UUIDs.one)","profile_id":"p1","datapath_type":"netdev","create_port":true,\
    "create_tap":true,"multiqueue":true,"datapath_offload":\(offload)
    """

  private static func checkOffload(_ offload: Nullable<DatapathOffload>) {
    guard case .value(.representor(let offload)) = offload else {
      Issue.record("\(offload)")
      return
    }
    #expect(offload.representorName == .value("rep0"))
    #expect(offload.representorAddress == .value("any text"))
  }

  private static func checkShared(_ fields: OpenVSwitchFields) {
    #expect(fields.interfaceID?.canonical == UUIDs.one)
    #expect(fields.profileID == "p1")
    #expect(fields.datapathType == .value("netdev"))
    #expect(fields.createPort == true)
    #expect(fields.createTap == true)
    #expect(fields.multiqueue == true)
    checkOffload(fields.datapathOffload)
  }

  private static func read(_ name: String, _ version: String, _ data: String) throws -> PortProfile?
  {
    let profile = try profile(name, version, "{\(data)}")
    #expect(profile?.className == name)
    #expect(profile?.version.description == version)
    return profile
  }

  @Test func `reads the base profile`() throws {
    let profile = try Self.read(
      "VIFPortProfileBase",
      "1.1",
      #""datapath_offload":\#(Self.offload)"#
    )
    guard case .base(let profile)? = profile else {
      Issue.record("another class")
      return
    }
    Self.checkOffload(profile.datapathOffload)
  }

  @Test func `reads the Open vSwitch profile`() throws {
    let profile = try Self.read("VIFPortProfileOpenVSwitch", "1.4", Self.ovsData)
    guard case .openVSwitch(let profile)? = profile else {
      Issue.record("another class")
      return
    }
    Self.checkShared(profile.openVSwitch)
  }

  @Test func `reads the fast-path Open vSwitch profile`() throws {
    let data = #""bridge_name":"br0","hybrid_plug":true,\#(Self.ovsData)"#
    let profile = try Self.read("VIFPortProfileFPOpenVSwitch", "1.4", data)
    guard case .fpOpenVSwitch(let profile)? = profile else {
      Issue.record("another class")
      return
    }
    #expect(profile.bridgeName == "br0")
    #expect(profile.hybridPlug == true)
    Self.checkShared(profile.openVSwitch)
  }

  @Test func `reads the representor profile`() throws {
    let data = #"""
      "representor_name":"rep1","representor_address":"0000:0A:00.1",\#(Self.ovsData)
      """#
    let profile = try Self.read("VIFPortProfileOVSRepresentor", "1.4", data)
    guard case .ovsRepresentor(let profile)? = profile else {
      Issue.record("another class")
      return
    }
    #expect(profile.representorName == .value("rep1"))
    #expect(profile.representorAddress.value?.description == "0000:0a:00.1")
    Self.checkShared(profile.openVSwitch)
  }

  @Test func `reads the fast-path bridge profile`() throws {
    let data = #""bridge_name":"br0","datapath_offload":\#(Self.offload)"#
    guard case .fpBridge(let profile)? = try Self.read("VIFPortProfileFPBridge", "1.1", data)
    else {
      Issue.record("another class")
      return
    }
    #expect(profile.bridgeName == "br0")
    Self.checkOffload(profile.datapathOffload)
  }

  @Test func `reads the fast-path TAP profile`() throws {
    let data = #""mac_address":"FA-16-3E-00-00-02","datapath_offload":\#(Self.offload)"#
    guard case .fpTap(let profile)? = try Self.read("VIFPortProfileFPTap", "1.1", data) else {
      Issue.record("another class")
      return
    }
    #expect(profile.macAddress.value?.description == "fa:16:3e:00:00:02")
    Self.checkOffload(profile.datapathOffload)
  }

  @Test func `reads the 802_1Qbg profile, in or out of the bounds of the standard`() throws {
    let data = #"""
      "manager_id":-1,"type_id":16777216,"type_id_version":9223372036854775807,\#
      "instance_id":"\#(UUIDs.two)","datapath_offload":\#(Self.offload)
      """#
    guard case .ieee8021Qbg(let profile)? = try Self.read("VIFPortProfile8021Qbg", "1.1", data)
    else {
      Issue.record("another class")
      return
    }
    #expect(profile.managerID == -1)
    #expect(profile.typeID == 16_777_216)
    #expect(profile.typeIDVersion == .max)
    #expect(profile.instanceID?.canonical == UUIDs.two)
    Self.checkOffload(profile.datapathOffload)
  }

  @Test func `reads the 802_1Qbh profile`() throws {
    let data = #""profile_id":"vm1","datapath_offload":\#(Self.offload)"#
    guard case .ieee8021Qbh(let profile)? = try Self.read("VIFPortProfile8021Qbh", "1.1", data)
    else {
      Issue.record("another class")
      return
    }
    #expect(profile.profileID == "vm1")
    Self.checkOffload(profile.datapathOffload)
  }

  @Test func `reads the K8sDPDK profile`() throws {
    let data = #"""
      "l3_setup":true,"selflink":"/api/v1/pods/p","resourceversion":"7",\#
      "datapath_offload":\#(Self.offload)
      """#
    guard case .k8sDPDK(let profile)? = try Self.read("VIFPortProfileK8sDPDK", "1.1", data) else {
      Issue.record("another class")
      return
    }
    #expect(profile.l3Setup == true)
    #expect(profile.selflink == "/api/v1/pods/p")
    #expect(profile.resourceversion == "7")
    Self.checkOffload(profile.datapathOffload)
  }

  @Test func `reads an offload of which nothing is known, and a null one`() throws {
    let bare = primitive("DatapathOffloadBase")
    let profile = try profile("VIFPortProfileBase", "1.1", #"{"datapath_offload":\#(bare)}"#)
    guard case .base(let base)? = profile else {
      Issue.record("another class")
      return
    }
    #expect(base.datapathOffload == .value(.base(DatapathOffloadBase())))
    #expect(base.datapathOffload.value?.className == "DatapathOffloadBase")
    let null = try VIFModelTests.profile("VIFPortProfileBase", "1.1", #"{"datapath_offload":null}"#)
    guard case .base(let base)? = null else {
      Issue.record("another class")
      return
    }
    #expect(base.datapathOffload == .null)
  }

  @Test func `honours fields that are newer than the version says`() throws {
    let old = try profile("VIFPortProfileOpenVSwitch", "1.0", #"{"create_port":true}"#)
    #expect(old?.openVSwitch?.createPort == true)
    #expect(old?.version == ObjectVersion(1, 0))
  }
}
