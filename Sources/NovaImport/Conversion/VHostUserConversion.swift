import Diagnostics
import JSONText
import VIFModel

/// Ports behind a vhost-user socket.
extension NetworkInfoVIF {
  func vHostUserVIF() throws(Diagnostic) -> VIF {
    let (plugin, profile, name) = try vHostUserParts()
    return .vHostUser(try vHostUser(plugin: plugin, profile: profile, name: name))
  }

  private func vHostUserParts() throws(Diagnostic) -> (String, PortProfile?, String?) {
    switch (details.vhostuserFPPlug, details.vhostuserOVSPlug, details.vhostuserVRouterPlug) {
    case (true, true, _):
      var profile = PortProfileFPOpenVSwitch()
      profile.openVSwitch = try openVSwitchFields()
      profile.hybridPlug = details.ovsHybridPlug
      profile.bridgeName =
        details.ovsHybridPlug ? try deviceName(prefix: "qbr") : network?.bridge
      return ("vhostuser_fp", .fpOpenVSwitch(profile.asNew), nil)
    case (true, false, _):
      var profile = PortProfileFPBridge()
      profile.bridgeName = network?.bridge
      return ("vhostuser_fp", .fpBridge(profile.asNew), nil)
    case (false, true, _):
      var profile = PortProfileOpenVSwitch()
      profile.openVSwitch = try openVSwitchFields()
      // The name is the socket's, whatever the TAP's would be.
      return ("ovs", .openVSwitch(profile.asNew), try deviceName(prefix: "vhu"))
    case (false, false, true): return ("contrail_vrouter", nil, nil)
    case (false, false, false): return ("noop", nil, nil)
    }
  }

  /// A vhost-user VIF on the socket of the details.
  func vHostUser(
    plugin: String,
    profile: PortProfile?,
    name: String? = nil
  ) throws(Diagnostic) -> VIFVHostUser {
    guard let path = details.vhostuserSocket else {
      throw Diagnostic.missingKey("vhostuser_socket").at("vhostuser_socket").at("details")
    }
    var vif = VIFVHostUser()
    if let name { vif.vifName = name } else { vif.vifName = try vifName() }
    vif.path = path
    do throws(Diagnostic) {
      vif.mode = try details.vhostuserMode.get()
    } catch {
      throw error.at("vhostuser_mode").at("details")
    }
    vif.base = try base(plugin: plugin, profile: profile)
    return vif.asNew
  }
}
