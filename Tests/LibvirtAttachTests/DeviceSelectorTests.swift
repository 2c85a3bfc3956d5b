import Addresses
import Diagnostics
import Testing

@testable import LibvirtAttach

@Suite struct DeviceSelectorTests {
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
    #expect(try DeviceSelector(text).description == canonical)
  }

  @Test(arguments: [
    "", "net0", ":", "mac:", "alias:", "index:0", "index:-1", "index:x", "name:net0",
    "52:54:00:00:00", "52:54:00:00:00:01:02", "ab:cd",
  ])
  func `refuses other text`(text: String) {
    #expect(throws: Diagnostic(.selectorMalformed, "")) { try DeviceSelector(text) }
  }

  @Test func `refuses a malformed address as one`() {
    #expect(throws: Diagnostic(.macMalformed, "")) { try DeviceSelector("mac:nonsense") }
    #expect(throws: Diagnostic(.pciMalformed, "")) { try DeviceSelector("pci:00:03.0") }
    #expect(throws: Diagnostic(.uuidMalformed, "")) { try DeviceSelector("vif:port-7") }
  }

  @Test(arguments: [
    ("mac:52:54:00:00:00:01", "net0"),
    ("alias:ua-front", "ua-front"),
    ("target:vnet1", "ua-front"),
    ("pci:0000:03:00.0", "net2"),
    ("index:3", "net2"),
  ])
  func `chooses the one interface`(selector: String, alias: String) throws {
    let interfaces = try Sample.live.devices
    #expect(try DeviceSelector(selector).choose(from: interfaces).alias == alias)
  }

  @Test(arguments: [
    "mac:52:54:00:00:00:99", "alias:net9", "target:eth0", "pci:0000:09:00.0", "index:4",
  ])
  func `says that there is none`(text: String) throws {
    let selector = try DeviceSelector(text)
    let interfaces = try Sample.live.devices
    #expect(throws: HotPlugError.deviceNotFound(selector)) {
      try selector.choose(from: interfaces)
    }
  }

  @Test func `lists all that match`() throws {
    let selector = try DeviceSelector("52:54:00:00:00:02")
    let interfaces = try Sample.live.devices
    let error = #expect(throws: HotPlugError.self) { try selector.choose(from: interfaces) }
    #expect(error == .ambiguous(selector, Array(interfaces[1...])))
    #expect(error?.description.contains("(mac:52:54:00:00:00:02 alias:net2 ") == true)
  }
}
