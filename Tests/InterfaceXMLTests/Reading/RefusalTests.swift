import InterfaceXML
import Testing

/// What every version of libvirt refuses of an element.
struct RefusalTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let part: Part
    let code: String
    let path: String

    init(_ type: InterfaceType, _ elements: String, _ code: String, _ path: String) {
      part = Part(type, elements)
      self.code = code
      self.path = path
    }

    var testDescription: String { "\(part.type.rawValue) \(part.elements)" }
  }

  private static let uuid = "00000000-0000-0001-0000-000000000002"
  private static let qbg = "managerid='1' typeid='2' typeidversion='3'"

  static let sources: [Row] = [
    Row(.network, "<source/>", "xml.attribute-missing", "/source/@network"),
    Row(.bridge, "<source network='n'/>", "xml.attribute-missing", "/source/@bridge"),
    Row(
      .bridge,
      "<source bridge='b'><ip address='::1'/></source>",
      "source.addresses",
      "/source/ip"
    ),
    Row(.ethernet, "<source><ip/></source>", "xml.attribute-missing", "/source/ip/@address"),
    Row(.direct, "<source mode='vepa'/>", "xml.attribute-missing", "/source/@dev"),
    Row(.direct, "<source dev='e' mode='Vepa'/>", "value.not-allowed", "/source/@mode"),
    Row(.hostdev, "<source/>", "source.hostdev", "/source/address"),
    Row(.hostdev, "<source><address type='scsi'/></source>", "source.hostdev", "/source/address"),
    Row(
      .hostdev,
      "<source><address type='pci' slot='0x20'/></source>",
      "value.out-of-range",
      "/source/address/@slot"
    ),
    Row(
      .hostdev,
      "<source><address type='pci' slot='1' function='8'/></source>",
      "value.out-of-range",
      "/source/address/@function"
    ),
    Row(
      .hostdev,
      "<source startupPolicy='optional'><address type='pci' slot='1'/></source>",
      "source.hostdev",
      "/source/@startupPolicy"
    ),
    Row(
      .hostdev,
      "<source><address type='usb' bus='1'/></source>",
      "xml.attribute-missing",
      "/source/address/@device"
    ),
    Row(.hostdev, "<source><vendor id='1'/></source>", "source.hostdev", "/source"),
    Row(
      .hostdev,
      "<source><vendor id='0'/><product id='1'/></source>",
      "value.out-of-range",
      "/source/vendor/@id"
    ),
    Row(
      .hostdev,
      "<source startupPolicy='default'><vendor id='1'/><product id='1'/></source>",
      "value.not-allowed",
      "/source/@startupPolicy"
    ),
    Row(.vhostuser, "<source type='tcp'/>", "value.not-allowed", "/source/@type"),
    Row(
      .vhostuser,
      "<source type='unix' path='/s' mode='both'/>",
      "value.not-allowed",
      "/source/@mode"
    ),
    Row(
      .vhostuser,
      "<source type='unix' path='/s' mode='client'><reconnect enabled='yes'/></source>",
      "xml.attribute-missing",
      "/source/reconnect/@timeout"
    ),
    Row(.vdpa, "<source/>", "xml.attribute-missing", "/source/@dev"),
    Row(.mcast, "<source port='1'/>", "xml.attribute-missing", "/source/@address"),
    Row(.server, "<source address='::1'/>", "xml.attribute-missing", "/source/@port"),
    Row(.client, "<source address='a' port='1x'/>", "value.out-of-range", "/source/@port"),
    Row(.udp, "<source address='a' port='1'/>", "source.local-missing", "/source/local"),
    Row(
      .udp,
      "<source address='a' port='1'><local port='1'/></source>",
      "xml.attribute-missing",
      "/source/local/@address"
    ),
    Row(.internal, "<source/>", "xml.attribute-missing", "/source/@name"),
    Row(.vds, "<source switchid='1'/>", "uuid.malformed", "/source/@switchid"),
  ]

  static let connections: [Row] = [
    Row(.bridge, "<mac address='01:00:00:00:00:01'/>", "mac.multicast", "/mac/@address"),
    Row(.bridge, "<mac address='52-54-00-00-00-01'/>", "mac.malformed", "/mac/@address"),
    Row(.bridge, "<mac address=''/>", "mac.malformed", "/mac/@address"),
    Row(.bridge, "<mac type='made'/>", "value.not-allowed", "/mac/@type"),
    Row(.bridge, "<mac check='on'/>", "value.not-allowed", "/mac/@check"),
    Row(.bridge, "<vlan/>", "vlan.no-tag", "/vlan"),
    Row(.bridge, "<vlan><tag/></vlan>", "xml.attribute-missing", "/vlan/tag/@id"),
    Row(.bridge, "<vlan><tag id='4096'/></vlan>", "value.out-of-range", "/vlan/tag/@id"),
    Row(.bridge, "<vlan><tag id='0x1'/></vlan>", "value.out-of-range", "/vlan/tag/@id"),
    Row(.bridge, "<vlan trunk='on'><tag id='1'/></vlan>", "vlan.trunk", "/vlan/@trunk"),
    Row(
      .bridge,
      "<vlan trunk='no'><tag id='1'/><tag id='2'/></vlan>",
      "vlan.trunk",
      "/vlan/@trunk"
    ),
    Row(
      .bridge,
      "<vlan trunk='no'><tag id='1' nativeMode='tagged'/></vlan>",
      "vlan.trunk",
      "/vlan/@trunk"
    ),
    Row(
      .bridge,
      "<vlan><tag id='1' nativeMode='tagged'/><tag id='2' nativeMode='untagged'/></vlan>",
      "vlan.native",
      "/vlan"
    ),
    Row(.bridge, "<virtualport/>", "xml.attribute-missing", "/virtualport/@type"),
    Row(.bridge, "<virtualport type='none'/>", "value.not-allowed", "/virtualport/@type"),
    Row(
      .bridge,
      "<virtualport type='802.1Qbg'><parameters managerid='1'/></virtualport>",
      "virtualport.incomplete",
      "/virtualport/parameters/@typeid"
    ),
    Row(
      .bridge,
      "<virtualport type='802.1Qbg'><parameters \(qbg) profileid='p'/></virtualport>",
      "virtualport.extra",
      "/virtualport/parameters/@profileid"
    ),
    Row(
      .bridge,
      "<virtualport type='802.1Qbh'><parameters profileid='p' instanceid='\(uuid)'/></virtualport>",
      "virtualport.extra",
      "/virtualport/parameters/@instanceid"
    ),
    Row(
      .bridge,
      "<virtualport type='openvswitch'><parameters typeid='1'/></virtualport>",
      "virtualport.extra",
      "/virtualport/parameters/@typeid"
    ),
    Row(
      .direct,
      "<virtualport type='midonet'/>",
      "virtualport.incomplete",
      "/virtualport/parameters/@interfaceid"
    ),
    Row(
      .network,
      "<virtualport><parameters managerid='256'/></virtualport>",
      "value.out-of-range",
      "/virtualport/parameters/@managerid"
    ),
    Row(
      .network,
      "<virtualport><parameters typeid='16777216'/></virtualport>",
      "value.out-of-range",
      "/virtualport/parameters/@typeid"
    ),
    Row(
      .network,
      "<virtualport><parameters interfaceid='{\(uuid)}'/></virtualport>",
      "uuid.malformed",
      "/virtualport/parameters/@interfaceid"
    ),
    Row(
      .network,
      "<virtualport><parameters profileid='\(String(repeating: "ü", count: 20))'/></virtualport>",
      "profileid.length",
      "/virtualport/parameters/@profileid"
    ),
    Row(.bridge, "<bandwidth classID='1'/>", "bandwidth.class", "/bandwidth/@classID"),
    Row(
      .bridge,
      "<bandwidth><inbound peak='1'/></bandwidth>",
      "xml.attribute-missing",
      "/bandwidth/inbound/@average"
    ),
    Row(
      .network,
      "<bandwidth><inbound floor='1' burst='1'/></bandwidth>",
      "xml.attribute-missing",
      "/bandwidth/inbound/@average"
    ),
    Row(
      .network,
      "<bandwidth><outbound average='1' floor='1'/></bandwidth>",
      "bandwidth.floor",
      "/bandwidth/outbound/@floor"
    ),
    Row(
      .bridge,
      "<bandwidth><inbound average='-1'/></bandwidth>",
      "value.out-of-range",
      "/bandwidth/inbound/@average"
    ),
    Row(.bridge, "<port isolated='on'/>", "value.not-allowed", "/port/@isolated"),
    Row(
      .bridge,
      "<port isolated='yes'/><virtualport type='openvswitch'/>",
      "port.virtualport",
      "/port"
    ),
  ]

  static let addresses: [Row] = [
    Row(.user, "<ip/>", "xml.attribute-missing", "/ip/@address"),
    Row(.user, "<ip address='localhost'/>", "ip.malformed", "/ip/@address"),
    Row(.user, "<ip address='10.0.0.256'/>", "ip.malformed", "/ip/@address"),
    Row(.user, "<ip address='09.0.0.1'/>", "ip.malformed", "/ip/@address"),
    Row(.user, "<ip address='::1' family='ipv4'/>", "value.not-allowed", "/ip/@family"),
    Row(.user, "<ip address='10.0.0.1' prefix='33'/>", "value.out-of-range", "/ip/@prefix"),
    Row(.user, "<ip address='::1' prefix='129'/>", "value.out-of-range", "/ip/@prefix"),
    Row(.user, "<ip address='::1' peer='10.0.0.1'/>", "value.not-allowed", "/ip/@peer"),
    Row(.user, "<route address='0.0.0.0'/>", "xml.attribute-missing", "/route/@gateway"),
    Row(
      .user,
      "<route address='10.0.0.0' gateway='10.0.0.1'/>",
      "route.network",
      "/route/@address"
    ),
    Row(
      .user,
      "<route address='10.0.0.0' prefix='8' netmask='255.0.0.0' gateway='10.0.0.1'/>",
      "route.network",
      "/route/@netmask"
    ),
    Row(
      .user,
      "<route address='::' prefix='0' gateway='::1'/>",
      "route.family",
      "/route/@address"
    ),
    Row(
      .user,
      "<route family='ipv6' address='::' netmask='::' gateway='::1'/>",
      "route.family",
      "/route/@netmask"
    ),
    Row(
      .user,
      "<route address='10.0.0.0' prefix='33' gateway='10.0.0.1'/>",
      "value.out-of-range",
      "/route/@prefix"
    ),
    Row(
      .user,
      "<route address='0.0.0.0' gateway='10.0.0.1' metric='0'/>",
      "value.out-of-range",
      "/route/@metric"
    ),
    Row(.user, "<portForward/>", "xml.attribute-missing", "/portForward/@proto"),
    Row(.user, "<portForward proto='sctp'/>", "value.not-allowed", "/portForward/@proto"),
    Row(
      .user,
      "<portForward proto='tcp'><range start='0'/></portForward>",
      "value.out-of-range",
      "/portForward/range/@start"
    ),
  ]

  static let devices: [Row] = [
    Row(.bridge, "<target dev='t' managed='no'/>", "type.unsupported-element", "/target/@managed"),
    Row(.ethernet, "<target managed='0'/>", "value.not-allowed", "/target/@managed"),
    Row(.bridge, "<model type='a b'/>", "model.malformed", "/model/@type"),
    Row(.bridge, "<driver name='vfio'/>", "value.not-allowed", "/driver/@name"),
    Row(.hostdev, "<driver name='vhost'/>", "value.not-allowed", "/driver/@name"),
    Row(.bridge, "<driver txmode='default'/>", "value.not-allowed", "/driver/@txmode"),
    Row(.bridge, "<driver ioeventfd='yes'/>", "value.not-allowed", "/driver/@ioeventfd"),
    Row(.bridge, "<driver queues='-1'/>", "value.out-of-range", "/driver/@queues"),
    Row(.bridge, "<driver queues='4294967296'/>", "value.out-of-range", "/driver/@queues"),
    Row(.bridge, "<driver rx_queue_size=''/>", "value.out-of-range", "/driver/@rx_queue_size"),
    Row(.bridge, "<driver><host gso='1'/></driver>", "value.not-allowed", "/driver/host/@gso"),
    Row(.bridge, "<driver iommu='on'/><model type='e1000'/>", "driver.model", "/driver/@iommu"),
    Row(.bridge, "<tune><sndbuf>1 </sndbuf></tune>", "value.out-of-range", "/tune/sndbuf"),
    Row(
      .bridge,
      "<coalesce><rx><frames max='x'/></rx></coalesce>",
      "value.out-of-range",
      "/coalesce/rx/frames/@max"
    ),
    Row(.bridge, "<teaming persistent='a'/>", "xml.attribute-missing", "/teaming/@type"),
    Row(
      .bridge,
      "<teaming type='persistent' persistent='a'/>",
      "teaming.partner",
      "/teaming/@persistent"
    ),
    Row(.bridge, "<teaming type='transient'/>", "xml.attribute-missing", "/teaming/@persistent"),
    Row(.bridge, "<teaming type='none'/>", "value.not-allowed", "/teaming/@type"),
    Row(.bridge, "<link state='UP'/>", "value.not-allowed", "/link/@state"),
    Row(.bridge, "<mtu size='4294967296'/>", "value.out-of-range", "/mtu/@size"),
    Row(.bridge, "<boot/>", "xml.attribute-missing", "/boot/@order"),
    Row(.bridge, "<boot order='0'/>", "value.out-of-range", "/boot/@order"),
    Row(.bridge, "<boot order='1' loadparm='123456789'/>", "value.out-of-range", "/boot/@loadparm"),
    Row(.bridge, "<boot order='1' loadparm='a-b'/>", "value.out-of-range", "/boot/@loadparm"),
    Row(.bridge, "<boot order='1' loadparm='  '/>", "value.out-of-range", "/boot/@loadparm"),
    Row(.bridge, "<rom enabled='no' bar='on'/>", "rom.disabled", "/rom"),
    Row(.bridge, "<rom bar='yes'/>", "value.not-allowed", "/rom/@bar"),
    Row(.bridge, "<acpi index='0'/>", "value.out-of-range", "/acpi/@index"),
    Row(.bridge, "<address/>", "xml.attribute-missing", "/address/@type"),
    Row(.bridge, "<address type='none'/>", "value.not-allowed", "/address/@type"),
    Row(.bridge, "<address type='pci' bus='0x100'/>", "value.out-of-range", "/address/@bus"),
    Row(.bridge, "<address type='ccw' ssid='0'/>", "address.partial", "/address"),
    Row(
      .bridge,
      "<address type='ccw' cssid='0xff' ssid='0' devno='0'/>",
      "value.out-of-range",
      "/address/@cssid"
    ),
    Row(.bridge, "<address type='usb' port='1.2.3.4.5'/>", "value.out-of-range", "/address/@port"),
    Row(.bridge, "<address type='dimm'/>", "xml.attribute-missing", "/address/@slot"),
    Row(.bridge, "<address type='isa' irq='g'/>", "value.out-of-range", "/address/@irq"),
    Row(.hostdev, "<address type='usb' port='1'/>", "address.kind", "/address/@type"),
  ]

  @Test(arguments: sources + connections + addresses + devices)
  func `every version refuses it, and says where`(row: Row) throws {
    for libvirt in measuredVersions {
      try Outcome.refused(row.code).check(row.part, libvirt: libvirt)
      let defined = try row.part.defined(by: libvirt)
      #expect(defined.findings.first?.diagnostic.path.description == row.path)
    }
    // Nor is there a value of it.
    let error = #expect(throws: Diagnostic.self) { try Interface(xml: row.part.document) }
    #expect(error?.code.rawValue == row.code)
  }

  /// Types that need a source, without one.
  static let needy = InterfaceType.allCases.filter {
    ![.ethernet, .user, .null, .vhostuser].contains($0)
  }

  @Test(arguments: needy)
  func `a type without its source`(type: InterfaceType) throws {
    for libvirt in measuredVersions {
      let xml = "<interface type='\(type.rawValue)'/>"
      let defined = try DefinedInterface(xml: xml, libvirt: LibvirtVersion(libvirt))
      #expect(defined.findings.first?.diagnostic.code == .sourceMissing)
    }
  }

  @Test func `an element without meaning to libvirt`() throws {
    for xml in ["<hostdev/>", "<Interface type='user'/>", "<devices><interface/></devices>"] {
      let defined = try DefinedInterface(xml: xml, libvirt: .oldest)
      #expect(defined.findings.map(\.diagnostic.code) == [.interfaceMalformed])
      #expect(throws: Diagnostic.self) { try Interface(xml: xml) }
    }
    let unknown = try DefinedInterface(xml: "<interface type='tap'/>", libvirt: .newest)
    #expect(unknown.findings.map(\.diagnostic.path.description) == ["/@type"])
  }

  @Test func `all faults are told, not the first alone`() throws {
    let part = Part(.bridge, "<mtu size='x'/><link state='x'/><boot order='x'/>")
    let errors = try part.defined(by: "9.0.0").findings.filter { $0.level == .error }
    #expect(
      Set(errors.map(\.diagnostic.path.description)) == [
        "/mtu/@size", "/link/@state", "/boot/@order",
      ]
    )
  }
}
