import Addresses
import Diagnostics
import Testing

struct IPAddressTests {
  @Test(arguments: ["0.0.0.0", "10.0.0.1", "255.255.255.255", "192.168.100.9"])
  func `writes IPv4 as it reads it`(text: String) throws {
    let address = try IPAddress(text)
    #expect(address.description == text)
    #expect(address.width == 32)
  }

  @Test func `has the first byte highest`() throws {
    #expect(try IPAddress("10.0.2.1") == .v4(0x0A00_0201))
    #expect(
      try IPAddress("1:2:3:4:5:6:7:8")
        == .v6(high: 0x0001_0002_0003_0004, low: 0x0005_0006_0007_0008)
    )
  }

  @Test(arguments: [
    ("::", "::"), ("::1", "::1"), ("1::", "1::"), ("2001:DB8::00Af", "2001:db8::af"),
    ("2001:0db8:0000:0000:0000:0000:0000:0001", "2001:db8::1"),
    // The longest run is cut out, and of two equal ones the first.
    ("1:0:0:2:0:0:0:3", "1:0:0:2::3"), ("1:0:0:2:3:0:0:4", "1::2:3:0:0:4"),
    // A single group of zeros is none.
    ("1:2:3:4:5:6:7:0", "1:2:3:4:5:6:7:0"), ("0:2:3:4:5:6:7:8", "0:2:3:4:5:6:7:8"),
    ("1:2:3:4:5:6:7::", "1:2:3:4:5:6:7:0"), ("::2:3:4:5:6:7:8", "0:2:3:4:5:6:7:8"),
    // Only a mapped address keeps its dotted tail.
    ("::ffff:10.0.0.1", "::ffff:10.0.0.1"), ("::FFFF:0a00:0001", "::ffff:10.0.0.1"),
    ("64:ff9b::192.0.2.33", "64:ff9b::c000:221"), ("1:2:3:4:5:6:1.2.3.4", "1:2:3:4:5:6:102:304"),
    ("::1.2.3.4", "::102:304"),
  ])
  func `writes IPv6 in its shortest form`(text: String, canonical: String) throws {
    let address = try IPAddress(text)
    #expect(address.description == canonical)
    #expect(address.width == 128)
    #expect(try IPAddress(canonical) == address)
  }

  @Test(arguments: [
    "", "10.1", "10.0.0", "10.0.0.1.2", "10.0.0.256", "010.0.0.1", "10.0.0.00", "10.0.0.1 ",
    " 10.0.0.1", "10.0.0.1\n", "10.0.0.+1", "10.0..1", "10.0.0.0x1", "10.0.0.1/24", "167772161",
    ":", ":::", "1", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "1:2:3:4:5:6:7:8::", "::1::", "1::2::3",
    "12345::", "g::", ":1:2:3:4:5:6:7", "1:2:3:4:5:6:7:", "fe80::1%eth0", "[::1]", "::1/64",
    "::10.0.0", "::10.0.0.256", "1.2.3.4::", "::1.2.3.4:5", "1:2.3.4.5::6", "1:2:3:4:5:6:7:1.2.3.4",
    "::+1", "٠.0.0.1",
  ])
  func `refuses anything else`(text: String) {
    let error = #expect(throws: Diagnostic.self) { try IPAddress(text) }
    #expect(error?.code.rawValue == "ip.malformed")
    #expect(error?.details.value == text)
  }
}
