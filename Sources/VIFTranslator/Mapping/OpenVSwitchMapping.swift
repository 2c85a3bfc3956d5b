import Diagnostics
import InterfaceXML
import VIFModel

/// VIFOpenVSwitch: a TAP of the plugin's, or a port of a bridge that libvirt makes.
extension VIFOpenVSwitch {
  // Inlined, these read the few fields that they need; for a call, all of the VIF is copied.
  @inline(__always)
  func interface(
    _ guest: GuestSettings,
    _ warnings: inout [Diagnostic]
  ) throws(Diagnostic) -> Interface {
    let port = base.portProfile?.openVSwitchBinding
    let dev = try DeviceName(vifName, field: "vif_name", because: "it names the TAP device")
    if port?.createTap == true || port?.createPort == true {
      // With create_tap the plugin has made the TAP, with create_port only the switch's port.
      let managed = guest.tapManaged ?? (port?.createTap != true)
      return Interface(
        source: .ethernet(),
        target: Target(dev: dev, managed: managed ? nil : false)
      )
    }
    let source = Source.bridge(BridgeSource(bridge: try bridge()))
    let virtualPort = VirtualPort.openVSwitch(try virtualPort(port, &warnings))
    return Interface(source: source, target: Target(dev: dev), virtualPort: virtualPort)
  }

  @inline(__always)
  private func bridge() throws(Diagnostic) -> DeviceName {
    if bridgeName == nil, let network = base.network.value, let bridge = network.bridge {
      return try Places.locating(vif: "network", "bridge") { () throws(Diagnostic) in
        try DeviceName(bridge)
      }
    }
    return try DeviceName(
      bridgeName,
      field: "bridge_name",
      because: "it names the bridge, and neither it nor the network's bridge is there"
    )
  }

  @inline(__always)
  private func virtualPort(
    _ port: OpenVSwitchBinding?,
    _ warnings: inout [Diagnostic]
  ) throws(Diagnostic) -> OpenVSwitchPort {
    guard let interfaceID = port?.interfaceID ?? base.id else {
      throw Diagnostic.missingField(
        "interface_id",
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
      profileID = try Places.locating(vif: "port_profile", "profile_id") { () throws(Diagnostic) in
        try ProfileID(text)
      }
    }
    return OpenVSwitchPort(interfaceID: interfaceID, profileID: profileID)
  }
}

extension Diagnostic.Code {
  /// An Open vSwitch port that is known by its VIF's id, for want of an interface_id.
  public static let interfaceIDFromVIF = Diagnostic.Code(rawValue: "openvswitch.interface-id")
}
