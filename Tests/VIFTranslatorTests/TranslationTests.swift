import Testing
import VIFTranslator

/// What follows from the fields of each VIF, warnings and refusals with their places.
struct TranslationTests {
  private static let data = "/vif/versioned_object.data"

  /// A VIF and settings, with what is said: warnings as `PATH CODE`.
  static let warned: [(json: String, guest: String, warnings: [String])] = [
    (Sample.json("VIFBridge"), "{}", []),
    (Sample.json("VIFOpenVSwitch"), "{}", ["\(data)/port_profile openvswitch.interface-id"]),
    (
      Sample.json("VIFOpenVSwitch", Sample.profile("VIFPortProfileBase")), "{}",
      ["\(data)/port_profile openvswitch.interface-id"]
    ),
    (
      Sample.json("VIFDirect", Sample.network(#""mtu":1450"#)), "{}",
      ["\(data)/network\(data.dropFirst(4))/mtu mtu.left-out"]
    ),
    (Sample.json("VIFDirect", Sample.network(#""mtu":1450"#)), #"{"mtu":0}"#, []),
    (Sample.json("VIFDirect", Sample.network(#""mtu":0"#)), "{}", []),
    (
      Sample.json("VIFHostDevice", Sample.network(#""mtu":1450"#)), "{}",
      ["\(data)/network\(data.dropFirst(4))/mtu mtu.left-out"]
    ),
    (
      Sample.json("VIFDirect", Sample.network(#""vlan":7"#)), "{}",
      ["\(data)/network\(data.dropFirst(4))/vlan vlan.left-out"]
    ),
    (
      Sample.json("VIFDirect", Sample.profile("VIFPortProfile8021Qbg")), "{}",
      ["\(data)/mode virtualport.mode"]
    ),
    (
      Sample.json(
        "VIFDirect",
        Sample.profile("VIFPortProfile8021Qbg", #""manager_id":0,"type_id":1,"type_id_version":1"#),
        replacing: #""mode":"vepa","vlan_name":"eth0.7""#
      ), "{}",
      [
        "\(data)/port_profile\(data.dropFirst(4))/manager_id qbg.manager-reserved",
        "\(data)/port_profile\(data.dropFirst(4))/instance_id qbg.instance-generated",
      ]
    ),
    (
      Sample.json("VIFBridge", replacing: #""vif_name":"vnet7","bridge_name":"br0""#), "{}",
      ["\(data)/vif_name target.generated"]
    ),
    (Sample.json("VIFGeneric", replacing: #""vif_name":"vnet7""#), "{}", []),
    (
      Sample.json("VIFBridge"), #"{"driver":{"name":"qemu","rx_queue_size":512}}"#,
      ["/guest/driver/rx_queue_size driver.rx-queue-size-ignored"]
    ),
    (
      Sample.json("VIFVHostUser"), #"{"driver":{"name":"vhost"}}"#,
      ["/guest/driver/name driver.name-ignored"]
    ),
    (
      Sample.json("VIFBridge"), #"{"driver":{"queues":300}}"#,
      ["/guest/driver/queues driver.queues"]
    ),
    (
      Sample.json("VIFBridge"), #"{"vlan":{"tags":[{"id":1}]}}"#, ["/guest/vlan vlan.linux-bridge"]
    ),
  ]

  @Test(arguments: warned)
  func `what may surprise is told`(json: String, guest: String, warnings: [String]) throws {
    #expect(try Sample.warnings(json, guest: guest) == warnings)
  }

  /// A VIF and settings, with what is wrong: `PATH CODE`.
  static let refused: [(json: String, guest: String, fault: String)] = [
    (Sample.json("VIFBridge", #""address":null"#), "{}", "\(data)/address object.field-missing"),
    (
      Sample.json("VIFBridge", #""address":"01:00:5e:00:00:01""#), "{}",
      "\(data)/address mac.multicast"
    ),
    (
      Sample.json("VIFBridge", replacing: #""vif_name":"tap0""#), "{}",
      "\(data)/bridge_name object.field-missing"
    ),
    (
      Sample.json("VIFBridge", replacing: #""bridge_name":"br0""#), "{}",
      "\(data)/vif_name object.field-missing"
    ),
    (
      Sample.json("VIFGeneric", replacing: #""vif_name":"a name""#), "{}",
      "\(data)/vif_name device-name.malformed"
    ),
    (
      Sample.json("VIFGeneric", replacing: #""vif_name":"""#), "{}",
      "\(data)/vif_name device-name.empty"
    ),
    (
      Sample.json("VIFVHostUser", replacing: #""vif_name":"a","mode":"client""#), "{}",
      "\(data)/path object.field-missing"
    ),
    (
      Sample.json("VIFVHostUser", replacing: #""vif_name":"a","path":"/p""#), "{}",
      "\(data)/mode object.field-missing"
    ),
    (
      Sample.json("VIFVHostUser", replacing: #""vif_name":"a","path":"p","mode":"client""#), "{}",
      "\(data)/path vhostuser.path"
    ),
    (
      Sample.json("VIFDirect", replacing: #""vlan_name":"eth0""#), "{}",
      "\(data)/mode object.field-missing"
    ),
    (
      Sample.json("VIFDirect", replacing: #""mode":"vepa","vlan_name":"""#), "{}",
      "\(data)/dev_address object.field-missing"
    ),
    (
      Sample.json("VIFDirect", replacing: #""mode":"vepa","dev_address":"\#(Sample.pci)""#), "{}",
      "\(data)/dev_address host.netdev-missing"
    ),
    (
      Sample.json("VIFHostDevice", replacing: #""dev_address":"\#(Sample.pci)""#), "{}",
      "\(data)/dev_type object.field-missing"
    ),
    (
      Sample.json("VIFHostDevice", replacing: #""dev_type":"generic""#), "{}",
      "\(data)/dev_address object.field-missing"
    ),
    (Sample.json("VIFHostDevice"), #"{"vdpa":true}"#, "\(data)/dev_address host.vdpa-missing"),
    (
      Sample.json("VIFDirect", Sample.profile("VIFPortProfile8021Qbg", #""manager_id":256"#)), "{}",
      "\(data)/port_profile\(data.dropFirst(4))/type_id object.field-missing"
    ),
    (
      Sample.json(
        "VIFDirect",
        Sample.profile(
          "VIFPortProfile8021Qbg",
          #""manager_id":256,"type_id":1,"type_id_version":1"#
        )
      ), "{}", "\(data)/port_profile\(data.dropFirst(4))/manager_id value.out-of-range"
    ),
    (
      Sample.json("VIFDirect", Sample.profile("VIFPortProfile8021Qbh", #""profile_id":"""#)), "{}",
      "\(data)/port_profile\(data.dropFirst(4))/profile_id profileid.length"
    ),
    (
      Sample.json("VIFBridge", Sample.network(#""mtu":67"#)), "{}",
      "\(data)/network\(data.dropFirst(4))/mtu value.out-of-range"
    ),
    // A setting that the type cannot carry is never dropped.
    (Sample.json("VIFDirect"), #"{"mtu":1500}"#, "/guest/mtu type.unsupported-element"),
    (
      Sample.json("VIFBridge"), #"{"reconnect":{"timeout":1}}"#,
      "/guest/reconnect type.unsupported-element"
    ),
    (Sample.json("VIFBridge"), #"{"managed":true}"#, "/guest/managed type.unsupported-element"),
    (Sample.json("VIFBridge"), #"{"vdpa":true}"#, "/guest/vdpa type.unsupported-element"),
    (
      Sample.json("VIFBridge"), #"{"tapManaged":false}"#,
      "/guest/tapManaged type.unsupported-element"
    ),
    (Sample.json("VIFVHostUser"), #"{"model":"e1000"}"#, "/guest/model model.virtio-only"),
    (Sample.json("VIFHostDevice"), #"{"model":"virtio"}"#, "/guest/model type.unsupported-element"),
    (Sample.json("VIFHostDevice"), #"{"driver":{"packed":true}}"#, "/guest/driver driver.hostdev"),
    (
      Sample.json("VIFBridge"), #"{"model":"e1000","driver":{"packed":true}}"#,
      "/guest/driver driver.model"
    ),
    (
      Sample.json("VIFGeneric"), #"{"vlan":{"tags":[{"id":1}]}}"#,
      "/guest/vlan type.unsupported-element"
    ),
    (
      Sample.json("VIFVHostUser", replacing: #""vif_name":"a","path":"/p","mode":"server""#),
      #"{"reconnect":{"timeout":1}}"#, "/guest/reconnect vhostuser.reconnect"
    ),
  ]

  @Test(arguments: refused)
  func `what cannot be is refused, with its place`(json: String, guest: String, fault: String) {
    let error = #expect(throws: Diagnostic.self) { try Sample.translation(json, guest: guest) }
    #expect(error.map { "\($0.path) \($0.code)" } == fault)
    #expect((error?.details.className != nil) == fault.hasPrefix("/vif"))
  }

  @Test func `a character that no document can hold is told at its field`() {
    let json = Sample.json(
      "VIFVHostUser",
      replacing: #""vif_name":"a","path":"/p\u0001","mode":"client""#
    )
    let error = #expect(throws: Diagnostic.self) { try Sample.translation(json).xml() }
    #expect(error.map { "\($0.path) \($0.code)" } == "\(Self.data)/path vhostuser.path")
  }

  @Test func `the network's vlan and mtu are written where they can be, the guest's before`() throws
  {
    let direct = #""mode":"passthrough","dev_address":"\#(Sample.pci)""#
    let json = Sample.json("VIFDirect", Sample.network(#""vlan":7"#), replacing: direct)
    let host = HostDeviceTable(netdevs: [try PCIAddress(Sample.pci): "eth1"])
    #expect(try Sample.lines(json, host: host).contains("<tag id='7'/>"))
    #expect(try Sample.lines(json, host: host).contains("<source dev='eth1' mode='passthrough'/>"))
    let guest = #"{"vlan":{"tags":[{"id":9}]}}"#
    let lines = try Sample.lines(json, guest: guest, host: host)
    #expect(lines.contains("<tag id='9'/>") && !lines.contains("<tag id='7'/>"))
    let bridge = Sample.json("VIFBridge", Sample.network(#""mtu":1450"#))
    #expect(try Sample.lines(bridge).contains("<mtu size='1450'/>"))
    #expect(try Sample.lines(bridge, guest: #"{"mtu":9000}"#).contains("<mtu size='9000'/>"))
    #expect(try !Sample.lines(bridge, guest: #"{"mtu":0}"#).contains { $0.contains("mtu") })
    #expect(try Sample.warnings(Sample.json("VIFBridge", #""network":null"#)) == [])
  }

  @Test func `an Open vSwitch VIF's bridge is the network's for want of its own`() throws {
    let network = Sample.network(#""bridge":"br-net""#)
    let without = Sample.json("VIFOpenVSwitch", network, replacing: #""vif_name":"tap0""#)
    #expect(try Sample.lines(without).contains("<source bridge='br-net'/>"))
    let with = Sample.json("VIFOpenVSwitch", network)
    #expect(try Sample.lines(with).contains("<source bridge='br0'/>"))
  }

  @Test(arguments: [(#""profile_id":"p""#, " profileid='p'"), (#""profile_id":"""#, "")])
  func `an Open vSwitch port has its profile when it is set`(data: String, text: String) throws {
    let profile = Sample.profile(
      "VIFPortProfileOpenVSwitch",
      #"\#(data),"interface_id":"{\#(Sample.interfaceID.uppercased())}""#
    )
    #expect(
      try Sample.lines(Sample.json("VIFOpenVSwitch", profile))
        .contains("<parameters interfaceid='\(Sample.interfaceID)'\(text)/>")
    )
  }
}
