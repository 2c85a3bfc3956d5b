import VIFModel
import VIFTranslator

extension NeutronPort.Key: DescribedKey {
  package var schema: JSONSchema {
    switch self {
    case .id, .networkID: TextForm.uuid.reference
    case .status: .text()
    case .macAddress: TextForm.mac.reference
    case .fixedIPs: .list(.open(NeutronPort.FixedIP.Key.self))
    case .adminStateUp: .truth("UP", "DOWN")
    case .vifType, .shownVIFType: .words(of: VIFType.self)
    case .vifDetails, .shownVIFDetails: .open(VIFDetails.Key.self)
    case .profile, .shownProfile: .open(BindingProfile.Key.self)
    case .vnicType, .shownVNICType: .words(of: VNICType.self)
    }
  }
}

extension NeutronPort.FixedIP.Key: DescribedKey {
  package var schema: JSONSchema {
    switch self {
    case .subnet: .text()
    case .address: TextForm.ip.reference
    }
  }
}

extension NeutronNetwork.Key: DescribedKey {
  package var schema: JSONSchema {
    switch self {
    case .id: TextForm.uuid.reference
    case .name: .text()
    case .mtu: .number
    }
  }
}
