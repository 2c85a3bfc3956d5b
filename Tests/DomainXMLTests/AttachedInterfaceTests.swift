import DomainXML
import InterfaceXML
import Testing

/// What an interface's element says, in short.
struct AttachedInterfaceTests {
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
}
