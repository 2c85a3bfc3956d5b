import Testing
import VIFModel

/// Each class of VIF from a primitive in which every field is set.
struct VIFClassTests {
  /// The fields that every VIF has, in the order in which os-vif writes them.
  static let baseData = """
    "id":"07bd6cea-fb37-4594-b769-90fc51854ee9","address":"fa:16:3e:00:00:01",\
    "network":\(primitive("Network", "1.1", #"{"bridge":"br0"}"#)),"plugin":"ovs","active":true,\
    "preserve_on_delete":true,"has_traffic_filtering":true,\
    "port_profile":\(primitive("VIFPortProfileFPBridge", "1.1", #"{"bridge_name":"br1"}"#))
    """

  private static func checkBase(_ vif: VIF) throws {
    let base = vif.base
    #expect(base.id?.canonical == "07bd6cea-fb37-4594-b769-90fc51854ee9")
    #expect(try base.address == .value(MACAddress("fa:16:3e:00:00:01")))
    #expect(base.network.value?.bridge == "br0")
    #expect(base.plugin == "ovs")
    #expect(base.active == true)
    #expect(base.preserveOnDelete == true)
    #expect(base.hasTrafficFiltering == true)
    guard case .fpBridge(let profile)? = base.portProfile else {
      Issue.record("\(String(describing: base.portProfile))")
      return
    }
    #expect(profile.bridgeName == "br1")
  }

  private static func read(_ name: String, _ version: String, _ fields: String) throws -> VIF {
    let vif = try vif(primitive(name, version, "{\(fields),\(baseData)}"))
    try checkBase(vif)
    #expect(vif.className == name)
    #expect(vif.version.description == version)
    return vif
  }

  @Test func `reads VIFGeneric`() throws {
    guard case .generic(let vif) = try Self.read("VIFGeneric", "1.0", #""vif_name":"tap0""#) else {
      Issue.record("another class")
      return
    }
    #expect(vif.vifName == "tap0")
  }

  @Test func `reads VIFBridge`() throws {
    let fields = #""vif_name":"tap0","bridge_name":"br2""#
    guard case .bridge(let vif) = try Self.read("VIFBridge", "1.0", fields) else {
      Issue.record("another class")
      return
    }
    #expect(vif.vifName == "tap0")
    #expect(vif.bridgeName == "br2")
  }

  @Test func `reads VIFOpenVSwitch`() throws {
    let fields = #""vif_name":"tap0","bridge_name":"br-int""#
    guard case .openVSwitch(let vif) = try Self.read("VIFOpenVSwitch", "1.0", fields) else {
      Issue.record("another class")
      return
    }
    #expect(vif.vifName == "tap0")
    #expect(vif.bridgeName == "br-int")
  }

  @Test(arguments: VIFDirect.Mode.allCases)
  func `reads VIFDirect`(mode: VIFDirect.Mode) throws {
    let fields = #"""
      "vif_name":"mv0","dev_address":"0000:0A:1f.7","mode":"\#(mode.rawValue)","vlan_name":"eth0.7"
      """#
    guard case .direct(let vif) = try Self.read("VIFDirect", "1.0", fields) else {
      Issue.record("another class")
      return
    }
    #expect(vif.vifName == "mv0")
    #expect(vif.devAddress?.description == "0000:0a:1f.7")
    #expect(vif.mode == mode)
    #expect(vif.vlanName == "eth0.7")
  }

  @Test(arguments: VIFVHostUser.Mode.allCases)
  func `reads VIFVHostUser`(mode: VIFVHostUser.Mode) throws {
    let fields = #""vif_name":"vhu0","path":"/run/vhu0","mode":"\#(mode.rawValue)""#
    guard case .vHostUser(let vif) = try Self.read("VIFVHostUser", "1.1", fields) else {
      Issue.record("another class")
      return
    }
    #expect(vif.vifName == "vhu0")
    #expect(vif.path == "/run/vhu0")
    #expect(vif.mode == mode)
  }

  @Test(arguments: VIFHostDevice.DeviceType.allCases)
  func `reads VIFHostDevice`(type: VIFHostDevice.DeviceType) throws {
    let fields = #""dev_type":"\#(type.rawValue)","dev_address":"0000:0a:00.1""#
    guard case .hostDevice(let vif) = try Self.read("VIFHostDevice", "1.0", fields) else {
      Issue.record("another class")
      return
    }
    #expect(vif.devType == type)
    #expect(vif.devAddress?.description == "0000:0a:00.1")
  }

  @Test func `reads VIFNestedDPDK`() throws {
    let fields = #""pci_address":"any text","dev_driver":"vfio-pci""#
    guard case .nestedDPDK(let vif) = try Self.read("VIFNestedDPDK", "1.0", fields) else {
      Issue.record("another class")
      return
    }
    #expect(vif.pciAddress == "any text")
    #expect(vif.devDriver == "vfio-pci")
  }

  @Test(arguments: [
    "VIFGeneric", "VIFBridge", "VIFOpenVSwitch", "VIFDirect", "VIFVHostUser", "VIFHostDevice",
    "VIFNestedDPDK",
  ])
  func `reads fields in any order, and none at all`(name: String) throws {
    let members = #""plugin":"ovs","active":false,"address":null,"id":"\#(UUIDs.one)""#
    let reversed = members.split(separator: ",").reversed().joined(separator: ",")
    let vifs = try [members, reversed].map { try vif(primitive(name, "1.0", "{\($0)}")) }
    #expect(vifs[0] == vifs[1])
    #expect(vifs[0].base.active == false)
    let empty = try vif(primitive(name))
    #expect(empty.base == VIFBaseFields())
    #expect(empty.className == name)
  }
}

/// Identifiers for tests.
enum UUIDs {
  static let one = "07bd6cea-fb37-4594-b769-90fc51854ee9"
  static let two = "b512f1e5-6b3c-4a9c-9d14-3d4f5a6b7c8d"
}
