import Diagnostics
import NovaImport
import Testing

/// The types that nova writes XML for at once.
struct LegacyTests {
  private static let host = #""ifname_by_pci":{"0000:0a:00.1":"enp10s0f0v1"}"#

  private static func xml(_ record: String, _ options: String = "") throws(Diagnostic) -> String {
    try Sample.xml(Sample.item(record, host + (options.isEmpty ? "" : ",") + options))
  }

  @Test func `802.1Qbg is a macvtap on the network's interface`() throws {
    #expect(
      try Self.xml(Sample.record("802.1qbg", Sample.qbg)) == """
        <interface type='direct'>
          <mac address='fa:16:3e:00:00:01'/>
          <source dev='eth0' mode='vepa'/>
          <virtualport type='802.1Qbg'>
            <parameters managerid='11' typeid='1193047' typeidversion='2' instanceid='\(Sample.id)'/>
          </virtualport>
          <model type='virtio'/>
        </interface>

        """
    )
  }

  @Test func `a virtual function is macvtap with vhost, or handed over`() throws {
    let macvtap = Sample.record("hw_veb", #""vnic_type":"macvtap""#, Sample.details())
    #expect(
      try Self.xml(macvtap, #""virt_type":"qemu""#) == """
        <interface type='direct'>
          <mac address='fa:16:3e:00:00:01'/>
          <source dev='enp10s0f0v1' mode='passthrough'/>
          <vlan>
            <tag id='7'/>
          </vlan>
          <model type='virtio'/>
          <driver name='vhost'/>
        </interface>

        """
    )
    let direct = Sample.record("hw_veb", #""vnic_type":"direct""#, Sample.details())
    let xml = try Self.xml(direct)
    #expect(xml.contains("<interface type='hostdev' managed='yes'>"))
    #expect(xml.contains("<tag id='7'/>"))
  }

  @Test(arguments: ["0", "null", #""0""#]) func `no VLAN is none`(vlan: String) throws {
    let record = Sample.record("hw_veb", #""details":{"vlan":\#(vlan)}"#)
    #expect(try !Self.xml(record).contains("vlan"))
  }

  @Test func `vhost is left out beside other models, with a warning`() throws {
    var warnings: [Diagnostic] = []
    let record = Sample.record("hw_veb", Sample.details())
    let xml = try Sample.xml(
      Sample.item(record, Self.host + #","image_properties":{"hw_vif_model":"e1000"}"#),
      &warnings
    )
    #expect(!xml.contains("driver"))
    #expect(warnings.map(\.code).contains(.novaVHostLeftOut))
  }

  @Test func `macvtap is virtio, on the device of the details`() throws {
    let xml = try Self.xml(
      Sample.record("macvtap", Sample.details()),
      #""image_properties":{"hw_vif_model":"e1000"}"#
    )
    #expect(xml.contains("<source dev='eth0.9' mode='bridge'/>"))
    #expect(xml.contains("<model type='virtio'/>"))
  }

  @Test(arguments: [
    ("tap", true, false), ("midonet", false, false), ("iovisor", false, true),
    ("ovs", true, true),
  ])
  func `mtu and limits are where nova has them`(type: String, mtu: Bool, limits: Bool) throws {
    let xml = try Self.xml(
      Sample.record(type),
      #""extra_specs":{"quota:vif_inbound_average":"100"}"#
    )
    #expect(xml.contains("<mtu size='1442'/>") == mtu)
    #expect(xml.contains("<inbound average='100'/>") == limits)
  }

  @Test func `a physical function is a host device, whatever flavor and image say`() throws {
    let record = Sample.record("hostdev_physical", #""vnic_type":"direct-physical""#)
    let options =
      #""extra_specs":{"hw:virtio_packed_ring":"1"},"image_properties":{"hw_virtio_packed_ring":"0"}"#
    let xml = try Self.xml(record, options)
    #expect(xml.hasPrefix("<hostdev mode='subsystem' type='pci' managed='yes'>"))
  }

  @Test(arguments: [
    ("802.1qbg", "key.missing /vif/qbg_params"), ("802.1qbh", "key.missing /vif/details/profileid"),
    ("hw_veb", "key.missing /vif/details/vlan"),
    ("macvtap", "key.missing /vif/details/macvtap_source"),
    ("vhostuser", "key.missing /vif/details/vhostuser_socket"),
  ])
  func `what a type asks for must be there`(type: String, fault: String) {
    #expect(Sample.fault(Sample.item(Sample.record(type), "")) == fault)
  }
}
