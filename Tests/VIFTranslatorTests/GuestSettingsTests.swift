import Testing
import VIFTranslator

/// Guest settings are read, each in every form that it has.
struct GuestSettingsTests {
  struct Row: Sendable, CustomTestStringConvertible {
    /// The forms, which all say the same.
    let forms: [String]
    /// The lines that it gives an interface which can carry it.
    let lines: [String]
    let type: String

    init(_ forms: String..., gives lines: [String], to type: String = "VIFBridge") {
      self.forms = forms
      self.lines = lines
      self.type = type
    }

    var testDescription: String { forms[0] }
  }

  static let rows: [Row] = [
    Row(#""model":"e1000e""#, #""model":{"type":"E1000E"}"#, gives: ["<model type='e1000e'/>"]),
    Row(#""mtu":9000"#, #""mtu":{"size":9000}"#, gives: ["<mtu size='9000'/>"]),
    Row(#""link":"down""#, #""link":{"state":"down"}"#, gives: ["<link state='down'/>"]),
    Row(#""boot":2"#, #""boot":{"order":2}"#, gives: ["<boot order='2'/>"]),
    Row(#""alias":"ua-a""#, #""alias":{"name":"ua-a"}"#, gives: ["<alias name='ua-a'/>"]),
    Row(#""acpi":7"#, #""acpi":{"index":7}"#, gives: ["<acpi index='7'/>"]),
    Row(
      #""port":true"#,
      #""port":"yes""#,
      #""port":{"isolated":true}"#,
      #""port":{"isolated":"yes"}"#,
      gives: ["<port isolated='yes'/>"]
    ),
    Row(#""port":{"isolated":"no"}"#, gives: ["<port isolated='no'/>"]),
    Row(#""tune":0"#, #""tune":{"sndbuf":0}"#, gives: ["<sndbuf>0</sndbuf>"]),
    Row(
      #""coalesce":7"#,
      #""coalesce":{"rx":7}"#,
      #""coalesce":{"rx":{"frames":7}}"#,
      #""coalesce":{"rx":{"frames":{"max":7}}}"#,
      gives: ["<frames max='7'/>"]
    ),
    Row(
      #""address":"0000:01:02.3""#,
      #""address":{"bus":1,"slot":2,"function":3}"#,
      #""address":{"type":"pci","domain":"0x0000","bus":"0x01","slot":"0x02","function":"0x3"}"#,
      gives: ["<address type='pci' domain='0x0000' bus='0x01' slot='0x02' function='0x3'/>"]
    ),
    Row(
      #""address":{"bus":"10","slot":"0x1f","multifunction":"on"}"#,
      #""address":{"bus":10,"slot":31,"multifunction":true}"#,
      gives: [
        "<address type='pci' domain='0x0000' bus='0x0a' slot='0x1f' function='0x0'"
          + " multifunction='on'/>"
      ]
    ),
    Row(
      #""rom":{"enabled":true,"bar":false,"file":"/r"}"#,
      #""rom":{"enabled":"yes","bar":"off","file":"/r"}"#,
      gives: ["<rom enabled='yes' bar='off' file='/r'/>"]
    ),
    Row(
      #""bandwidth":{"inbound":{"average":1,"peak":2,"burst":3},"outbound":{"average":4}}"#,
      gives: ["<inbound average='1' peak='2' burst='3'/>", "<outbound average='4'/>"]
    ),
    Row(
      #""vlan":{"trunk":true,"tags":[{"id":1,"nativeMode":"tagged"},{"id":2}]}"#,
      #""vlan":{"trunk":"yes","tags":[{"id":1,"nativeMode":"tagged"},{"id":2}]}"#,
      gives: ["<vlan trunk='yes'>", "<tag id='1' nativeMode='tagged'/>", "<tag id='2'/>"]
    ),
    Row(
      #""filterref":{"filter":"f","parameters":[{"name":"IP","value":"10.0.0.1"}]}"#,
      gives: ["<filterref filter='f'>", "<parameter name='IP' value='10.0.0.1'/>"]
    ),
    Row(#""teaming":{"type":"persistent"}"#, gives: ["<teaming type='persistent'/>"]),
    Row(
      #""teaming":{"type":"transient","persistent":"ua-a"}"#,
      gives: ["<teaming type='transient' persistent='ua-a'/>"],
      to: "VIFHostDevice"
    ),
    Row(
      #""backend":{"tap":"/t","vhost":"/v"}"#,
      gives: ["<backend tap='/t' vhost='/v'/>"]
    ),
    Row(
      #""trustGuestRxFilters":true"#,
      #""trustGuestRxFilters":"yes""#,
      gives: ["<interface type='bridge' trustGuestRxFilters='yes'>"]
    ),
    Row(
      #""reconnect":{"timeout":3}"#,
      #""reconnect":{"enabled":true,"timeout":3}"#,
      #""reconnect":{"enabled":"yes","timeout":3}"#,
      gives: ["<reconnect enabled='yes' timeout='3'/>"],
      to: "VIFVHostUser"
    ),
    Row(
      #""reconnect":{"enabled":false}"#,
      #""reconnect":{"enabled":"no"}"#,
      gives: ["<reconnect enabled='no'/>"],
      to: "VIFVHostUser"
    ),
    Row(
      #""managed":true"#,
      #""managed":"yes""#,
      gives: ["<interface type='hostdev' managed='yes'>"],
      to: "VIFHostDevice"
    ),
    Row(
      #""managed":false"#,
      #""managed":"no""#,
      gives: ["<interface type='hostdev'>"],
      to: "VIFHostDevice"
    ),
    Row(
      #""tapManaged":true"#,
      #""tapManaged":"yes""#,
      gives: ["<target dev='tap0'/>"],
      to: "VIFGeneric"
    ),
    Row(
      #""tapManaged":false"#,
      gives: ["<target dev='tap0' managed='no'/>"],
      to: "VIFGeneric"
    ),
    Row(
      #""vdpa":true"#,
      #""vdpa":"yes""#,
      gives: ["<source dev='/dev/vhost-vdpa-0'/>"],
      to: "VIFHostDevice"
    ),
    Row(#""vdpa":false"#, gives: ["<interface type='hostdev' managed='yes'>"], to: "VIFHostDevice"),
    Row(
      #"""
      "driver":{"name":"vhost","txmode":"timer","ioeventfd":true,"event_idx":false,"queues":4,\#
      "rx_queue_size":512,"tx_queue_size":256,"rss":true,"rss_hash_report":false,"iommu":true,\#
      "ats":false,"packed":true,"page_per_vq":false,"host":{"csum":true,"gso":false,"tso4":true,\#
      "tso6":false,"ecn":true,"ufo":false,"mrg_rxbuf":true},"guest":{"csum":false,"tso4":true,\#
      "tso6":false,"ecn":true,"ufo":false}}
      """#,
      #"""
      "driver":{"page_per_vq":"off","packed":"on","ats":"off","iommu":"on","rss_hash_report":"off",\#
      "rss":"on","tx_queue_size":256,"rx_queue_size":512,"queues":4,"event_idx":"off",\#
      "ioeventfd":"on","txmode":"timer","name":"vhost","guest":{"csum":"off","tso4":"on",\#
      "tso6":"off","ecn":"on","ufo":"off"},"host":{"csum":"on","gso":"off","tso4":"on","tso6":"off",\#
      "ecn":"on","ufo":"off","mrg_rxbuf":"on"}}
      """#,
      gives: [
        "<driver name='vhost' txmode='timer' ioeventfd='on' event_idx='off' queues='4'"
          + " rx_queue_size='512' tx_queue_size='256' rss='on' rss_hash_report='off' iommu='on'"
          + " ats='off' packed='on' page_per_vq='off'>",
        "<host csum='on' gso='off' tso4='on' tso6='off' ecn='on' ufo='off' mrg_rxbuf='on'/>",
        "<guest csum='off' tso4='on' tso6='off' ecn='on' ufo='off'/>",
      ]
    ),
  ]

  static let host = HostDeviceTable(
    vdpaDevices: (try? PCIAddress(Sample.pci)).map { [$0: "/dev/vhost-vdpa-0"] } ?? [:]
  )

  @Test(arguments: rows)
  func `is read in each of its forms, and written`(row: Row) throws {
    let first = try Sample.settings("{\(row.forms[0])}")
    #expect(first != GuestSettings())
    for form in row.forms {
      #expect(try Sample.settings("{\(form)}") == first, "\(form)")
      let lines = try Sample.lines(Sample.json(row.type), guest: "{\(form)}", host: Self.host)
      for line in row.lines { #expect(lines.contains(line), "\(form)") }
    }
    // Within an item as for all of them.
    let item = #"{"vif":\#(Sample.json(row.type)),"guest":{\#(row.forms[0])}}"#
    let lines = try Sample.lines(item, host: Self.host)
    for line in row.lines { #expect(lines.contains(line)) }
  }

  @Test func `nothing is set by nothing, or by null`() throws {
    #expect(try Sample.settings("{}") == GuestSettings())
    let names = [
      "driver", "mtu", "bandwidth", "vlan", "filterref", "link", "boot", "alias", "address",
      "acpi", "rom", "coalesce", "teaming", "port", "tune", "backend", "trustGuestRxFilters",
      "reconnect", "managed", "vdpa", "tapManaged",
    ]
    for name in names { #expect(try Sample.settings(#"{"\#(name)":null}"#) == GuestSettings()) }
    #expect(
      try Sample.settings(#"{"rom":{"bar":true,"file":null,"enabled":null}}"#)
        == Sample.settings(#"{"rom":{"bar":true}}"#)
    )
  }

  @Test func `no model is a choice, too`() throws {
    #expect(try Sample.settings(#"{"model":null}"#).model == .hypervisor)
    #expect(try Sample.settings("{}").model == .standard)
    let lines = try Sample.lines(Sample.json("VIFBridge"), guest: #"{"model":null}"#)
    #expect(!lines.contains { $0.hasPrefix("<model") })
    #expect(try Sample.lines(Sample.json("VIFBridge")).contains("<model type='virtio'/>"))
  }

  @Test func `no mtu is a choice, too`() throws {
    #expect(try Sample.settings(#"{"mtu":0}"#).mtu == .none)
    #expect(try Sample.settings(#"{"mtu":{"size":0}}"#).mtu == .none)
    #expect(try Sample.settings("{}").mtu == .network)
  }

  @Test(arguments: [#"{"queues":1}"#, "{}", #"{"host":{},"guest":{}}"#])
  func `a driver that says nothing is none`(driver: String) throws {
    #expect(try Sample.settings(#"{"driver":\#(driver)}"#).driver == nil)
    let lines = try Sample.lines(Sample.json("VIFBridge"), guest: #"{"driver":\#(driver)}"#)
    #expect(!lines.contains { $0.hasPrefix("<driver") })
  }
}
