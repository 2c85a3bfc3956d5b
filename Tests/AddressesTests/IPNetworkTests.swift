import Addresses
import Diagnostics
import Testing

struct IPNetworkTests {
  @Test(arguments: [
    ("10.0.0.0/24", "10.0.0.0/24"), ("10.0.0.7/24", "10.0.0.7/24"), ("10.0.0.7", "10.0.0.7/32"),
    ("10.0.0.0/0", "10.0.0.0/0"), ("10.0.0.0/32", "10.0.0.0/32"), ("10.0.0.0/08", "10.0.0.0/8"),
    ("10.0.0.0/255.255.255.0", "10.0.0.0/24"), ("10.0.0.0/255.255.255.255", "10.0.0.0/32"),
    ("10.0.0.0/0.0.0.255", "10.0.0.0/24"), ("10.0.0.0/0.0.0.0", "10.0.0.0/0"),
    ("10.0.0.0/128.0.0.0", "10.0.0.0/1"), ("10.0.0.0/127.255.255.255", "10.0.0.0/1"),
    ("2001:DB8::1/64", "2001:db8::1/64"), ("2001:db8::", "2001:db8::/128"), ("::/0", "::/0"),
    ("::/128", "::/128"),
  ])
  func `keeps host bits and writes the mask as a length`(text: String, canonical: String) throws {
    #expect(try IPNetwork(text).description == canonical)
  }

  @Test func `has the address and the length apart`() throws {
    let network = try IPNetwork("10.0.0.7/24")
    #expect(try network.address == IPAddress("10.0.0.7"))
    #expect(network.prefixLength == 24)
  }

  @Test(arguments: [
    "", "/", "/24", "10.0.0.0/", "10/8", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/+8",
    "10.0.0.0/24/24", "10.0.0.0/255.0.255.0", "10.0.0.0/0.255.0.255", "10.0.0.0/ffff::",
    "10.0.0.0 /24", "10.0.0.0/24\n", "::/129", "::/255.255.255.0", "::/ffff::",
    "::/99999999999999999999",
  ])
  func `refuses anything else`(text: String) {
    let error = #expect(throws: Diagnostic.self) { try IPNetwork(text) }
    #expect(error?.code.rawValue == "ip.network-malformed")
    #expect(error?.details.value == text)
  }
}
