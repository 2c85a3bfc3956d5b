import Addresses
import Diagnostics
import InterfaceXML
import VIFModel

// What each VIF type says of the host's side. What the guest wants is added afterwards, the same
// way for all.

extension VIFGeneric {
  func interface(_ guest: GuestSettings) throws(Diagnostic) -> Interface {
    var interface = Interface(source: .ethernet)
    let dev = try VIF.generic(self).deviceName(vifName, "vif_name", "it names the TAP device")
    // The plugin has made the TAP: libvirt would refuse to make it once more.
    interface.target = Target(dev: dev, managed: guest.tapManaged == true ? nil : false)
    return interface
  }
}

extension VIFBridge {
  func interface() throws(Diagnostic) -> Interface {
    let vif = VIF.bridge(self)
    let bridge = try vif.deviceName(bridgeName, "bridge_name", "it names the bridge")
    var interface = Interface(source: .bridge(BridgeSource(bridge: bridge)))
    interface.target = Target(
      dev: try vif.deviceName(vifName, "vif_name", "it names the TAP device")
    )
    return interface
  }
}

extension VIFOpenVSwitch {
  func interface(
    _ guest: GuestSettings,
    _ warnings: inout [Diagnostic]
  ) throws(Diagnostic) -> Interface {
    let vif = VIF.openVSwitch(self)
    let port = base.portProfile?.openVSwitch
    let dev = try vif.deviceName(vifName, "vif_name", "it names the TAP device")
    if port?.createTap == true || port?.createPort == true {
      var interface = Interface(source: .ethernet)
      // With create_tap the plugin has made the TAP, with create_port only the switch's port.
      let managed = guest.tapManaged ?? (port?.createTap != true)
      interface.target = Target(dev: dev, managed: managed ? nil : false)
      return interface
    }
    var interface = Interface(source: .bridge(BridgeSource(bridge: try bridge())))
    interface.target = Target(dev: dev)
    interface.virtualPort = .openVSwitch(try virtualPort(port, &warnings))
    return interface
  }

  private func bridge() throws(Diagnostic) -> DeviceName {
    let vif = VIF.openVSwitch(self)
    if bridgeName == nil, let network = base.network.value, let bridge = network.bridge {
      do throws(Diagnostic) {
        return try DeviceName(bridge)
      } catch {
        throw error.atVIF("network", "bridge")
      }
    }
    return try vif.deviceName(
      bridgeName,
      "bridge_name",
      "it names the bridge, and neither it nor the network's bridge is there"
    )
  }

  private func virtualPort(
    _ port: OpenVSwitchFields?,
    _ warnings: inout [Diagnostic]
  ) throws(Diagnostic) -> OpenVSwitchPort {
    guard let interfaceID = port?.interfaceID ?? base.id else {
      throw Diagnostic.missingField(
        "interface_id",
        of: .openVSwitch(self),
        because: "Open vSwitch knows the port by it, and the VIF has no id to take instead"
      ).atVIF("port_profile", "interface_id")
    }
    if port?.interfaceID == nil {
      warnings.append(
        Diagnostic(
          .interfaceIDFromVIF,
          "there is no interface_id: the VIF's id is written as the port's interfaceid",
          value: interfaceID.canonical,
          remedy: "give the VIF an Open vSwitch port profile with an interface_id"
        ).atVIF("port_profile")
      )
    }
    var profileID: ProfileID?
    if let text = port?.profileID, !text.isEmpty {
      do throws(Diagnostic) {
        profileID = try ProfileID(text)
      } catch {
        throw error.atVIF("port_profile", "profile_id")
      }
    }
    return OpenVSwitchPort(interfaceID: interfaceID, profileID: profileID)
  }
}

extension VIFVHostUser {
  func interface(_ guest: GuestSettings) throws(Diagnostic) -> Interface {
    let vif = VIF.vHostUser(self)
    guard let path else {
      throw Diagnostic.missingField("path", of: vif, because: "it names the socket").atVIF("path")
    }
    guard let mode else {
      throw Diagnostic.missingField("mode", of: vif, because: "one end must make the socket")
        .atVIF("mode")
    }
    let sourceMode: VHostUserSource.Mode =
      switch mode {
      case .client: .client
      case .server: .server
      }
    let source: VHostUserSource
    do throws(Diagnostic) {
      source = try VHostUserSource(path: path, mode: sourceMode, reconnect: guest.reconnect)
    } catch {
      throw error.atVIF("path")
    }
    var interface = Interface(source: .vhostuser(source))
    interface.target = Target(
      dev: try vif.deviceName(vifName, "vif_name", "it names the port on the switch")
    )
    return interface
  }
}

extension VIF {
  /// Checks a device's name that must be there.
  func deviceName(
    _ text: String?,
    _ field: String,
    _ use: String
  ) throws(Diagnostic) -> DeviceName {
    guard let text else {
      throw Diagnostic.missingField(field, of: self, because: use).atVIF(field)
    }
    do throws(Diagnostic) {
      return try DeviceName(text)
    } catch {
      throw error.atVIF(field)
    }
  }
}

extension Diagnostic.Code {
  /// An Open vSwitch port that is known by its VIF's id, for want of an interface_id.
  public static let interfaceIDFromVIF = Diagnostic.Code(rawValue: "openvswitch.interface-id")
}
