import Testing
import VIFTranslator

/// What guest settings refuse, told with code and path.
struct GuestSettingsFaultTests {
  static let faults: [(json: String, fault: String)] = [
    // Misspelt, at every level.
    (#"{"modle":"virtio"}"#, "/modle key.unknown"),
    (#"{"driver":{"queue":4}}"#, "/driver/queue key.unknown"),
    (#"{"driver":{"guest":{"gso":true}}}"#, "/driver/guest/gso key.unknown"),
    (#"{"bandwidth":{"in":{}}}"#, "/bandwidth/in key.unknown"),
    (#"{"vlan":{"tags":[{"id":1},{"nr":1}]}}"#, "/vlan/tags/1/nr key.unknown"),
    (
      #"{"filterref":{"filter":"f","parameters":[{"key":"a"}]}}"#,
      "/filterref/parameters/0/key key.unknown"
    ),
    (#"{"coalesce":{"tx":1}}"#, "/coalesce/tx key.unknown"),
    (#"{"mtu":{"bytes":1}}"#, "/mtu/bytes key.unknown"),
    // Repeated.
    (#"{"mtu":1500,"mtu":1500}"#, "/mtu key.repeated"),
    (#"{"mtu":null,"mtu":1500}"#, "/mtu key.repeated"),
    (#"{"driver":{"queues":2,"queues":2}}"#, "/driver/queues key.repeated"),
    (#"{"boot":{"order":1,"order":1}}"#, "/boot/order key.repeated"),
    // Missing.
    (#"{"boot":{}}"#, "/boot key.missing"), (#"{"boot":{"order":null}}"#, "/boot key.missing"),
    (#"{"model":{}}"#, "/model key.missing"),
    (#"{"bandwidth":{"inbound":{"peak":1}}}"#, "/bandwidth/inbound key.missing"),
    (#"{"vlan":{"tags":[{"nativeMode":"tagged"}]}}"#, "/vlan/tags/0 key.missing"),
    (#"{"filterref":{}}"#, "/filterref key.missing"), (#"{"teaming":{}}"#, "/teaming key.missing"),
    (#"{"teaming":{"type":"transient"}}"#, "/teaming key.missing"),
    (#"{"reconnect":{}}"#, "/reconnect key.missing"),
    (
      #"{"filterref":{"filter":"f","parameters":[{"name":"a"}]}}"#,
      "/filterref/parameters/0 key.missing"
    ),
    // Empty.
    (#"{"bandwidth":{}}"#, "/bandwidth bandwidth.empty"),
    (#"{"vlan":{}}"#, "/vlan/tags vlan.no-tag"),
    // Of another kind.
    ("[]", " json.kind"), ("null", " json.kind"), (#"{"driver":[]}"#, "/driver json.kind"),
    (#"{"driver":"vhost"}"#, "/driver json.kind"), (#"{"mtu":"1500"}"#, "/mtu json.kind"),
    (#"{"mtu":1500.0}"#, "/mtu json.kind"), (#"{"boot":"1"}"#, "/boot json.kind"),
    (#"{"model":1}"#, "/model json.kind"),
    (#"{"vlan":{"tags":{"id":1}}}"#, "/vlan/tags json.kind"),
    (#"{"managed":1}"#, "/managed json.kind"),
    (#"{"driver":{"packed":null,"rss":0}}"#, "/driver/rss json.kind"),
    // Other words.
    (#"{"link":"Up"}"#, "/link value.not-allowed"),
    (#"{"driver":{"name":"kvm"}}"#, "/driver/name value.not-allowed"),
    (#"{"driver":{"packed":"yes"}}"#, "/driver/packed value.not-allowed"),
    (#"{"managed":"on"}"#, "/managed value.not-allowed"),
    (#"{"teaming":{"type":"active"}}"#, "/teaming/type value.not-allowed"),
    (
      #"{"vlan":{"tags":[{"id":1,"nativeMode":"x"}]}}"#, "/vlan/tags/0/nativeMode value.not-allowed"
    ),
    (#"{"address":{"type":"usb"}}"#, "/address/type value.not-allowed"),
    (#"{"address":{"bus":"0xzz"}}"#, "/address/bus value.not-allowed"),
    (#"{"address":{"bus":"0x-1"}}"#, "/address/bus value.not-allowed"),
    (#"{"address":{"bus":"+1"}}"#, "/address/bus value.not-allowed"),
    (#"{"address":{"bus":"0x+1"}}"#, "/address/bus value.not-allowed"),
    (#"{"address":{"bus":"0x"}}"#, "/address/bus value.not-allowed"),
    // Out of bounds.
    (#"{"mtu":67}"#, "/mtu value.out-of-range"), (#"{"mtu":-1}"#, "/mtu value.out-of-range"),
    (#"{"boot":0}"#, "/boot value.out-of-range"),
    (#"{"driver":{"queues":0}}"#, "/driver/queues value.out-of-range"),
    (#"{"driver":{"rx_queue_size":300}}"#, "/driver/rx_queue_size value.out-of-range"),
    (#"{"tune":-1}"#, "/tune value.out-of-range"),
    (#"{"tune":4294967296}"#, "/tune value.out-of-range"),
    (#"{"acpi":{"index":16384}}"#, "/acpi/index value.out-of-range"),
    (#"{"coalesce":0}"#, "/coalesce value.out-of-range"),
    (#"{"vlan":{"tags":[{"id":4096}]}}"#, "/vlan/tags/0/id value.out-of-range"),
    (
      #"{"bandwidth":{"outbound":{"average":1,"burst":4194304}}}"#,
      "/bandwidth/outbound/burst value.out-of-range"
    ),
    (#"{"address":{"bus":256}}"#, "/address value.out-of-range"),
    (#"{"address":{"bus":-1}}"#, "/address value.out-of-range"),
    (#"{"address":{"slot":32}}"#, "/address pci.malformed"),
    (#"{"address":{"bus":0}}"#, "/address address.slot"),
    (#"{"address":"1:02.3"}"#, "/address pci.malformed"),
    (#"{"address":"0001:00:02.0"}"#, "/address address.domain"),
    (#"{"reconnect":{"timeout":0}}"#, "/reconnect/timeout value.out-of-range"),
    // Contradictions.
    (#"{"rom":{"enabled":false,"bar":true}}"#, "/rom rom.disabled"),
    (#"{"rom":{"file":"r"}}"#, "/rom/file rom.path"),
    (#"{"reconnect":{"enabled":false,"timeout":1}}"#, "/reconnect/timeout reconnect.off"),
    (
      #"{"teaming":{"type":"persistent","persistent":"ua-a"}}"#,
      "/teaming/persistent teaming.partner"
    ),
    (
      #"{"bandwidth":{"inbound":{"average":1,"floor":1}}}"#,
      "/bandwidth/inbound/floor bandwidth.floor"
    ),
    (#"{"vlan":{"trunk":false,"tags":[{"id":1},{"id":2}]}}"#, "/vlan/trunk vlan.trunk"),
    (#"{"alias":"net0"}"#, "/alias alias.malformed"),
    (#"{"filterref":{"filter":""}}"#, "/filterref/filter filterref.name"),
    (
      #"{"filterref":{"filter":"f","parameters":[{"name":"a","value":""}]}}"#,
      "/filterref/parameters/0/value filterref.parameter"
    ),
    (#"{"backend":{"tap":"t"}}"#, "/backend/tap backend.path"),
    // Not JSON.
    ("", " json.truncated"), ("{", " json.truncated"), ("{} {}", " json.syntax"),
    (#"{"mtu":}"#, "/mtu json.syntax"),
  ]

  @Test(arguments: faults)
  func `is told with its place`(json: String, fault: String) throws {
    let error = try #require(#expect(throws: Diagnostic.self) { try Sample.settings(json) })
    #expect("\(error.path) \(error.code)" == fault)
    #expect(error.details.offset != nil || error.path.isRoot)
    // null is what is absent in an item, and a text that is cut short is another one there.
    guard !["null", "", "{", "{} {}"].contains(json) else { return }
    let nested = #expect(throws: Diagnostic.self) {
      try Sample.translation(#"{"guest":\#(json),"vif":\#(Sample.json("VIFBridge"))}"#)
    }
    #expect(nested.map { "\($0.path) \($0.code)" } == "/guest\(fault)")
  }

  @Test(arguments: [
    (#"{"modle":"virtio"}"#, "model"), (#"{"driver":{"rx_que_size":256}}"#, "rx_queue_size"),
    (#"{"trustguestrxfilters":true}"#, "trustGuestRxFilters"), (#"{"link":"dwon"}"#, "down"),
    (#"{"driver":{"name":"vhsot"}}"#, "vhost"),
  ])
  func `a guess is made at what was meant`(json: String, guess: String) {
    let error = #expect(throws: Diagnostic.self) { try Sample.settings(json) }
    #expect(error?.details.remedy == "did you mean '\(guess)'?")
    #expect(error?.details.bound?.contains(guess) == true)
  }
}
