import Diagnostics
import InterfaceXML
import VIFTranslator

/// The guest's side of a record of `network_info`: where nova writes XML at once, it has rules of
/// its own.
///
/// | type | what is other than for the VIF's class |
/// |---|---|
/// | `802.1qbh`, `hw_veb` on macvtap | driver `vhost`, where there is a virtio model |
/// | `hw_veb` | the VLAN of the binding |
/// | `macvtap` | virtio, whatever the image asks for |
/// | `tap` | no limits of traffic |
/// | `midonet` | no limits of traffic, no mtu |
/// | `iovisor` | no mtu |
/// | `hostdev_physical`, `ib_hostdev` | nothing of the guest's side |
extension NetworkInfoVIF {
  func guestSettings(
    _ guest: NovaGuest,
    for vif: VIF,
    _ warnings: inout [Diagnostic]
  ) throws(Diagnostic) -> GuestSettings {
    guard let type else { return GuestSettings() }
    switch type {
    case .hostdevPhysical, .ibHostdev: return GuestSettings()
    case .ovs, .agilioOVS, .vhostuser, .ivs, .vrouter, .bridge, .dvs, .iovisor, .ieee8021Qbg,
      .ieee8021Qbh, .hwVEB, .midonet, .tap, .macvtap, .bindingFailed, .unbound:
      break
    }
    let side = try GuestSide(guest, vnicType: vnicType)
    var settings = try side.settings(for: vif, &warnings)
    switch type {
    case .ovs, .agilioOVS, .vhostuser, .ivs, .vrouter, .bridge, .ieee8021Qbg, .dvs,
      .hostdevPhysical, .ibHostdev, .bindingFailed, .unbound:
      break
    case .ieee8021Qbh: forceVHost(on: vif, &settings, &warnings)
    case .hwVEB:
      forceVHost(on: vif, &settings, &warnings)
      settings.vlan = try vlan()
    case .macvtap: settings.model = .named(.virtio)
    case .tap: leaveOutBandwidth(of: &settings, &warnings)
    case .midonet:
      leaveOutBandwidth(of: &settings, &warnings)
      leaveOutMTU(of: &settings, &warnings)
    case .iovisor: leaveOutMTU(of: &settings, &warnings)
    }
    return settings
  }

  private func forceVHost(
    on vif: VIF,
    _ settings: inout GuestSettings,
    _ warnings: inout [Diagnostic]
  ) {
    guard case .direct = vif else { return }
    guard case .named(let model) = settings.model, model.isVirtio else {
      warnings.append(
        Diagnostic(
          .novaVHostLeftOut,
          "the driver 'vhost', which nova writes here, is left out: only virtio has it"
        ).at("type")
      )
      return
    }
    var driver = settings.driver ?? Driver()
    driver.name = .vhost
    // Written beside a driver only, which there is now.
    settings.driver = driver
  }

  private func vlan() throws(Diagnostic) -> VLAN? {
    guard case .tag(let id)? = try vlanChoice() else { return nil }
    do throws(Diagnostic) {
      return try VLAN(tags: [VLAN.Tag(id: id)])
    } catch {
      throw error.at(JSONPointer(["details", "vlan"]))
    }
  }

  private func leaveOutBandwidth(
    of settings: inout GuestSettings,
    _ warnings: inout [Diagnostic]
  ) {
    if settings.bandwidth != nil { warnings.append(GuestSide.bandwidthLeftOut("such a TAP")) }
    settings.bandwidth = nil
  }

  private func leaveOutMTU(of settings: inout GuestSettings, _ warnings: inout [Diagnostic]) {
    guard let mtu = network?.mtu, mtu != 0 else { return }
    settings.mtu = .none
    warnings.append(
      Diagnostic(
        .mtuLeftOut,
        "the network's mtu \(mtu) is left out, as in nova",
        value: "\(mtu)",
        remedy: "set it in the guest, by DHCP or by hand"
      ).at(JSONPointer(["network", "meta", "mtu"]))
    )
  }
}

extension Diagnostic.Code {
  /// A driver of nova's, beside a model that has none.
  public static let novaVHostLeftOut = Diagnostic.Code(rawValue: "nova.vhost-left-out")
}
