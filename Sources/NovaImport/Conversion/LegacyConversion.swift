import Diagnostics
import JSONText
import VIFModel

/// The types that nova has no object for: it writes their XML at once.
extension NetworkInfoVIF {
  func qbgVIF() throws(Diagnostic) -> VIFDirect {
    guard let parameters = qbgParameters else {
      throw Diagnostic.missingKey("qbg_params").at("qbg_params")
    }
    guard let interface = network?.interface else {
      throw Diagnostic.missingKey("interface").at("interface").at("meta").at("network")
    }
    var profile = PortProfile8021Qbg()
    do throws(Diagnostic) {
      let parameters = try parameters.get()
      profile.managerID = try Self.required(parameters.managerID, "managerid")
      profile.typeID = try Self.required(parameters.typeID, "typeid")
      profile.typeIDVersion = try Self.required(parameters.typeIDVersion, "typeidversion")
      profile.instanceID = try Self.required(parameters.instanceID, "instanceid")
    } catch {
      throw error.at("qbg_params")
    }
    var vif = VIFDirect()
    vif.vlanName = interface
    vif.mode = .vepa
    vif.base = try base(plugin: nil, profile: .ieee8021Qbg(profile.asNew))
    return vif.asNew
  }

  func qbhVIF() throws(Diagnostic) -> VIF {
    guard let profileID = details.profileID else {
      throw Diagnostic.missingKey("profileid").at("profileid").at("details")
    }
    var profile = PortProfile8021Qbh()
    profile.profileID = profileID
    let base = try base(plugin: nil, profile: .ieee8021Qbh(profile.asNew))
    // Only this vnic type: nova takes an accelerator's functions for others here.
    return vnicType == .direct
      ? .hostDevice(try hostDevice(.ethernet, base)) : .direct(try passthrough(base))
  }

  func hwVEBVIF() throws(Diagnostic) -> VIF {
    guard let vlan = try vlanChoice() else {
      throw Diagnostic.missingKey("vlan").at("vlan").at("details")
    }
    var base = try base(plugin: nil)
    if case .value(var network) = base.network {
      network.vlan =
        switch vlan {
        case .untagged: .null
        case .tag(let id): .value(id)
        }
      base.network = .value(network.asNew)
    }
    return switch vnicType {
    case .direct, .acceleratorDirect: .hostDevice(try hostDevice(.ethernet, base))
    case .normal, .macvtap, .directPhysical, .baremetal, .virtioForwarder, .smartNIC, .vdpa,
      .acceleratorDirectPhysical, .remoteManaged:
      .direct(try passthrough(base))
    }
  }

  /// The VLAN that the binding speaks of.
  func vlanChoice() throws(Diagnostic) -> VIFDetails.VLANChoice? {
    do throws(Diagnostic) {
      return try details.vlan?.get()
    } catch {
      throw error.at("vlan").at("details")
    }
  }

  func macvtapVIF() throws(Diagnostic) -> VIFDirect {
    let parts: [(key: String, isSet: Bool)] = [
      ("macvtap_source", details.macvtapSource != nil),
      ("macvtap_mode", details.macvtapMode != nil),
      ("physical_interface", details.physicalInterface != nil),
    ]
    if let missing = parts.first(where: { !$0.isSet }) {
      throw Diagnostic.missingKey(missing.key).at(missing.key).at("details")
    }
    var vif = VIFDirect()
    vif.vlanName = details.macvtapSource
    do throws(Diagnostic) {
      vif.mode = try details.macvtapMode?.get()
    } catch {
      throw error.at("macvtap_mode").at("details")
    }
    vif.base = try base(plugin: nil)
    return vif.asNew
  }

  func tapVIF() throws(Diagnostic) -> VIFGeneric {
    var vif = VIFGeneric()
    vif.vifName = try vifName()
    vif.base = try base(plugin: nil)
    return vif.asNew
  }

  func physicalVIF() throws(Diagnostic) -> VIFHostDevice {
    try hostDevice(.generic, base(plugin: nil))
  }

  private func hostDevice(
    _ type: VIFHostDevice.DeviceType,
    _ base: VIFBaseFields
  ) throws(Diagnostic) -> VIFHostDevice {
    var vif = VIFHostDevice()
    vif.devType = type
    vif.devAddress = try pciSlot()
    vif.base = base
    return vif.asNew
  }

  private func passthrough(_ base: VIFBaseFields) throws(Diagnostic) -> VIFDirect {
    var vif = VIFDirect()
    vif.devAddress = try pciSlot()
    vif.mode = .passthrough
    vif.base = base
    return vif.asNew
  }

  private static func required<Value>(_ value: Value?, _ key: String) throws(Diagnostic) -> Value {
    guard let value else { throw Diagnostic.missingKey(key).at(key) }
    return value
  }
}
