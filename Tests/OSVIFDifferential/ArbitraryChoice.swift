import VIFModel

/// An object of any class of a closed set.
protocol ArbitraryChoice: Arbitrary, ObjectChoice {
  static func arbitrary(of className: String, _ dice: inout Dice) -> Self?
}

extension ArbitraryChoice {
  static func arbitrary(_ dice: inout Dice) -> Self {
    guard let name = classNames.randomElement(using: &dice),
      let choice = arbitrary(of: name, &dice)
    else { preconditionFailure("a class of \(Self.self) has no objects") }
    return choice
  }
}

extension PortProfile: ArbitraryChoice {
  static func arbitrary(of className: String, _ dice: inout Dice) -> PortProfile? {
    switch className {
    case PortProfileBase.className: .base(.arbitrary(&dice))
    case PortProfileOpenVSwitch.className: .openVSwitch(.arbitrary(&dice))
    case PortProfileFPOpenVSwitch.className: .fpOpenVSwitch(.arbitrary(&dice))
    case PortProfileOVSRepresentor.className: .ovsRepresentor(.arbitrary(&dice))
    case PortProfileFPBridge.className: .fpBridge(.arbitrary(&dice))
    case PortProfileFPTap.className: .fpTap(.arbitrary(&dice))
    case PortProfile8021Qbg.className: .ieee8021Qbg(.arbitrary(&dice))
    case PortProfile8021Qbh.className: .ieee8021Qbh(.arbitrary(&dice))
    case PortProfileK8sDPDK.className: .k8sDPDK(.arbitrary(&dice))
    default: nil
    }
  }
}

extension DatapathOffload: ArbitraryChoice {
  static func arbitrary(of className: String, _ dice: inout Dice) -> DatapathOffload? {
    switch className {
    case DatapathOffloadBase.className: .base(.arbitrary(&dice))
    case DatapathOffloadRepresentor.className: .representor(.arbitrary(&dice))
    default: nil
    }
  }
}

extension VIF: ArbitraryChoice {
  static func arbitrary(of className: String, _ dice: inout Dice) -> VIF? {
    switch className {
    case VIFGeneric.className: .generic(.arbitrary(&dice))
    case VIFBridge.className: .bridge(.arbitrary(&dice))
    case VIFOpenVSwitch.className: .openVSwitch(.arbitrary(&dice))
    case VIFDirect.className: .direct(.arbitrary(&dice))
    case VIFVHostUser.className: .vHostUser(.arbitrary(&dice))
    case VIFHostDevice.className: .hostDevice(.arbitrary(&dice))
    case VIFNestedDPDK.className: .nestedDPDK(.arbitrary(&dice))
    default: nil
    }
  }
}

extension OSVIFObject: ArbitraryChoice {
  static func arbitrary(of className: String, _ dice: inout Dice) -> OSVIFObject? {
    if let vif = VIF.arbitrary(of: className, &dice) { return .vif(vif) }
    if let profile = PortProfile.arbitrary(of: className, &dice) { return .portProfile(profile) }
    if let offload = DatapathOffload.arbitrary(of: className, &dice) {
      return .datapathOffload(offload)
    }
    return switch className {
    case VIFBase.className: .vifBase(.arbitrary(&dice))
    case Network.className: .network(.arbitrary(&dice))
    case Subnet.className: .subnet(.arbitrary(&dice))
    case SubnetList.className: .subnetList(.arbitrary(&dice))
    case Route.className: .route(.arbitrary(&dice))
    case RouteList.className: .routeList(.arbitrary(&dice))
    case FixedIP.className: .fixedIP(.arbitrary(&dice))
    case FixedIPList.className: .fixedIPList(.arbitrary(&dice))
    case InstanceInfo.className: .instanceInfo(.arbitrary(&dice))
    case HostInfo.className: .hostInfo(.arbitrary(&dice))
    case HostPluginInfo.className: .hostPluginInfo(.arbitrary(&dice))
    case HostVIFInfo.className: .hostVIFInfo(.arbitrary(&dice))
    case HostPortProfileInfo.className: .hostPortProfileInfo(.arbitrary(&dice))
    default: nil
    }
  }
}
