import Diagnostics
import NovaImport
import Testing

/// Which VIF becomes of which type of binding.
struct ConversionTests {
  /// What a record becomes, as `class plugin profile`.
  private static func conversion(_ json: String) throws -> String {
    var warnings: [Diagnostic] = []
    let vif = try NetworkInfoVIF(json: json).vif(warnings: &warnings)
    let profile = vif.base.portProfile?.className.dropFirst("VIFPortProfile".count) ?? "-"
    return "\(vif.className.dropFirst(3)) \(vif.base.plugin ?? "-") \(profile)"
  }

  @Test(arguments: [
    ("ovs", "normal", "", "OpenVSwitch ovs OpenVSwitch"),
    ("ovs", "macvtap", "", "OpenVSwitch ovs OpenVSwitch"),
    ("ovs", "normal", #""ovs_hybrid_plug":true"#, "Bridge ovs OpenVSwitch"),
    ("ovs", "direct", #""ovs_hybrid_plug":true"#, "HostDevice ovs OVSRepresentor"),
    ("ovs", "vdpa", "", "HostDevice ovs OVSRepresentor"),
    ("ovs", "remote-managed", "", "HostDevice noop -"),
    ("agilio_ovs", "direct", "", "HostDevice agilio_ovs OVSRepresentor"),
    ("agilio_ovs", "virtio-forwarder", "", "VHostUser agilio_ovs OVSRepresentor"),
    ("agilio_ovs", "normal", "", "OpenVSwitch ovs OpenVSwitch"),
    (
      "vhostuser", "normal", #""vhostuser_fp_plug":true,"vhostuser_ovs_plug":true"#,
      "VHostUser vhostuser_fp FPOpenVSwitch"
    ),
    ("vhostuser", "normal", #""vhostuser_fp_plug":true"#, "VHostUser vhostuser_fp FPBridge"),
    ("vhostuser", "normal", #""vhostuser_ovs_plug":true"#, "VHostUser ovs OpenVSwitch"),
    ("vhostuser", "normal", #""vhostuser_vrouter_plug":true"#, "VHostUser contrail_vrouter -"),
    ("vhostuser", "normal", "", "VHostUser noop -"),
    ("ivs", "normal", #""ovs_hybrid_plug":true"#, "Bridge ivs -"),
    ("ivs", "normal", "", "Generic ivs -"), ("vrouter", "normal", "", "Generic vrouter -"),
    ("vrouter", "direct", "", "HostDevice vrouter Base"),
    ("vrouter", "virtio-forwarder", "", "VHostUser vrouter Base"),
    ("bridge", "normal", "", "Bridge linux_bridge -"),
    ("802.1qbg", "normal", "", "Direct - 8021Qbg"),
    ("802.1qbh", "direct", "", "HostDevice - 8021Qbh"),
    ("802.1qbh", "accelerator-direct", "", "Direct - 8021Qbh"),
    ("hw_veb", "direct", "", "HostDevice - -"),
    ("hw_veb", "accelerator-direct", "", "HostDevice - -"),
    ("hw_veb", "macvtap", "", "Direct - -"), ("macvtap", "macvtap", "", "Direct - -"),
    ("tap", "normal", "", "Generic - -"), ("midonet", "normal", "", "Generic - -"),
    ("iovisor", "normal", "", "Generic - -"),
    ("hostdev_physical", "direct-physical", "", "HostDevice - -"),
    ("ib_hostdev", "direct", "", "HostDevice - -"),
  ])
  func `each type becomes what nova makes of it`(
    type: String,
    vnic: String,
    details: String,
    expected: String
  ) throws {
    let record = Sample.record(
      type,
      #""vnic_type":"\#(vnic)""#,
      Sample.details(details),
      Sample.qbg
    )
    #expect(try Self.conversion(record) == expected)
  }

  @Test(arguments: ["dvs", "unbound", "binding_failed", "hyperv", "OVS", ""])
  func `types that no NIC can be made of are refused`(type: String) {
    #expect(Sample.fault(Sample.record(type)) == "nova.vif-type /type")
  }

  @Test func `every vnic type goes with every type, but for vRouter`() throws {
    for type in VIFType.allCases {
      for vnic in VNICType.allCases {
        let record = Sample.record(
          type.rawValue,
          #""vnic_type":"\#(vnic.rawValue)""#,
          Sample.details(),
          Sample.qbg
        )
        let fault = Sample.fault(
          Sample.item(
            record,
            #""ifname_by_pci":{"0000:0a:00.1":"eth1"},"vdpa_path":{"0000:0a:00.1":"/dev/vhost-vdpa-0"}"#
          )
        )
        switch (type, vnic) {
        case (.dvs, _), (.bindingFailed, _), (.unbound, _):
          #expect(fault == "nova.vif-type /vif/type")
        case (.vrouter, .normal), (.vrouter, .direct), (.vrouter, .virtioForwarder):
          #expect(fault == nil)
        case (.vrouter, _): #expect(fault == "nova.vnic-type-unsupported /vif/vnic_type")
        default: #expect(fault == nil, "\(type) with \(vnic)")
        }
      }
    }
  }

  @Test func `names are made of the id where nova makes them`() throws {
    let unnamed = Sample.record("ovs", #""devname":null"#)
    #expect(try Sample.xml(unnamed).contains("<target dev='nicdc065497-3c'/>"))
    let hybrid = Sample.record("ovs", #""details":{"ovs_hybrid_plug":true}"#)
    #expect(try Sample.xml(hybrid).contains("<source bridge='qbrdc065497-3c'/>"))
    let socket = Sample.record("vhostuser", Sample.details(#""vhostuser_ovs_plug":true"#))
    #expect(try Sample.xml(socket).contains("<target dev='vhudc065497-3c'/>"))
    let tap = Sample.record("tap", #""devname":null"#)
    #expect(try Sample.xml(tap).contains("<target dev='nicdc065497-3c' managed='no'/>"))
  }

  @Test func `a VIF counts as made anew, as it does in os-vif`() throws {
    var warnings: [Diagnostic] = []
    let vif = try NetworkInfoVIF(json: Sample.record("ovs")).vif(warnings: &warnings)
    guard case .openVSwitch(let made) = vif else {
      Issue.record("\(vif)")
      return
    }
    #expect(
      made.changes == [
        "active", "address", "bridge_name", "has_traffic_filtering", "id", "network", "plugin",
        "port_profile", "preserve_on_delete", "vif_name",
      ]
    )
    #expect(made.base.network.value?.changes.contains("multi_host") == true)
    #expect(made.base.portProfile?.openVSwitch?.createPort == true)
    #expect(made.base.portProfile?.openVSwitch?.datapathType == .null)
  }

  @Test func `a Linux bridge is told of`() throws {
    var warnings: [Diagnostic] = []
    let xml = try Sample.xml(Sample.record("bridge"), &warnings)
    #expect(xml.contains("<source bridge='br-int'/>"))
    #expect(warnings.map { "\($0.code) \($0.path)" } == ["nova.bridge /type"])
  }
}
