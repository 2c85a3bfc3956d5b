import Addresses
import Diagnostics
import Testing

struct PCIAddressTests {
  @Test(arguments: [
    ("0000:00:00.0", "0000:00:00.0"), ("ffff:ff:1f.7", "ffff:ff:1f.7"),
    ("ABCD:0A:1E.3", "abcd:0a:1e.3"),
  ])
  func `takes either case and writes it as sysfs does`(text: String, canonical: String) throws {
    #expect(try PCIAddress(text).description == canonical)
  }

  @Test func `has the parts that it was read from`() throws {
    let address = try PCIAddress("1234:56:1f.7")
    #expect(address.domain == 0x1234)
    #expect(address.bus == 0x56)
    #expect(address.slot == 0x1F)
    #expect(address.function == 7)
    #expect(try address == PCIAddress(domain: 0x1234, bus: 0x56, slot: 0x1F, function: 7))
    #expect(try PCIAddress(bus: 1, slot: 2, function: 3).domain == 0)
  }

  @Test(arguments: [
    (UInt32(0), "0000:01:02.3"), (0xFFFF, "ffff:01:02.3"), (0x10000, "10000:01:02.3"),
    (.max, "ffffffff:01:02.3"),
  ])
  func `writes the whole of a domain`(domain: UInt32, text: String) throws {
    #expect(try PCIAddress(domain: domain, bus: 1, slot: 2, function: 3).description == text)
  }

  @Test(arguments: [
    "", "0a:00.1", "00000000:0a:00.1", "0000:0a:20.0", "0000:0a:1f.8", "0000:0a:1f:7",
    "0000:0a:00x1", "0000:0a:00.1\n", " 0000:0a:00.1", "0000.0a.00.1", "000g:0a:00.1",
    "0000:0a:0.01", "0000:0a:00.", "0000:٠a:0.1",
  ])
  func `refuses other forms and parts out of bounds`(text: String) {
    let error = #expect(throws: Diagnostic.self) { try PCIAddress(text) }
    #expect(error?.code.rawValue == "pci.malformed")
    #expect(error?.details.value == text)
  }

  @Test(arguments: [(UInt8(0x20), UInt8(0)), (0xFF, 0), (0, 8)])
  func `refuses numbers out of bounds`(slot: UInt8, function: UInt8) {
    let error = #expect(throws: Diagnostic.self) {
      try PCIAddress(bus: 0, slot: slot, function: function)
    }
    #expect(error?.code.rawValue == "pci.malformed")
  }
}
