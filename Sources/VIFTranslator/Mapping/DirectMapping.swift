import Addresses
import Diagnostics
import InterfaceXML
import VIFModel

/// VIFDirect: a macvtap device, with the port that its profile describes.
extension VIFDirect {
  func interface(
    _ guest: GuestSettings,
    _ host: any HostDevices,
    _ warnings: inout [Diagnostic]
  ) throws(Diagnostic) -> Interface {
    guard let mode else {
      throw Diagnostic.missingField("mode", because: "it says how macvtap switches")
        .atVIF("mode")
    }
    let source = DirectSource(dev: try lowerDevice(host), mode: mode.sourceMode)
    var target: Target?
    if let vifName, !vifName.isEmpty {
      target = Target(dev: try DeviceName(vifName, field: "vif_name", because: ""))
    }
    return Interface(
      source: .direct(source),
      target: target,
      virtualPort: try virtualPort(),
      vlan: mode == .passthrough && guest.vlan == nil ? try networkVLAN(&warnings) : nil
    )
  }

  /// Whether a VLAN device is put below, and not the device behind the PCI address.
  var hasVLANDevice: Bool { vlanName.map { !$0.isEmpty } ?? false }

  private func lowerDevice(_ host: any HostDevices) throws(Diagnostic) -> DeviceName {
    if hasVLANDevice { return try DeviceName(vlanName, field: "vlan_name", because: "") }
    guard let devAddress else {
      throw Diagnostic.missingField(
        "dev_address",
        because: "it leads to the device below, and there is no vlan_name"
      ).atVIF("dev_address")
    }
    do throws(Diagnostic) {
      guard let name = try host.netdev(at: devAddress) else {
        throw Diagnostic(
          .hostNetdevMissing,
          "PCI function \(devAddress) has no network device on this host",
          value: "\(devAddress)",
          remedy: "check the address and the driver, or name the device under 'host': 'netdev'"
        )
      }
      return try DeviceName(name)
    } catch {
      throw error.atVIF("dev_address")
    }
  }

  private func virtualPort() throws(Diagnostic) -> VirtualPort? {
    switch base.portProfile {
    case .ieee8021Qbg(let profile): try .ieee8021Qbg(port(profile))
    case .ieee8021Qbh(let profile): try profile.virtualPort(of: .direct(self))
    case nil, .base, .openVSwitch, .fpOpenVSwitch, .ovsRepresentor, .fpBridge, .fpTap, .k8sDPDK:
      nil
    }
  }

  private func port(_ profile: PortProfile8021Qbg) throws(Diagnostic) -> IEEE8021QbgPort {
    func number(_ value: Int64?, _ name: String) throws(Diagnostic) -> Int64 {
      guard let value else {
        throw Diagnostic.missingField(name, because: "802.1Qbg asks for it")
          .at(name)
      }
      return value
    }
    do throws(Diagnostic) {
      return try IEEE8021QbgPort(
        managerID: number(profile.managerID, "manager_id"),
        typeID: number(profile.typeID, "type_id"),
        typeIDVersion: number(profile.typeIDVersion, "type_id_version"),
        instanceID: profile.instanceID
      )
    } catch {
      throw error.at("versioned_object.data").atVIF("port_profile")
    }
  }

  private var reasonAgainstVLAN: String? {
    if hasVLANDevice { return "the VLAN device below tags already" }
    if case .ieee8021Qbh? = base.portProfile { return "the 802.1Qbh profile has its own" }
    return nil
  }

  private func networkVLAN(_ warnings: inout [Diagnostic]) throws(Diagnostic) -> VLAN? {
    guard let id = base.network.value?.vlan.value, id != 0 else { return nil }
    if let reason = reasonAgainstVLAN {
      warnings.append(
        Diagnostic(
          .vlanLeftOut,
          "the network's VLAN \(id) is not written: \(reason)",
          value: "\(id)"
        ).atVIF("network", "vlan")
      )
      return nil
    }
    return try Places.locating(vif: "network", "vlan") { () throws(Diagnostic) in
      try VLAN(tags: [VLAN.Tag(id: id)])
    }
  }
}

extension VIFDirect.Mode {
  fileprivate var sourceMode: DirectSource.Mode {
    switch self {
    case .vepa: .vepa
    case .passthrough: .passthrough
    case .bridge: .bridge
    }
  }
}

extension PortProfile8021Qbh {
  /// The port of a VIF that has this profile.
  func virtualPort(of vif: VIF) throws(Diagnostic) -> VirtualPort {
    guard let profileID else {
      throw Diagnostic.missingField("profile_id", because: "802.1Qbh asks for it")
        .atVIF("port_profile", "profile_id")
    }
    return try Places.locating(vif: "port_profile", "profile_id") { () throws(Diagnostic) in
      .ieee8021Qbh(IEEE8021QbhPort(profileID: try ProfileID(profileID)))
    }
  }
}

extension Diagnostic.Code {
  /// A PCI function without a network device.
  public static let hostNetdevMissing = Diagnostic.Code(rawValue: "host.netdev-missing")
  /// The network's VLAN, where something else decides on the VLAN.
  public static let vlanLeftOut = Diagnostic.Code(rawValue: "vlan.left-out")
}
