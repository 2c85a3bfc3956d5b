import InterfaceXML
import Testing

/// Which type keeps which part, drops it or is refused with it, when it is defined.
struct TypeMatrixTests {
  /// A part, and a letter for each type in the order of `InterfaceType`: K for kept, d for dropped,
  /// R for refused; in version 9.0.0, and in 12.8.0 where that is another row.
  struct Row: Sendable, CustomTestStringConvertible {
    let part: String
    let old: String
    let new: String

    init(_ part: String, _ old: String, since12 new: String? = nil) {
      self.part = part
      self.old = old
      self.new = new ?? old
    }

    var testDescription: String { part }
  }

  private static let all = "KKKKKKKKKKKKKKK"
  private static let uuid = "00000000-0000-0001-0000-000000000002"

  // Types: network bridge ethernet user direct hostdev vhostuser vdpa mcast server client udp
  // internal null vds.
  static let rows: [Row] = [
    Row(
      "<virtualport type='openvswitch'><parameters interfaceid='\(uuid)'/></virtualport>",
      "KKRRKKRRRRRRRRR"
    ),
    Row(
      "<virtualport type='802.1Qbg'><parameters managerid='1' typeid='2' typeidversion='3' instanceid='\(uuid)'/></virtualport>",
      "KKRRKKRRRRRRRRR"
    ),
    Row(
      "<virtualport><parameters instanceid='\(uuid)' interfaceid='\(uuid)'/></virtualport>",
      "KRRRRRRRRRRRRRR"
    ),
    Row(
      "<vlan><tag id='7'/></vlan>",
      all,
      since12: "KKRRKKRRRRRRRRR"
    ),
    Row(
      "<bandwidth><inbound average='1' peak='2' burst='3'/><outbound average='4'/></bandwidth>",
      all
    ),
    Row(
      "<bandwidth><inbound floor='1'/></bandwidth>",
      "KRRRRRRRRRRRRRR"
    ),
    Row(
      "<port isolated='yes'/>",
      "KKRRRRRRRRRRRRR"
    ),
    Row(
      "<filterref filter='f'/>",
      "KKKdddddddddddd"
    ),
    Row(
      "<ip address='10.0.0.1' family='ipv4' prefix='24'/>",
      all
    ),
    Row(
      "<route family='ipv4' address='10.0.0.0' prefix='8' gateway='10.0.0.1'/>",
      all
    ),
    Row(
      "<portForward proto='tcp'><range start='22' to='2022'/></portForward>",
      all,
      since12: "RRRRRRRRRRRRRRR"
    ),
    Row(
      "<target dev='tap0'/>",
      all
    ),
    Row(
      "<target dev='tap0' managed='no'/>",
      "RRKRRRRRRRRRRRR"
    ),
    Row(
      "<mtu size='1500'/>",
      all
    ),
    Row(
      "<coalesce><rx><frames max='7'/></rx></coalesce>",
      all
    ),
    Row(
      "<teaming type='persistent'/>",
      all
    ),
    Row(
      "<teaming type='transient' persistent='ua-a'/>",
      all
    ),
    Row(
      "<script path='/s'/>",
      all
    ),
    Row(
      "<downscript path='/s'/>",
      all
    ),
    Row(
      "<guest dev='eth0' actual='eth1'/>",
      all
    ),
    Row(
      "<backend tap='/dev/net/tun'/>",
      all
    ),
    Row(
      "<driver name='vhost' queues='4'/>",
      "KKKKKRKKKKKKKKK"
    ),
    Row(
      "<driver name='vfio'/>",
      "RRRRRKRRRRRRRRR"
    ),
    Row(
      "<driver iommu='on'/>",
      all
    ),
    Row(
      "<link state='down'/>",
      all
    ),
    Row(
      "<tune><sndbuf>0</sndbuf></tune>",
      all
    ),
    Row(
      "<boot order='1'/>",
      all
    ),
    Row(
      "<rom enabled='yes' bar='on' file='/r'/>",
      all
    ),
    Row(
      "<acpi index='1'/>",
      all
    ),
    Row(
      "<alias name='ua-a'/>",
      all
    ),
    Row(
      "<backenddomain name='d'/>",
      all
    ),
    Row(
      "<address type='pci' domain='0x0000' bus='0x00' slot='0x01' function='0x0'/>",
      all
    ),
    Row(
      "<address type='usb' bus='0' port='1'/>",
      "KKKKKRKKKKKKKKK"
    ),
    Row(
      "<address type='ccw' cssid='0xfe' ssid='0x0' devno='0x0001'/>",
      "KKKKKRKKKKKKKKK"
    ),
  ]

  @Test func `the columns are the types`() {
    let order = [
      "network", "bridge", "ethernet", "user", "direct", "hostdev", "vhostuser", "vdpa", "mcast",
      "server", "client", "udp", "internal", "null", "vds",
    ]
    #expect(Set(InterfaceType.allCases.map(\.rawValue)) == Set(order))
    #expect(Self.types.map(\.rawValue) == order)
  }

  private static let types: [InterfaceType] = [
    .network, .bridge, .ethernet, .user, .direct, .hostdev, .vhostuser, .vdpa, .mcast, .server,
    .client, .udp, .internal, .null, .vds,
  ]

  @Test(arguments: rows)
  func `a type keeps, drops or refuses it`(row: Row) throws {
    for (libvirt, letters) in [("9.0.0", row.old), ("12.8.0", row.new)] {
      #expect(letters.count == Self.types.count)
      for (type, letter) in zip(Self.types, letters) {
        let part = Part(type, row.part)
        let defined = try part.defined(by: libvirt)
        let comment: Comment = "\(type.rawValue), libvirt \(libvirt)"
        switch letter {
        case "K": #expect(try part.printed(by: libvirt) == Part.children(of: row.part), comment)
        case "d":
          #expect(try part.printed(by: libvirt) == [], comment)
          #expect(defined.findings.contains { $0.level == .dropped }, comment)
        default: #expect(defined.interface == nil, comment)
        }
      }
    }
  }
}
