import Diagnostics

/// The way from a port to `network_info`: what nova fills in when it binds one.
extension NeutronPort {
  /// The bridge of ports that do not name one, as nova's configuration has it by default
  /// (`[neutron] ovs_bridge`).
  private static let integrationBridge = "br-int"

  /// The port as nova keeps it.
  ///
  /// - Parameter network: The port's network; nil when it is not known, and with it the MTU.
  public func networkInfo(on network: NeutronNetwork?) -> NetworkInfoVIF {
    var info = NetworkInfoVIF()
    info.id = id
    info.address = macAddress
    info.type = vifType
    info.details = vifDetails
    info.devname = id.map { Self.deviceName("tap", $0.spelling) }
    info.active = isActive || !isAdminUp
    info.vnicType = vnicType
    info.profile = profile
    info.delegateCreate = true
    let (bridge, isOpenVSwitch) = self.bridge
    info.ovsInterfaceID = isOpenVSwitch ? id : nil
    var record = NetworkRecord()
    record.id = networkID
    record.bridge = bridge.map { String($0.prefix(14)) }
    record.label = network?.name
    record.mtu = network?.mtu
    record.subnets = subnets
    // As nova up to 33: 34 takes no such port.
    if vifType == .bridge { record.shouldCreateBridge = true }
    info.network = record
    return info
  }

  /// The bridge that the port is on, and whether that is Open vSwitch's.
  private var bridge: (name: String?, isOpenVSwitch: Bool) {
    let linuxBridge = vifDetails.bridgeName ?? networkID.map { "brq\($0.spelling)" }
    switch vifType {
    case .ovs, .agilioOVS: return (vifDetails.bridgeName ?? Self.integrationBridge, true)
    case .vhostuser where vifDetails.vhostuserOVSPlug:
      return (vifDetails.bridgeName ?? Self.integrationBridge, true)
    case .vhostuser where vifDetails.vhostuserFPPlug: return (linuxBridge, false)
    case .bridge: return (linuxBridge, false)
    case .vhostuser, .ivs, .vrouter, .dvs, .iovisor, .ieee8021Qbg, .ieee8021Qbh, .hwVEB,
      .hostdevPhysical, .ibHostdev, .midonet, .tap, .macvtap, .bindingFailed, .unbound, nil:
      return (nil, false)
    }
  }

  /// The port's addresses by subnet; more of those only Neutron's other records say.
  private var subnets: [SubnetRecord] {
    var names: [String?] = []
    var records: [SubnetRecord] = []
    for ip in fixedIPs {
      guard let address = ip.address else { continue }
      if let index = names.firstIndex(of: ip.subnet) {
        records[index].ips.append(SubnetRecord.FixedAddress(address))
      } else {
        var record = SubnetRecord()
        record.ips = [SubnetRecord.FixedAddress(address)]
        names.append(ip.subnet)
        records.append(record)
      }
    }
    return records
  }

  private static func deviceName(_ prefix: String, _ id: String) -> String {
    String((prefix + id).prefix(14))
  }
}
