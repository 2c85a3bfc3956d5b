import InterfaceXML
import Testing

/// A document that is read without a version and written again loses nothing.
struct LosslessTests {
  /// Attributes in any order, children by name and those of one name in their order, numbers as
  /// they are.
  static func canonical(_ element: XMLElement) -> XMLElement {
    XMLElement(
      element.name,
      attributes: element.attributes.sorted { $0.name < $1.name },
      // Swift's sort is stable.
      children: element.children.map(canonical).sorted { $0.name < $1.name },
      content: element.text
    )
  }

  static let documents = [
    // Unknown, at every depth.
    "<interface type='bridge' x='1'><source bridge='b' x='2'/><y z='3'>text</y></interface>",
    "<interface type='user'><driver a='1'><host b='2' csum='on'/><q/></driver><model type='virtio'/></interface>",
    "<interface type='user'><vlan trunk='yes' x='1'><tag id='1' y='2'/><tag id='2' y='3'/><z/></vlan></interface>",
    "<interface type='user'><route address='0.0.0.0' gateway='1.1.1.1'/>"
      + "<route address='0.0.0.0' gateway='1.1.1.2' x='2'><y/></route></interface>",
    "<interface type='user'><a><b><c d='e'>&lt;&amp;'\"\t</c></b></a></interface>",
    // Of another namespace, on which libvirt does not look.
    "<interface type='user' xmlns:o='http://o.test/1' o:a='1'><o:meta o:b='2'/></interface>",
    // Repeated where libvirt reads one.
    "<interface type='user'><link state='up'/><link state='down'/><mac address='52:54:00:00:00:01'/>"
      + "<mac address='52:54:00:00:00:02'/></interface>",
    "<interface type='bridge'><source bridge='a'/><source bridge='b' dev='c'/></interface>",
    "<interface type='bridge'><source bridge='a'/><virtualport type='openvswitch'>"
      + "<parameters profileid='p'/><parameters profileid='q'/></virtualport></interface>",
    // What a definition drops.
    "<interface type='bridge' managed='yes'><source bridge='a'/></interface>",
    "<interface type='user'><source dev='eth0'/><driver name='vhost' queues='1'/></interface>",
    "<interface type='user'><mtu size='0'/><coalesce><rx><frames max='0'/></rx></coalesce></interface>",
    "<interface type='direct'><source dev='e' mode='vepa'/><filterref filter='f'/></interface>",
    "<interface type='ethernet'><filterref filter='f'><parameter name='A' value='1'/>"
      + "<parameter name='A-B' value='1'/></filterref></interface>",
    "<interface type='user'><ip address='1.2.3.4' family='ipv4' prefix='0'/></interface>",
    "<interface type='user'><alias name='net0'/><target dev='vnet3'/></interface>",
    "<interface type='vhostuser'><source type='unix' path='/s' mode='client'>"
      + "<reconnect enabled='no' timeout='3' delay='2'/></source></interface>",
    "<interface type='user'><driver name='kvm' model='a' iommufd='no' txmode='timer'/></interface>",
    "<interface type='bridge'><source bridge='a'/><backend vhost='/dev/v'/></interface>",
    "<interface type='user'><script path='/a'/><script path='/b'/></interface>",
    // What only a running guest has.
    "<interface type='bridge'><source network='n' portgroup='g'"
      + " portid='07bd6cea-fb37-4594-b769-90fc51854ee9' bridge='virbr0' macTableManager='kernel'/>"
      + "<mac address='52:54:00:00:00:01' currentAddress='52:54:00:00:00:02'/>"
      + "<guest dev='eth0' actual='eth3'/></interface>",
    "<interface type='hostdev' managed='yes'><source missing='yes' startupPolicy='optional'"
      + " guestReset='off'><vendor id='0x1234'/><product id='0x5678'/></source></interface>",
    // What an old version refuses.
    "<interface type='user'><backend type='passt' hostname='h' logFile='/l'/></interface>",
    "<interface type='user'><backend type='default'/></interface>",
    "<interface type='hostdev'><source><address type='usb' bus='1' port='1.2'/></source></interface>",
  ]

