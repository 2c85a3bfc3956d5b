import InterfaceXML
import Testing

/// What every version of libvirt prints in another way than it was written, or not at all.
struct NormalFormTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let part: Part
    let printed: String
    /// What is told of it: level, code and path.
    let findings: [String]

    init(
      _ type: InterfaceType,
      _ elements: String,
      _ printed: String,
      _ findings: String...,
      attributes: String = ""
    ) {
      part = Part(type, elements, attributes: attributes)
      self.printed = printed
      self.findings = findings
    }

    var testDescription: String { "\(part.type.rawValue) \(part.elements)\(part.attributes)" }
  }

  private static let uuid = "07bd6cea-fb37-4594-b769-90fc51854ee9"

  static let dropped: [Row] = [
    Row(.bridge, "", "", "dropped type.unsupported-element /@managed", attributes: "managed='yes'"),
    Row(.bridge, "", "", "dropped xml.unknown-attribute /@foo", attributes: "foo='1'"),
    Row(.bridge, "<foo><bar/></foo>", "", "dropped xml.unknown-element /foo"),
    Row(
      .bridge,
      "<mtu size='9000' min='68'/>",
      "<mtu size='9000'/>",
      "dropped xml.unknown-attribute /mtu/@min"
    ),
    Row(
      .bridge,
      "<link state='up'/><link state='down'/>",
      "<link state='up'/>",
      "dropped xml.repeated-element /link/2"
    ),
    Row(
      .network,
      "<source network='n' portid='\(uuid)' bridge='b' macTableManager='libvirt'/>",
      "<source network='n'/>",
      "dropped source.state /source/@portid",
      "dropped source.state /source/@bridge",
      "dropped source.state /source/@macTableManager"
    ),
    Row(
      .bridge,
      "<source network='n' portgroup='g' bridge='b'/>",
      "<source bridge='b'/>",
      "dropped source.state /source/@network",
      "dropped source.state /source/@portgroup"
    ),
    Row(.user, "<source dev='eth0'/>", "", "dropped source.dev /source/@dev"),
    Row(
      .bridge,
      "<mac address='fa:16:3e:00:00:01' currentAddress='fa:16:3e:00:00:02'/>",
      "<mac address='fa:16:3e:00:00:01'/>",
      "dropped source.state /mac/@currentAddress"
    ),
    Row(.bridge, "<target dev='vnet7'/>", "", "dropped target.generated /target/@dev"),
    Row(.bridge, "<target dev='macvtap'/>", "", "dropped target.generated /target/@dev"),
    Row(
      .ethernet,
      "<target dev='vnet7' managed='yes'/>",
      "<target managed='yes'/>",
      "dropped target.generated /target/@dev"
    ),
    Row(.bridge, "<alias name='net0'/>", "", "dropped alias.malformed /alias/@name"),
    Row(.bridge, "<alias name='ua-a.b'/>", "", "dropped alias.malformed /alias/@name"),
    Row(.bridge, "<driver queues='1'/>", "", "dropped driver.queues-one /driver/@queues"),
    Row(
      .bridge,
      "<driver queues='0' ats='on'/>",
      "<driver ats='on'/>",
      "dropped driver.queues-one /driver/@queues"
    ),
    Row(
      .bridge,
      "<driver rx_queue_size='0' tx_queue_size='0'/>",
      "",
      "dropped driver.queue-size-zero /driver/@rx_queue_size",
      "dropped driver.queue-size-zero /driver/@tx_queue_size"
    ),
    Row(.bridge, "<mtu size='0'/>", "", "dropped mtu.zero /mtu/@size"),
    Row(
      .bridge,
      "<coalesce><rx><frames max='0'/></rx></coalesce>",
      "",
      "dropped coalesce.zero /coalesce/rx"
    ),
    Row(.direct, "<filterref filter='f'/>", "", "dropped type.unsupported-element /filterref"),
    Row(
      .bridge,
      "<filterref filter='f'><parameter name='A-B' value='1'/><parameter name='A' value='/'/></filterref>",
      "<filterref filter='f'/>",
      "dropped filterref.parameter /filterref/parameter/1",
      "dropped filterref.parameter /filterref/parameter/2"
    ),
    Row(
      .bridge,
      "<model type='e1000'/><backend vhost='/dev/v'/>",
      "<model type='e1000'/>",
      "dropped driver.model /backend/@vhost"
    ),
    Row(
      .user,
      "<ip address='10.0.0.1' family='ipv4' prefix='0'/>",
      "<ip address='10.0.0.1' family='ipv4'/>",
      "dropped ip.prefix-zero /ip/@prefix"
    ),
    Row(
      .bridge,
      "<vlan trunk='no'><tag id='7'/></vlan>",
      "<vlan><tag id='7'/></vlan>",
      "dropped normal.dropped /vlan/@trunk"
    ),
    Row(
      .bridge,
      "<driver><guest gso='on' csum='off'/></driver>",
      "<driver><guest csum='off'/></driver>",
      "dropped xml.unknown-attribute /driver/guest/@gso"
    ),
    Row(
      .hostdev,
      "<driver name='vfio' queues='4'/>",
      "<driver name='vfio'/>",
      "dropped xml.unknown-attribute /driver/@queues"
    ),
    Row(.bridge, "<rom/>", "", "dropped normal.dropped /rom"),
    Row(.bridge, "<tune/>", "", "dropped normal.dropped /tune"),
    Row(.bridge, "<guest dev=''/>", "", "dropped normal.dropped /guest"),
    Row(.bridge, "<script path=''/>", "", "dropped normal.dropped /script"),
    Row(
      .network,
      "<virtualport type='midonet'><parameters interfaceid='\(uuid)' profileid='p'/></virtualport>",
      "<virtualport type='midonet'><parameters interfaceid='\(uuid)'/></virtualport>",
      "dropped virtualport.extra /virtualport/parameters/@profileid"
    ),
    Row(
      .vhostuser,
      "<source type='unix' path='/s' mode='client'><reconnect enabled='no' timeout='9'/></source>",
      "<source type='unix' path='/s' mode='client'><reconnect enabled='no'/></source>",
      "dropped xml.unknown-attribute /source/reconnect/@timeout"
    ),
  ]

  static let changed: [Row] = [
    Row(
      .bridge,
      "<mac address='FA:16:3E:0:0:1'/>",
      "<mac address='fa:16:3e:00:00:01'/>",
      "changed normal.changed /mac/@address"
    ),
    Row(
      .bridge,
      "<mac address='fa:16:3e:00:00:01 x'/>",
      "<mac address='fa:16:3e:00:00:01'/>",
      "changed normal.changed /mac/@address"
    ),
    Row(
      .bridge,
      "<mac/>",
      "<mac address='@RANDOM-MAC@'/>",
      "changed normal.generated /mac/@address"
    ),
    Row(
      .bridge,
      "<virtualport type='openvswitch'/>",
      "<virtualport type='openvswitch'><parameters interfaceid='@RANDOM-UUID@'/></virtualport>",
      "changed normal.generated /virtualport/parameters/@interfaceid"
    ),
    Row(
      .bridge,
      "<virtualport type='openvswitch'><parameters interfaceid=' 07BD6CEAFB37 4594-b76990fc-51854ee9'/></virtualport>",
      "<virtualport type='openvswitch'><parameters interfaceid='\(uuid)'/></virtualport>",
      "changed normal.changed /virtualport/parameters/@interfaceid"
    ),
    Row(
      .direct,
      "<source dev='eth0'/>",
      "<source dev='eth0' mode='vepa'/>",
      "changed normal.added /source/@mode"
    ),
    Row(
      .bridge,
      "<model type='VIRTIO'/>",
      "<model type='virtio'/>",
      "changed normal.changed /model/@type"
    ),
    Row(
      .bridge,
      "<model type='am79c970a'/>",
      "<model type='Am79C970A'/>",
      "changed normal.changed /model/@type"
    ),
    Row(
      .bridge,
      "<vlan><tag id='+07'/><tag id='8'/></vlan>",
      "<vlan trunk='yes'><tag id='7'/><tag id='8'/></vlan>",
      "changed normal.added /vlan/@trunk",
      "changed normal.changed /vlan/tag/1/@id"
    ),
    Row(
      .bridge,
      "<vlan trunk='YES'><tag id='7'/></vlan>",
      "<vlan trunk='yes'><tag id='7'/></vlan>",
      "changed normal.changed /vlan/@trunk"
    ),
    Row(
      .bridge,
      "<boot order=' 01' loadparm='a.b'/>",
      "<boot order='1' loadparm='A.B'/>",
      "changed normal.changed /boot/@order",
      "changed normal.changed /boot/@loadparm"
    ),
    Row(
      .bridge,
      "<backend tap='/dev//net/tun/'/>",
      "<backend tap='/dev/net/tun'/>",
      "changed normal.changed /backend/@tap"
    ),
    Row(
      .bridge,
      "<filterref filter='f'><parameter name='B' value='2'/><parameter name='A' value='2'/><parameter name='B' value='1'/></filterref>",
      "<filterref filter='f'><parameter name='A' value='2'/><parameter name='B' value='2'/><parameter name='B' value='1'/></filterref>"
    ),
    Row(
      .user,
      "<ip address='010.1'/>",
      "<ip address='8.0.0.1' family='ipv4'/>",
      "changed normal.changed /ip/@address",
      "changed normal.added /ip/@family"
    ),
    Row(
      .user,
      "<ip address='FE80:0:0::1' family='x'/>",
      "<ip address='fe80::1' family='ipv6'/>",
      "changed normal.changed /ip/@address",
      "changed normal.changed /ip/@family"
    ),
    Row(
      .user,
      "<route address='0.0.0.0' gateway='1'/>",
      "<route address='0.0.0.0' gateway='0.0.0.1'/>",
      "changed normal.changed /route/@gateway"
    ),
    Row(
      .bridge,
      "<address type='pci' bus='10' slot='010'/>",
      "<address type='pci' domain='0x0000' bus='0x0a' slot='0x08' function='0x0'/>",
      "changed normal.changed /address/@bus",
      "changed normal.changed /address/@slot",
      "changed normal.added /address/@domain",
      "changed normal.added /address/@function"
    ),
    Row(
      .bridge,
      "<address type='pci' domain='0' bus='0' slot='0' function='5'/>",
      "<address type='pci'/>",
      "dropped normal.dropped /address/@domain",
      "dropped normal.dropped /address/@bus",
      "dropped normal.dropped /address/@slot",
      "dropped normal.dropped /address/@function"
    ),
    Row(
      .bridge,
      "<address type='ccw'/>",
      "<address type='ccw' cssid='0x0' ssid='0x0' devno='0x0000'/>",
      "changed normal.added /address/@cssid",
      "changed normal.added /address/@ssid",
      "changed normal.added /address/@devno"
    ),
    Row(
      .bridge,
      "<address type='spapr-vio' reg='4096'/>",
      "<address type='spapr-vio' reg='0x00004096'/>",
      "changed normal.changed /address/@reg"
    ),
    Row(
      .bridge,
      "<address type='usb' port='1.0.2'/>",
      "<address type='usb' bus='0' port='1'/>",
      "changed normal.changed /address/@port",
      "changed normal.added /address/@bus"
    ),
    Row(
      .hostdev,
      "<source><product id='0XBEEF'/><vendor id='010'/></source>",
      "<source><vendor id='0x0008'/><product id='0xbeef'/></source>",
      "changed normal.changed /source/product/@id",
      "changed normal.changed /source/vendor/@id"
    ),
    Row(
      .mcast,
      "<source address='x' port=' -1'/>",
      "<source address='x' port='-1'/>",
      "changed normal.changed /source/@port"
    ),
  ]

  @Test(arguments: dropped + changed)
  func `every version does it, and it is told`(row: Row) throws {
    for libvirt in measuredVersions {
      try Outcome.printed(row.printed).check(row.part, libvirt: libvirt)
      let findings = try row.part.defined(by: libvirt).findings.filter { $0.level != .note }
      let told = findings.map { "\($0.level.rawValue) \($0.diagnostic.code) \($0.diagnostic.path)" }
      #expect(told.sorted() == row.findings.sorted(), "libvirt \(libvirt)")
    }
  }

  /// The normal form is what libvirt no longer changes.
  @Test(arguments: dropped + changed)
  func `what is printed comes back the same`(row: Row) throws {
    for libvirt in measuredVersions {
      let version = try LibvirtVersion(libvirt)
      let printed = try row.part.defined(by: libvirt).xml()
      #expect(try DefinedInterface(xml: printed, libvirt: version).xml() == printed)
    }
  }

  @Test func `made up values are of libvirt's ranges, and others each time`() throws {
    let part = Part(.bridge, "<mac/><virtualport type='openvswitch'/>")
    let interfaces = try (0..<20).map { _ in try Interface(xml: part.defined(by: "9.0.0").xml()) }
    #expect(Set(interfaces).count == 20)
    for interface in interfaces {
      #expect(interface.mac?.address.map { $0.bits >> 24 } == 0x525400)
      guard case .openVSwitch(let port)? = interface.virtualPort else {
        Issue.record("the port is lost")
        continue
      }
      // Version 4, variant 1 of RFC 9562.
      #expect(port.interfaceID.map { $0.high >> 12 & 0xF } == 4)
      #expect(port.interfaceID.map { $0.low >> 62 } == 2)
    }
  }
}
