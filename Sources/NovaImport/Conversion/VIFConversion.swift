public import Diagnostics
import JSONText
public import VIFModel

/// The way from `network_info` to os-vif's objects.
///
/// | type | first that holds | VIF | port profile |
/// |---|---|---|---|
/// | `ovs` | vnic `direct`, `vdpa` | VIFHostDevice | OVSRepresentor with offload |
/// | | vnic `remote-managed` | VIFHostDevice, plugin `noop` | none |
/// | | hybrid plug | VIFBridge on `qbr…` | OpenVSwitch |
/// | | else | VIFOpenVSwitch | OpenVSwitch |
/// | `agilio_ovs` | vnic `direct` | VIFHostDevice | OVSRepresentor with offload |
/// | | vnic `virtio-forwarder` | VIFVHostUser | OVSRepresentor with offload |
/// | | else | as `ovs` | |
/// | `vhostuser` | fast path, Open vSwitch | VIFVHostUser | FPOpenVSwitch |
/// | | fast path | VIFVHostUser | FPBridge |
/// | | Open vSwitch | VIFVHostUser, `vhu…` | OpenVSwitch |
/// | | Contrail, else | VIFVHostUser | none |
/// | `ivs` | hybrid plug | VIFBridge on `qbr…` | none |
/// | | else | VIFGeneric | none |
/// | `vrouter` | vnic `normal` | VIFGeneric | none |
/// | | vnic `direct`, `virtio-forwarder` | VIFHostDevice, VIFVHostUser | Base with offload |
/// | `bridge` | | VIFBridge | none |
/// | `802.1qbg` | | VIFDirect, vepa | 802.1Qbg |
/// | `802.1qbh` | vnic `direct` | VIFHostDevice | 802.1Qbh |
/// | | else | VIFDirect, passthrough | 802.1Qbh |
/// | `hw_veb` | vnic `direct`, `accelerator-direct` | VIFHostDevice | none |
/// | | else | VIFDirect, passthrough | none |
/// | `macvtap` | | VIFDirect | none |
/// | `tap`, `midonet`, `iovisor` | | VIFGeneric | none |
/// | `hostdev_physical`, `ib_hostdev` | | VIFHostDevice, generic | none |
///
/// From `802.1qbg` on nova has no object and writes XML at once; the objects here end in the same
/// XML. They have no plugin: nova plugs such ports by itself.
extension NetworkInfoVIF {
  /// Makes the os-vif object that nova makes, or, where it has none, the one that says the same.
  ///
  /// - Parameter warnings: Gets what is worth knowing although it is allowed.
  /// - Throws: `key.missing` for what the type asks for and is not there, `nova.vif-type` for a
  ///   port that nobody has bound and for types that libvirt does not serve,
  ///   `nova.vnic-type-unsupported` for a type that does not go with the vnic type. The path leads
  ///   to the record's value.
  public func vif(warnings: inout [Diagnostic]) throws(Diagnostic) -> VIF {
    guard let type else { throw Diagnostic.missingKey("type") }
    switch type {
    case .ovs: return try openVSwitchVIF()
    case .agilioOVS: return try agilioVIF()
    case .vhostuser: return try vHostUserVIF()
    case .ivs: return try ivsVIF()
    case .vrouter: return try vRouterVIF()
    case .bridge:
      warnings.append(
        Diagnostic(
          .novaBridge,
          "nova 34 refuses the type 'bridge': the VIF is made as nova up to 33 did",
          value: type.rawValue,
          remedy: "bind the port to another type before nova is brought to 34"
        ).at("type")
      )
      return try bridgeVIF(plugin: "linux_bridge", bridge: network?.bridge)
    case .ieee8021Qbg: return .direct(try qbgVIF())
    case .ieee8021Qbh: return try qbhVIF()
    case .hwVEB: return try hwVEBVIF()
    case .macvtap: return .direct(try macvtapVIF())
    case .tap, .midonet, .iovisor: return .generic(try tapVIF())
    case .hostdevPhysical, .ibHostdev: return .hostDevice(try physicalVIF())
    case .dvs: throw unserved(type, "VMware's switch has no place in libvirt")
    case .bindingFailed:
      throw unserved(type, "Neutron could not bind the port: its log on the host says why")
    case .unbound: throw unserved(type, "nobody has bound the port to a host yet")
    }
  }

  private func unserved(_ type: VIFType, _ reason: String) -> Diagnostic {
    Diagnostic(
      .novaVIFType,
      "a VIF of type '\(type.rawValue)' cannot be plugged in: \(reason)",
      value: type.rawValue
    ).at("type")
  }

  private func ivsVIF() throws(Diagnostic) -> VIF {
    if details.ovsHybridPlug {
      return try bridgeVIF(plugin: "ivs", bridge: deviceName(prefix: "qbr"))
    }
    var vif = VIFGeneric()
    vif.vifName = try vifName()
    vif.base = try base(plugin: "ivs")
    return .generic(vif.asNew)
  }

  private func vRouterVIF() throws(Diagnostic) -> VIF {
    var profile = PortProfileBase()
    switch vnicType {
    case .normal:
      var vif = VIFGeneric()
      vif.vifName = try vifName()
      vif.base = try base(plugin: "vrouter")
      return .generic(vif.asNew)
    case .direct:
      profile.datapathOffload = .value(.representor(try offload()))
      return .hostDevice(try hostDevice(plugin: "vrouter", profile: .base(profile.asNew)))
    case .virtioForwarder:
      profile.datapathOffload = .value(.representor(try offload()))
      return .vHostUser(try vHostUser(plugin: "vrouter", profile: .base(profile.asNew)))
    case .macvtap, .directPhysical, .baremetal, .smartNIC, .vdpa, .acceleratorDirect,
      .acceleratorDirectPhysical, .remoteManaged:
      throw Diagnostic(
        .novaVNICTypeUnsupported,
        "a vRouter has no port of vnic type '\(vnicType.rawValue)'",
        value: vnicType.rawValue,
        bound: "normal, direct, virtio-forwarder"
      ).at("vnic_type")
    }
  }

  func bridgeVIF(
    plugin: String,
    bridge: String?,
    profile: PortProfile? = nil
  ) throws(Diagnostic) -> VIF {
    var vif = VIFBridge()
    vif.vifName = try vifName()
    vif.bridgeName = bridge
    vif.base = try base(plugin: plugin, profile: profile)
    return .bridge(vif.asNew)
  }
}

extension Diagnostic.Code {
  /// A type of VIF that nova has done away with.
  public static let novaBridge = Diagnostic.Code(rawValue: "nova.bridge")
  /// A vnic type that the type of VIF does not have.
  public static let novaVNICTypeUnsupported = Diagnostic.Code(
    rawValue: "nova.vnic-type-unsupported"
  )
}
