import Diagnostics
import NovaImport
import Testing

/// How strictly records are read.
struct RecordFaultTests {
  @Test(arguments: [
    (#""active":"yes""#, "json.kind /active"), (#""id":"port-1""#, "uuid.malformed /id"),
    (#""address":"x""#, "mac.malformed /address"),
    (#""vnic_type":"dirct""#, "value.not-allowed /vnic_type"),
    (#""details":{"port_filter":"false"}"#, "json.kind /details/port_filter"),
    (#""details":{"port_filter":true,"port_filter":false}"#, "key.repeated /details/port_filter"),
    (
      #""network":{"id":"\#(Sample.network)","meta":{"mtu":"big"}}"#,
      "value.not-a-number /network/meta/mtu"
    ),
    (#""network":{"bridge":"br0"}"#, "key.missing /network/id"),
    (
      #""network":{"id":"\#(Sample.network)","subnets":[{"ips":[{"address":"10.1"}]}]}"#,
      "ip.malformed /network/subnets/0/ips/0/address"
    ),
    (
      #""network":{"id":"\#(Sample.network)","meta":{"should_create_vlan":true}}"#,
      "key.missing /network/meta/vlan"
    ),
    (#""id":null"#, "key.missing /id"), (#""type":"ovs","type":"tap""#, "key.repeated /type"),
  ])
  func `a wrong value is told with its place`(member: String, fault: String) {
    #expect(Sample.fault(Sample.record("ovs", member)) == fault)
  }

  @Test(arguments: [
    (#""profile":{"pci_slot":"x"}"#, "ovs", "direct", "pci.malformed /profile/pci_slot"),
    (#""details":{"vlan":"x"}"#, "hw_veb", "direct", "value.not-a-number /details/vlan"),
    (
      #""details":{"vhostuser_socket":"/s","vhostuser_mode":"x"}"#, "vhostuser", "normal",
      "value.not-allowed /details/vhostuser_mode"
    ),
    (
      #""details":{"macvtap_source":"a","macvtap_mode":"private","physical_interface":"b"}"#,
      "macvtap", "normal", "value.not-allowed /details/macvtap_mode"
    ),
    (
      #""qbg_params":{"managerid":"x"}"#, "802.1qbg", "normal",
      "value.not-a-number /qbg_params/managerid"
    ),
  ])
  func `a detail is looked at by the types that need it only`(
    member: String,
    type: String,
    vnic: String,
    fault: String
  ) {
    #expect(Sample.fault(Sample.record(type, member, #""vnic_type":"\#(vnic)""#)) == fault)
    #expect(Sample.fault(Sample.record("ovs", member)) == nil)
  }

  @Test func `numbers may be texts, and other keys are passed over`() throws {
    let record = Sample.record(
      "ovs",
      #""network":{"id":"\#(Sample.network)","bridge":"b","meta":{"mtu":"9000","x":[1]}}"#,
      #""qbh_params":{"y":null}"#
    )
    #expect(try Sample.xml(record).contains("<mtu size='9000'/>"))
  }

  @Test func `a fault of the VIF that was made leads into its primitive`() {
    let record = Sample.record("ovs", #""devname":"a-name-of-more-than-15-bytes""#)
    #expect(
      Sample.fault(record) == "device-name.too-long /osvif/versioned_object.data/vif_name"
    )
  }

  @Test(arguments: [
    ("{}", "import.form "), ("[]", "json.kind "), (#"{"vif":{"id":"x"}}"#, "import.form /vif"),
    (#"{"port":{"mac_address":"x"}}"#, "mac.malformed /port/mac_address"),
    (#"{"vif":\#(Sample.record("ovs")),"options":{"vcpu":4}}"#, "key.unknown /options/vcpu"),
  ])
  func `an item that is none is told`(json: String, fault: String) {
    #expect(Sample.fault(json) == fault)
  }

  @Test func `another form than the one that is wanted is told`() {
    #expect(throws: Diagnostic.self) { try Sample.request(Sample.record("ovs"), form: .neutron) }
    #expect(throws: Never.self) { try Sample.request(Sample.record("ovs"), form: .nova) }
  }
}
