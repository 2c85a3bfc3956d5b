import Testing

@testable import LibvirtAttach

@Suite struct InterfaceChoiceTests {
  @Test(arguments: [
    ("mac:52:54:00:00:00:01", "net0"),
    ("alias:ua-front", "ua-front"),
    ("target:vnet1", "ua-front"),
    ("pci:0000:03:00.0", "net2"),
    ("index:3", "net2"),
  ])
  func `chooses the one interface`(selector: String, alias: String) throws {
    let devices = try Sample.live.devices
    #expect(try InterfaceSelector(selector).choose(from: devices).alias == alias)
  }

  @Test(arguments: [
    "mac:52:54:00:00:00:99", "alias:net9", "target:eth0", "pci:0000:09:00.0", "index:4",
  ])
  func `says that there is none`(text: String) throws {
    let selector = try InterfaceSelector(text)
    let devices = try Sample.live.devices
    #expect(throws: HotPlugError.interfaceNotFound(selector)) {
      try selector.choose(from: devices)
    }
  }

  @Test func `lists all that match`() throws {
    let selector = try InterfaceSelector("52:54:00:00:00:02")
    let devices = try Sample.live.devices
    let error = #expect(throws: HotPlugError.self) { try selector.choose(from: devices) }
    #expect(error == .ambiguous(selector, Array(devices[1...])))
    #expect(error?.description.contains("(mac:52:54:00:00:00:02 alias:net2 ") == true)
  }
}
