import DomainXML
import Testing

/// The forms of a selector.
struct InterfaceSelectorTests {
  @Test(arguments: [
    ("52:54:00:00:00:01", "mac:52:54:00:00:00:01"),
    ("52-54-00-00-00-AB", "mac:52:54:00:00:00:ab"),
    ("mac:52:54:00:00:00:AB", "mac:52:54:00:00:00:ab"),
    ("alias:ua-front", "alias:ua-front"),
    ("target:vnet0", "target:vnet0"),
    ("pci:0000:00:03.0", "pci:0000:00:03.0"),
    ("index:12", "index:12"),
    (
      "vif:DC065497-3C8D-4F44-8FB4-E1D33C16A531", "vif:dc065497-3c8d-4f44-8fb4-e1d33c16a531"
    ),
  ])
  func `reads each form`(text: String, canonical: String) throws {
    #expect(try InterfaceSelector(text).description == canonical)
  }

  @Test(arguments: [
    "", "net0", ":", "mac:", "alias:", "index:0", "index:-1", "index:x", "name:net0",
    "52:54:00:00:00", "52:54:00:00:00:01:02", "ab:cd",
  ])
  func `refuses other text`(text: String) {
    #expect(throws: Diagnostic(.selectorMalformed, "")) { try InterfaceSelector(text) }
  }

  @Test func `refuses a malformed address as one`() {
    #expect(throws: Diagnostic(.macMalformed, "")) { try InterfaceSelector("mac:nonsense") }
    #expect(throws: Diagnostic(.pciMalformed, "")) { try InterfaceSelector("pci:00:03.0") }
    #expect(throws: Diagnostic(.uuidMalformed, "")) { try InterfaceSelector("vif:port-7") }
  }
}
