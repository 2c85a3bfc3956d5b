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

  @Test func `refuses what is no domain`() {
    #expect(throws: Diagnostic(.domainMalformed, "")) {
      try DomainDescription(parsing: "<network/>")
    }
    #expect(throws: Diagnostic(.xmlMalformed, "")) { try DomainDescription(parsing: "<domain>") }
  }
}