  @Test(arguments: documents)
  func `it comes back with all that was in it`(document: String) throws {
    let interface = try Interface(xml: document)
    let written = try interface.xml()
    #expect(
      try Self.canonical(XMLDocument(parsing: written).root)
        == Self.canonical(XMLDocument(parsing: document).root)
    )
    #expect(try Interface(xml: written) == interface)
    #expect(try Interface(xml: written).xml() == written)
  }

  @Test func `the hundredth part is read as the first is`() throws {
    let unknown = (1...99).map { "a\($0)='1'" }.joined(separator: " ")
    let elements = (1...99).map { "<e\($0)/>" }.joined()
    let document =
      "<interface type='user'>\(elements)<driver \(unknown) queues='4'/><model type='virtio'/>"
      + "</interface>"
    let interface = try Interface(xml: document)
    #expect(interface.driver?.queues?.count == 4)
    #expect(interface.leftovers.count == 198)
    #expect(
      try Self.canonical(XMLDocument(parsing: interface.xml()).root)
        == Self.canonical(XMLDocument(parsing: document).root)
    )
  }

  @Test func `the two drivers that libvirt prints of a host device are one`() throws {
    let part = Part(.hostdev, "<driver name='vfio' iommu='on'/>")
    let printed = try part.defined(by: "12.8.0").xml()
    #expect(try XMLDocument(parsing: printed).root.all("driver").count == 2)
    let read = try Interface(xml: printed)
    #expect(read.driver?.name == .vfio)
    #expect(read.driver?.iommu == true)
    #expect(try XMLDocument(parsing: read.xml()).root.all("driver").count == 1)
    #expect(try Interface(xml: read.xml()) == read)
  }

  @Test func `elements that say nothing are not written`() throws {
    let empty = "<rom/><tune/><guest/><link/><mac/><acpi/><driver/><range/>"
    let interface = try Interface(xml: "<interface type='user'>\(empty)</interface>")
    let written = try interface.xml()
    #expect(written == "<interface type='user'>\n  <range/>\n</interface>\n")
  }

  @Test func `a leftover is written where it was`() throws {
    let text = """
      <interface type='network'>
        <mac address='fa:16:3e:00:00:01' x='1'/>
        <source network='default'/>
        <vlan trunk='yes'>
          <tag id='1'/>
          <tag id='2' color='red'>
            <note/>
          </tag>
        </vlan>
        <link state='up'/>
        <extra>
          <deep>a &amp; b</deep>
        </extra>
      </interface>

      """
    let interface = try Interface(xml: text)
    #expect(try interface.xml() == text)
    #expect(interface.leftovers.map(\.name) == ["@x", "@color", "note", "extra"])
  }

  @Test func `a leftover stays when the fields change`() throws {
    var interface = try Interface(
      xml: "<interface type='user'><mtu size='1500' x='1'/><y/></interface>"
    )
    interface.mtu = try MTU(size: 9000)
    #expect(
      try interface.xml() == """
        <interface type='user'>
          <mtu size='9000' x='1'/>
          <y/>
        </interface>

        """
    )
    interface.leftovers = []
    #expect(try interface.xml().contains("x=") == false)
  }

  @Test(
    arguments: [
      ("<mac address='FA:16:3E:0:0:1'/>", "<mac address='fa:16:3e:00:00:01'/>"),
      ("<boot order='01'/>", "<boot order=' +1'/>"),
      ("<address type='pci' slot='10'/>", "<address type='pci' domain='0' bus='0x0' slot='0xa'/>"),
      ("<model type='VirtIO'/>", "<model type='virtio'/>"),
      ("<ip address='1.2'/>", "<ip address='01.0.0.2' family='ipv4'/>"),
      (
        "<vlan><tag id='1'/><tag id='2'/></vlan>",
        "<vlan trunk='Yes'><tag id='1'/><tag id='02'/></vlan>"
      ),
      ("<link state='up'/><mtu size='68'/>", "<mtu size='68'/><link state='up'/>"),
    ]
  )
  func `equal is what means the same`(left: String, right: String) throws {
    let interfaces = try [left, right].map { try Interface(xml: Part(.user, $0).document) }
    #expect(interfaces[0] == interfaces[1])
    #expect(try interfaces[0].xml() == interfaces[1].xml())
  }
}
