import Diagnostics
import DomainXML
import Testing

/// Which device of a domain is a VIF's.
struct DeviceMatchTests {
  private static func interface(_ type: String, _ children: String, mac: String = mac) -> String {
    "<interface type='\(type)'><mac address='\(mac)'/>\(children)</interface>"
  }

  private static let mac = "fa:16:3e:00:00:0a"

  private static func agree(_ vif: String, _ device: String) throws -> Bool {
    let domain = "<domain><devices>\(device)</devices></domain>"
    let devices = try DomainDocument(parsing: domain).devices
    return try DeviceMatch(document: vif).agrees(with: #require(devices.first))
  }

  @Test(arguments: [
    ("<source bridge='br0'/><target dev='tap0'/>", "fa:16:3e:00:00:0a", true),
    ("<source bridge='br0'/><target dev='tap0'/>", "FA:16:3E:00:00:0A", true),
    ("<source bridge='br0' dev='x'/><target dev='tap0'/><model type='e1000'/>", mac, true),
    ("<source bridge='br1'/><target dev='tap0'/>", mac, false),
    ("<source bridge='br0'/><target dev='tap1'/>", mac, false),
    ("<source bridge='br0'/>", mac, false),
    ("<source bridge='br0'/><target dev='tap0'/>", "fa:16:3e:00:00:0b", false),
    (
      "<source bridge='br0'/><target dev='tap0'/><bandwidth><outbound peak='2'/></bandwidth>", mac,
      true
    ),
  ])
  func `a bridge's port is told by MAC, bridge and target`(
    children: String,
    mac: String,
    expected: Bool
  ) throws {
    let vif = Self.interface("bridge", "<source bridge='br0'/><target dev='tap0'/>")
    #expect(try Self.agree(vif, Self.interface("bridge", children, mac: mac)) == expected)
    #expect(try !Self.agree(vif, Self.interface("network", children, mac: mac)))
  }

  @Test(arguments: ["vnet0", "macvtap3", "macvlan1"])
  func `a target that libvirt makes up does not count`(name: String) throws {
    let source = "<source dev='eth0' mode='bridge'/>"
    let vif = Self.interface("direct", "\(source)<target dev='\(name)'/>")
    #expect(try Self.agree(vif, Self.interface("direct", source)))
    #expect(try Self.agree(vif, Self.interface("direct", "\(source)<target dev='macvtap9'/>")))
    let unmanaged = Self.interface("ethernet", "<target dev='\(name)' managed='no'/>")
    #expect(try !Self.agree(unmanaged, Self.interface("ethernet", "<target dev='vnet9'/>")))
  }

  @Test(arguments: [
    ("domain='0x0000' bus='0x0A' slot='0x1F' function='0x1'", true),
    ("bus='10' slot='31' function='1'", true), ("bus='0a' slot='1f' function='1'", true),
    ("bus='0x0a' slot='0x1f' function='0x2'", false),
    ("bus='0x10a' slot='0x1f' function='1'", false),
  ])
  func `PCI addresses are numbers`(address: String, expected: Bool) throws {
    let ours = "domain='0x0000' bus='0x0a' slot='0x1f' function='0x1'"
    func hostdev(_ address: String) -> String {
      "<hostdev type='pci'><source><address \(address)/></source></hostdev>"
    }
    func interface(_ address: String) -> String {
      Self.interface("hostdev", "<source><address type='pci' \(address)/></source>")
    }
    #expect(try Self.agree(hostdev(ours), hostdev(address)) == expected)
    #expect(try Self.agree(interface(ours), interface(address)) == expected)
    #expect(try !Self.agree(interface(ours), hostdev(ours)))
  }

  @Test func `a vhost-user socket is told by its path, not by its target`() throws {
    let source = "<source type='unix' path='/run/vhu' mode='client'/>"
    let vif = Self.interface("vhostuser", source + "<target dev='vhu0'/>")
    #expect(try Self.agree(vif, Self.interface("vhostuser", source + "<target dev='vnet7'/>")))
    #expect(try !Self.agree(vif, Self.interface("vhostuser", "<source path='/run/other'/>")))
  }

  @Test func `of several the one with the port's id is meant`() throws {
    func port(_ id: String) -> String {
      Self.interface(
        "bridge",
        "<source bridge='br0'/><virtualport type='openvswitch'><parameters interfaceid='\(id)'/></virtualport>"
      )
    }
    let (first, second) = (
      "07bd6cea-fb37-4594-b769-90fc51854ee9", "17bd6cea-fb37-4594-b769-90fc51854ee9"
    )
    let domain = "<domain><devices>\(port(first))\(port(second))</devices></domain>"
    let devices = try DomainDocument(parsing: domain).devices
    #expect(try DeviceMatch(document: port(second.uppercased())).index(among: devices) == 1)
    let bare = Self.interface("bridge", "<source bridge='br0'/>")
    #expect(throws: Diagnostic.self) { try DeviceMatch(document: bare).index(among: devices) }
  }

  @Test func `what is other about a device with the same address is told`() throws {
    let domain =
      "<domain><devices>\(Self.interface("bridge", "<source bridge='br1'/>"))</devices></domain>"
    let devices = try DomainDocument(parsing: domain).devices
    let vif = try DeviceMatch(document: Self.interface("bridge", "<source bridge='br0'/>"))
    do throws(Diagnostic) {
      _ = try vif.index(among: devices)
      Issue.record("a device was found")
    } catch {
      #expect(error.code == .matchNone)
      #expect(error.message.contains("index:1 has its MAC address, but another source"))
    }
  }
}
