import Testing
import VIFTranslator

/// A host device that is no network device to libvirt carries few settings.
struct GenericHostDeviceTests {
  static let json = Sample.json(
    "VIFHostDevice",
    #""address":null"#,
    replacing: #""dev_type":"generic","dev_address":"\#(Sample.pci)""#
  )

  @Test func `carries those that a hostdev has`() throws {
    let guest = #"""
      {"address":"0000:00:07.0","boot":1,"rom":{"bar":false},"alias":"ua-a","managed":false,\#
      "teaming":{"type":"transient","persistent":"ua-b"},"model":null,"mtu":0}
      """#
    // What there is none of anyway may be left out on purpose, but the model is a setting.
    let lines = try Sample.lines(Self.json, guest: guest.replacing(#""model":null,"#, with: ""))
    #expect(
      lines == [
        "<hostdev mode='subsystem' type='pci' managed='no'>", "<source>",
        "<address domain='0x0000' bus='0x0a' slot='0x00' function='0x1'/>", "</source>",
        "<teaming type='transient' persistent='ua-b'/>", "<boot order='1'/>",
        "<alias name='ua-a'/>", "<rom bar='off'/>",
        "<address type='pci' domain='0x0000' bus='0x00' slot='0x07' function='0x0'/>", "</hostdev>",
      ]
    )
  }

  @Test(arguments: [
    ("model", #""virtio""#), ("driver", #"{"name":"vfio"}"#), ("mtu", "1500"),
    ("bandwidth", #"{"inbound":{"average":1}}"#), ("vlan", #"{"tags":[{"id":1}]}"#),
    ("filterref", #"{"filter":"f"}"#), ("link", #""up""#), ("acpi", "1"), ("coalesce", "1"),
    ("teaming", #"{"type":"persistent"}"#), ("port", "true"), ("tune", "1"),
    ("backend", #"{"tap":"/t"}"#), ("trustGuestRxFilters", "true"),
    ("reconnect", #"{"timeout":1}"#), ("tapManaged", "true"),
  ])
  func `refuses each of the others`(name: String, value: String) {
    let error = #expect(throws: Diagnostic.self) {
      try Sample.translation(Self.json, guest: #"{"\#(name)":\#(value)}"#)
    }
    #expect(error.map { "\($0.path) \($0.code)" } == "/guest/\(name) type.unsupported-element")
  }
}
