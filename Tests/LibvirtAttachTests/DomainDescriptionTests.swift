import Addresses
import Diagnostics
import InterfaceXML
import Testing

@testable import LibvirtAttach

@Suite struct DomainDescriptionTests {
  @Test func `reads what the domain says of an interface`() throws {
    let devices = try Sample.live.devices
    try #require(devices.count == 3)
    let bridge = devices[0]
    #expect(bridge.type == "bridge")
    #expect(try bridge.mac == MACAddress("52:54:00:00:00:01"))
    #expect(bridge.source == "br0")
    #expect(bridge.target == "vnet0")
    #expect(bridge.model == "virtio")
    #expect(bridge.alias == "net0")
    #expect(try bridge.pciAddress == PCIAddress("0000:01:00.0"))
    #expect(bridge.xml.hasPrefix("<interface type='bridge'>\n  <mac address='52:54:00:00:00:01'/>"))
  }

  @Test func `names a network, not the bridge that it turned out to be`() throws {
    #expect(try Sample.live.devices[1].source == "default")
  }

  @Test(
    arguments: [
      ("<source dev='eth0' mode='bridge'/>", "eth0"),
      ("<source type='unix' path='/run/vhu0' mode='client'/>", "/run/vhu0"),
      (
        "<source><address domain='0x0000' bus='0x05' slot='0x02' function='0x1'/></source>",
        "0000:05:02.1"
      ),
      ("<source address='230.0.0.1' port='5558'/>", "230.0.0.1"),
      ("<source/>", nil),
      ("", nil),
    ] as [(String, String?)]
  )
  func `tells a source in short`(source: String, short: String?) throws {
    let element = try XMLDocument(parsing: "<interface type='x'>\(source)</interface>").root
    #expect(AttachedInterface(element).source == short)
  }

  @Test(arguments: [
    "<address type='pci' bus='0x01'/>",
    "<address type='pci' bus='0x01' slot='0x20'/>",
    "<address type='pci' bus='0x101' slot='0x00'/>",
    "<address type='ccw' cssid='0xfe' ssid='0x0' devno='0x0001'/>",
  ])
  func `takes no other address for one on the PCI bus`(address: String) throws {
    let element = try XMLDocument(parsing: "<interface>\(address)</interface>").root
    #expect(AttachedInterface(element).pciAddress == nil)
  }

  @Test func `refuses what is no domain`() {
    #expect(throws: Diagnostic(.domainMalformed, "")) {
      try DomainDescription(parsing: "<network/>")
    }
    #expect(throws: Diagnostic(.xmlMalformed, "")) { try DomainDescription(parsing: "<domain>") }
  }
}
