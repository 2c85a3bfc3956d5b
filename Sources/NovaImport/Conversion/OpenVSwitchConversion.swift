import Diagnostics
import VIFModel

/// Ports of Open vSwitch: `ovs`, and `agilio_ovs` where nothing is offloaded.
extension NetworkInfoVIF {
  func openVSwitchVIF() throws(Diagnostic) -> VIF {
    switch vnicType {
    case .direct, .vdpa:
      return .hostDevice(
        try hostDevice(plugin: "ovs", profile: .ovsRepresentor(representorProfile()))
      )
    case .remoteManaged: return .hostDevice(try hostDevice(plugin: "noop"))
    case .normal, .macvtap, .directPhysical, .baremetal, .virtioForwarder, .smartNIC,
      .acceleratorDirect, .acceleratorDirectPhysical:
      break
    }
    var profile = PortProfileOpenVSwitch()
    profile.openVSwitch = try openVSwitchFields()
    profile.openVSwitch.createTap = details.ovsCreateTap
    if details.ovsHybridPlug {
      return try bridgeVIF(
        plugin: "ovs",
        bridge: deviceName(prefix: "qbr"),
        profile: .openVSwitch(profile.asNew)
      )
    }
    profile.openVSwitch.createPort = delegateCreate
    var vif = VIFOpenVSwitch()
    vif.vifName = try vifName()
    vif.bridgeName = network?.bridge
    vif.base = try base(plugin: "ovs", profile: .openVSwitch(profile.asNew))
    return .openVSwitch(vif.asNew)
  }

  func agilioVIF() throws(Diagnostic) -> VIF {
    switch vnicType {
    case .direct:
      .hostDevice(
        try hostDevice(plugin: "agilio_ovs", profile: .ovsRepresentor(representorProfile()))
      )
    case .virtioForwarder:
      .vHostUser(
        try vHostUser(plugin: "agilio_ovs", profile: .ovsRepresentor(representorProfile()))
      )
    case .normal, .macvtap, .directPhysical, .baremetal, .smartNIC, .vdpa, .acceleratorDirect,
      .acceleratorDirectPhysical, .remoteManaged:
      try openVSwitchVIF()
    }
  }

  /// The port's id in Open vSwitch, and the bridge's datapath.
  func openVSwitchFields() throws(Diagnostic) -> OpenVSwitchFields {
    var fields = OpenVSwitchFields()
    fields.interfaceID = try interfaceID()
    fields.datapathType = details.datapathType.map { .value($0) } ?? .null
    return fields
  }

  private func representorProfile() throws(Diagnostic) -> PortProfileOVSRepresentor {
    var profile = PortProfileOVSRepresentor()
    profile.representorName = .value(try vifName())
    profile.representorAddress = .value(try pciSlot())
    profile.openVSwitch.interfaceID = try interfaceID()
    profile.openVSwitch.datapathOffload = .value(.representor(try offload()))
    return profile.asNew
  }
}
