import InterfaceXML
import Testing

/// What each element looks like alone.
struct ElementTextTests {
  struct Row: Sendable, CustomTestStringConvertible {
    /// The lines between the MAC address and the model, or behind the model.
    let text: String
    let set: @Sendable (inout Interface) throws -> Void

    init(
      _ text: String,
      _ set: @escaping @Sendable (inout Interface) throws -> Void
    ) {
      self.text = text
      self.set = set
    }

    var testDescription: String { text }
  }

  static let rows: [Row] = [
    Row("<mac address='fe:00:00:00:00:0a'/>") { $0.mac = MAC(MACAddress(bits: 0xFE00_0000_000A)) },
    Row("<vlan>\n  <tag id='0'/>\n</vlan>") { $0.vlan = try Sample.vlan(0) },
    Row("<vlan trunk='yes'>\n  <tag id='1' nativeMode='untagged'/>\n  <tag id='4095'/>\n</vlan>") {
      $0.vlan = try VLAN(tags: [VLAN.Tag(id: 1, nativeMode: .untagged), VLAN.Tag(id: 4095)])
    },
    Row("<vlan trunk='yes'>\n  <tag id='1' nativeMode='tagged'/>\n</vlan>") {
      $0.vlan = try VLAN(tags: [VLAN.Tag(id: 1, nativeMode: .tagged)], trunk: true)
    },
    Row(
      """
      <virtualport type='openvswitch'>
        <parameters interfaceid='00000000-0000-0001-0000-000000000002' profileid='p 1'/>
      </virtualport>
      """
    ) {
      let port = OpenVSwitchPort(
        interfaceID: UUID(high: 1, low: 2),
        profileID: try ProfileID("p 1")
      )
      $0.virtualPort = .openVSwitch(port)
    },
    Row(
      """
      <virtualport type='802.1Qbg'>
        <parameters managerid='11' typeid='1193047' typeidversion='2' \
      instanceid='00000000-0000-0001-0000-000000000002'/>
      </virtualport>
      """
    ) { $0.virtualPort = try Sample.qbg() },
    Row(
      """
      <virtualport type='802.1Qbg'>
        <parameters managerid='0' typeid='1193047' typeidversion='2'/>
      </virtualport>
      """
    ) { $0.virtualPort = try Sample.qbg(managerID: 0, instanceID: nil) },
    Row("<virtualport type='802.1Qbh'>\n  <parameters profileid='vm1'/>\n</virtualport>") {
      $0.virtualPort = try Sample.qbh()
    },
    Row(
      """
      <bandwidth>
        <inbound average='1' peak='2' burst='3'/>
        <outbound average='4294967295'/>
      </bandwidth>
      """
    ) {
      $0.bandwidth = try Bandwidth(
        inbound: Bandwidth.Limits(average: 1, peak: 2, burst: 3),
        outbound: Bandwidth.Limits(average: 4_294_967_295)
      )
    },
    Row("<bandwidth>\n  <outbound average='1' burst='2'/>\n</bandwidth>") {
      let limits = try Bandwidth.Limits(average: 1, burst: 2)
      $0.bandwidth = try Bandwidth(inbound: nil, outbound: limits)
    },
    Row("<port isolated='yes'/>") { $0.port = Port(isolated: true) },
    Row("<port isolated='no'/>") { $0.port = Port(isolated: false) },
    Row("<target dev='tap0'/>") { $0.target = Target(dev: try DeviceName("tap0")) },
    Row("<target dev='tap0' managed='no'/>") {
      $0.target = Target(dev: try DeviceName("tap0"), managed: false)
    },
    Row("<model type='e1000e'/>") { $0.model = try Model("E1000E") },
    Row("<driver name='vhost' txmode='iothread' ioeventfd='on' event_idx='off' queues='4'/>") {
      $0.driver = try Sample.driver { driver in
        driver.name = .vhost
        driver.txmode = .iothread
        driver.ioeventfd = true
        driver.eventIdx = false
        driver.queues = try QueueCount(4)
      }
    },
    Row(
      "<driver rx_queue_size='512' tx_queue_size='256' rss='on' rss_hash_report='off' iommu='on'"
        + " ats='off' packed='on' page_per_vq='off'/>"
    ) {
      $0.driver = try Sample.driver { driver in
        driver.rxQueueSize = try QueueSize(512)
        driver.txQueueSize = try QueueSize(256)
        (driver.rss, driver.rssHashReport, driver.iommu) = (true, false, true)
        (driver.ats, driver.packed, driver.pagePerVq) = (false, true, false)
      }
    },
    Row(
      """
      <driver>
        <host csum='off' gso='on' tso4='off' tso6='on' ecn='off' ufo='on' mrg_rxbuf='off'/>
        <guest csum='on' tso4='off' tso6='on' ecn='off' ufo='on'/>
      </driver>
      """
    ) {
      var (host, guest) = (HostOffloads(), GuestOffloads())
      (host.csum, host.gso, host.tso4, host.tso6) = (false, true, false, true)
      (host.ecn, host.ufo, host.mergeableReceiveBuffers) = (false, true, false)
      (guest.csum, guest.tso4, guest.tso6, guest.ecn, guest.ufo) = (true, false, true, false, true)
      $0.driver = try Sample.driver { ($0.host, $0.guest) = (host, guest) }
    },
    Row("<backend tap='/dev/net/tun' vhost='/dev/vhost-net'/>") {
      $0.backend = try Backend(tap: "/dev/net/tun", vhost: "/dev/vhost-net")
    },
    Row("<filterref filter='clean-traffic'/>") {
      $0.filterReference = try FilterReference(filter: "clean-traffic")
    },
    Row(
      """
      <filterref filter='f'>
        <parameter name='A' value='9'/>
        <parameter name='B' value='2'/>
        <parameter name='B' value='1'/>
      </filterref>
      """
    ) {
      // By name as libvirt sorts them; a list keeps its order.
      let values = [("B", "2"), ("A", "9"), ("B", "1")]
      var parameters: [FilterReference.Parameter] = []
      for (name, value) in values { parameters.append(try .init(name: name, value: value)) }
      $0.filterReference = try FilterReference(filter: "f", parameters: parameters)
    },
    Row("<tune>\n  <sndbuf>0</sndbuf>\n</tune>") { $0.tune = Tune(sndbuf: 0) },
    Row("<teaming type='persistent'/>") { $0.teaming = .persistent },
    Row("<teaming type='transient' persistent='ua-a'/>") {
      $0.teaming = .transient(persistent: try Alias("ua-a"))
    },
    Row("<link state='down'/>") { $0.link = Link(state: .down) },
    Row("<mtu size='9000'/>") { $0.mtu = try MTU(size: 9000) },
    Row("<coalesce>\n  <rx>\n    <frames max='7'/>\n  </rx>\n</coalesce>") {
      $0.coalesce = try Coalesce(rxFramesMax: 7)
    },
    Row("<boot order='1'/>") { $0.boot = try Boot(order: 1) },
    Row("<alias name='ua-net'/>") { $0.alias = try Alias("ua-net") },
    Row("<rom enabled='no'/>") { $0.rom = try ROM(enabled: false) },
    Row("<rom enabled='yes' bar='off' file='/a b'/>") {
      $0.rom = try ROM(enabled: true, bar: false, file: "/a b")
    },
    Row("<acpi index='7'/>") { $0.acpi = try ACPI(index: 7) },
    Row("<address type='pci' domain='0x0000' bus='0x0a' slot='0x1f' function='0x7'/>") {
      $0.address = try DeviceAddress(pci: Sample.pci("0000:0a:1f.7"))
    },
    Row(
      "<address type='pci' domain='0x0000' bus='0x00' slot='0x01' function='0x0'"
        + " multifunction='on'/>"
    ) {
      $0.address = try DeviceAddress(pci: Sample.pci("0000:00:01.0"), multifunction: true)
    },
  ]

  @Test(arguments: rows)
  func `is written as libvirt writes it`(row: Row) throws {
    var interface = Interface(source: .ethernet())
    try row.set(&interface)
    let inner = row.text.split(separator: "\n").map { "  \($0)\n" }.joined()
    #expect(try interface.xml() == "<interface type='ethernet'>\n\(inner)</interface>\n")
  }

  @Test func `says nothing with elements that say nothing`() throws {
    var interface = Interface(source: .ethernet())
    interface.driver = Driver()
    interface.rom = try ROM()
    interface.backend = try Backend()
    #expect(try interface.xml() == "<interface type='ethernet'/>\n")
    interface.driver?.host = HostOffloads()
    interface.driver?.guest = GuestOffloads()
    #expect(try !interface.xml().contains("<host"))
  }
}
