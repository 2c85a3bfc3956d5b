import Diagnostics
import NovaImport
import Testing

/// Neutron ports, in both of their forms.
struct NeutronTests {
  private static func port(_ separator: String, _ type: String, _ further: String = "") -> String {
    #"""
    {"id":"\#(Sample.id)","mac_address":"FA:16:3E:00:00:01","network_id":"\#(Sample.network)",
    "binding\#(separator)vif_type":"\#(type)","binding\#(separator)vnic_type":"normal",
    "binding\#(separator)vif_details":{\#(further)},"binding\#(separator)profile":{},
    "fixed_ips":[{"subnet_id":"s","ip_address":"10.0.0.5"},{"subnet_id":"s","ip_address":"10.0.0.6"}],
    "status":"ACTIVE","admin_state_up":true,"tags":[]}
    """#
  }

  private static let network = #"{"id":"\#(Sample.network)","name":"private","mtu":1442}"#

  @Test(arguments: [":", "_"]) func `a port becomes what nova makes of it`(separator: String) throws
  {
    let port = Self.port(separator, "ovs")
    let item = #"{"port":\#(port),"network":\#(Self.network)}"#
    #expect(
      try Sample.xml(item) == """
        <interface type='ethernet'>
          <mac address='fa:16:3e:00:00:01'/>
          <target dev='tapdc065497-3c'/>
          <model type='virtio'/>
          <mtu size='1442'/>
        </interface>

        """
    )
    #expect(try !Sample.xml(port).contains("mtu"))
  }

  @Test(arguments: [
    ("ovs", "", "br-int", true), ("agilio_ovs", #""bridge_name":"tbr-1""#, "tbr-1", true),
    ("vhostuser", #""vhostuser_ovs_plug":true"#, "br-int", true),
    ("vhostuser", #""vhostuser_fp_plug":true"#, "brqb82c1929-05", false),
    ("bridge", "", "brqb82c1929-05", false), ("tap", "", nil, false),
    ("ovs", #""bridge_name":"a-bridge-of-many-bytes""#, "a-bridge-of-ma", true),
  ])
  func `the bridge is nova's`(
    type: String,
    details: String,
    bridge: String?,
    isOpenVSwitch: Bool
  ) throws {
    guard case .port(let port, _) = try Sample.request(Self.port(":", type, details)).record else {
      Issue.record("no port")
      return
    }
    let info = port.networkInfo(on: nil)
    #expect(info.network?.bridge == bridge)
    #expect((info.ovsInterfaceID != nil) == isOpenVSwitch)
    #expect(info.active && info.delegateCreate)
    #expect(info.network?.subnets.map(\.ips.count) == [2])
  }

  @Test(arguments: ["%", "[%]", #"{"network":%}"#, #"{"networks":[%]}"#])
  func `networks are read in each form that services print`(form: String) throws {
    let json = form.split(separator: "%", omittingEmptySubsequences: false)
      .joined(separator: Self.network)
    #expect(try NeutronNetwork.list(json: json).map(\.mtu) == [1442])
  }

  @Test(arguments: [
    (#""port_filter":"x""#, "json.kind /binding:vif_details/port_filter"),
    (
      #""vhostuser_mode":"x","vhostuser_socket":"/s""#,
      "value.not-allowed /binding:vif_details/vhostuser_mode"
    ),
  ])
  func `a fault is told with the port's own place`(details: String, fault: String) {
    #expect(Sample.fault(Self.port(":", "vhostuser", details)) == fault)
  }

  @Test func `a port that nobody has bound is refused`() {
    #expect(Sample.fault(Self.port(":", "unbound")) == "nova.vif-type /binding:vif_type")
    let item = #"{"port":\#(Self.port(":", "binding_failed"))}"#
    #expect(Sample.fault(item) == "nova.vif-type /port/binding:vif_type")
  }
}
