import Testing
import VIFModel

/// What is declared beside what os-vif documents: classes, their parents, and of each field in the
/// order of writing its type, whether it may be null, and its default.
struct ClassTableTests {
  /// `+` is "or a subclass", `?` "or null".
  private static let table = """
    VIFBase 1.0
      id: UUID
      address: MACAddress?
      network: Network?
      plugin: String
      active: Boolean = true
      preserve_on_delete: Boolean = false
      has_traffic_filtering: Boolean = false
      port_profile: VIFPortProfileBase+
    VIFGeneric 1.0 < VIFBase
      vif_name: String
      id: UUID
      address: MACAddress?
      network: Network?
      plugin: String
      active: Boolean = true
      preserve_on_delete: Boolean = false
      has_traffic_filtering: Boolean = false
      port_profile: VIFPortProfileBase+
    VIFBridge 1.0 < VIFBase
      vif_name: String
      bridge_name: String
      id: UUID
      address: MACAddress?
      network: Network?
      plugin: String
      active: Boolean = true
      preserve_on_delete: Boolean = false
      has_traffic_filtering: Boolean = false
      port_profile: VIFPortProfileBase+
    VIFOpenVSwitch 1.0 < VIFBase
      vif_name: String
      bridge_name: String
      id: UUID
      address: MACAddress?
      network: Network?
      plugin: String
      active: Boolean = true
      preserve_on_delete: Boolean = false
      has_traffic_filtering: Boolean = false
      port_profile: VIFPortProfileBase+
    VIFDirect 1.0 < VIFBase
      vif_name: String
      dev_address: PCIAddress
      mode: vepa|passthrough|bridge
      vlan_name: String
      id: UUID
      address: MACAddress?
      network: Network?
      plugin: String
      active: Boolean = true
      preserve_on_delete: Boolean = false
      has_traffic_filtering: Boolean = false
      port_profile: VIFPortProfileBase+
    VIFVHostUser 1.1 < VIFBase
      vif_name: String
      path: String
      mode: client|server
      id: UUID
      address: MACAddress?
      network: Network?
      plugin: String
      active: Boolean = true
      preserve_on_delete: Boolean = false
      has_traffic_filtering: Boolean = false
      port_profile: VIFPortProfileBase+
    VIFHostDevice 1.0 < VIFBase
      dev_type: ethernet|generic
      dev_address: PCIAddress
      id: UUID
      address: MACAddress?
      network: Network?
      plugin: String
      active: Boolean = true
      preserve_on_delete: Boolean = false
      has_traffic_filtering: Boolean = false
      port_profile: VIFPortProfileBase+
    VIFNestedDPDK 1.0 < VIFBase
      pci_address: String
      dev_driver: String
      id: UUID
      address: MACAddress?
      network: Network?
      plugin: String
      active: Boolean = true
      preserve_on_delete: Boolean = false
      has_traffic_filtering: Boolean = false
      port_profile: VIFPortProfileBase+
    DatapathOffloadBase 1.0
    DatapathOffloadRepresentor 1.0 < DatapathOffloadBase
      representor_name: String?
      representor_address: String?
    VIFPortProfileBase 1.1
      datapath_offload: DatapathOffloadBase+?
    VIFPortProfileOpenVSwitch 1.4 < VIFPortProfileBase
      interface_id: UUID
      profile_id: String
      datapath_type: String?
      create_port: Boolean = false
      create_tap: Boolean = false
      multiqueue: Boolean = false
      datapath_offload: DatapathOffloadBase+?
    VIFPortProfileFPOpenVSwitch 1.4 < VIFPortProfileOpenVSwitch
      bridge_name: String
      hybrid_plug: Boolean = false
      interface_id: UUID
      profile_id: String
      datapath_type: String?
      create_port: Boolean = false
      create_tap: Boolean = false
      multiqueue: Boolean = false
      datapath_offload: DatapathOffloadBase+?
    VIFPortProfileOVSRepresentor 1.4 < VIFPortProfileOpenVSwitch
      representor_name: String?
      representor_address: PCIAddress?
      interface_id: UUID
      profile_id: String
      datapath_type: String?
      create_port: Boolean = false
      create_tap: Boolean = false
      multiqueue: Boolean = false
      datapath_offload: DatapathOffloadBase+?
    VIFPortProfileFPBridge 1.1 < VIFPortProfileBase
      bridge_name: String
      datapath_offload: DatapathOffloadBase+?
    VIFPortProfileFPTap 1.1 < VIFPortProfileBase
      mac_address: MACAddress?
      datapath_offload: DatapathOffloadBase+?
    VIFPortProfile8021Qbg 1.1 < VIFPortProfileBase
      manager_id: Integer
      type_id: Integer
      type_id_version: Integer
      instance_id: UUID
      datapath_offload: DatapathOffloadBase+?
    VIFPortProfile8021Qbh 1.1 < VIFPortProfileBase
      profile_id: String
      datapath_offload: DatapathOffloadBase+?
    VIFPortProfileK8sDPDK 1.1 < VIFPortProfileBase
      l3_setup: Boolean
      selflink: String
      resourceversion: String
      datapath_offload: DatapathOffloadBase+?
    Network 1.1
      id: UUID
      bridge: String
      label: String
      subnets: SubnetList
      multi_host: Boolean
      should_provide_bridge: Boolean
      should_provide_vlan: Boolean
      bridge_interface: String?
      vlan: Integer?
      mtu: Integer?
    Subnet 1.0
      cidr: IPNetwork
      dns: list of IPAddress
      gateway: IPAddress
      ips: FixedIPList
      routes: RouteList
      dhcp_server: IPAddress
    SubnetList 1.0
      objects: list of Subnet
    Route 1.0
      cidr: IPNetwork
      gateway: IPAddress
      interface: String
    RouteList 1.0
      objects: list of Route
    FixedIP 1.0
      address: IPAddress
      floating_ips: list of IPAddress
    FixedIPList 1.0
      objects: list of FixedIP
    InstanceInfo 1.0
      uuid: UUID
      name: String
      project_id: String
    HostPortProfileInfo 1.0
      profile_object_name: String
      min_version: String
      max_version: String
    HostVIFInfo 1.1
      vif_object_name: String
      min_version: String
      max_version: String
      supported_port_profiles: list of HostPortProfileInfo
    HostPluginInfo 1.0
      plugin_name: String
      vif_info: list of HostVIFInfo
    HostInfo 1.0
      plugin_info: list of HostPluginInfo
    """

  @Test func `every class is as documented`() {
    let told = OSVIFObject.declarations.map(\.table).sorted().joined(separator: "\n")
    let documented = Self.classes.sorted().joined(separator: "\n")
    for (line, expected) in zip(told.split(separator: "\n"), documented.split(separator: "\n")) {
      #expect(line == expected)
    }
    #expect(told == documented)
  }

  /// The table, cut before each line that is not a field's.
  private static let classes = table.split(separator: "\n").reduce(into: [String]()) {
    classes,
    line in
    if line.hasPrefix("  ") {
      classes.append((classes.popLast() ?? "") + "\n" + line)
    } else {
      classes.append(String(line))
    }
  }
}
