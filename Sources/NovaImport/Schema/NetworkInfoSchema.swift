import VIFModel
import VIFTranslator

extension NetworkInfoVIF {
  static var schema: JSONSchema { .open(Key.self) }
}

extension NetworkInfoVIF.Key: DescribedKey {
  package var schema: JSONSchema {
    switch self {
    case .id: TextForm.uuid.reference
    case .address: TextForm.mac.reference
    case .network: .open(NetworkRecord.Key.self)
    case .type: .words(of: VIFType.self)
    case .details: .open(VIFDetails.Key.self)
    case .devname: .text()
    case .ovsInterfaceID: .any([.constant(.string("")), TextForm.uuid.reference])
    case .qbgParameters: .anything("managerid, typeid, typeidversion, instanceid of 802.1Qbg")
    case .active, .preserveOnDelete, .delegateCreate: .truth
    case .vnicType: .words(of: VNICType.self)
    case .profile: .open(BindingProfile.Key.self)
    }
  }
}

extension NetworkRecord.Key: DescribedKey {
  package var schema: JSONSchema {
    switch self {
    case .id: TextForm.uuid.reference
    case .bridge, .label: .text()
    case .subnets: .list(.open(SubnetRecord.Key.self))
    case .meta: .open(NetworkRecord.MetaKey.self)
    }
  }
}

extension NetworkRecord.MetaKey: DescribedKey {
  package var schema: JSONSchema {
    switch self {
    case .mtu, .vlan: .number
    case .interface, .bridgeInterface: .text()
    case .multiHost, .shouldCreateBridge, .shouldCreateVLAN: .truth
    }
  }
}

extension SubnetRecord.Key: DescribedKey {
  package var schema: JSONSchema {
    switch self {
    case .cidr: TextForm.ipNetwork.reference
    case .dns: .list(.open(AddressKey.self, required: [.address]))
    case .gateway: .open(AddressKey.self)
    case .ips: .list(.open(SubnetRecord.FixedAddress.Key.self, required: [.address]))
    case .routes: .list(.open(SubnetRecord.Route.Key.self, required: [.cidr]))
    }
  }
}

extension SubnetRecord.FixedAddress.Key: DescribedKey {
  package var schema: JSONSchema {
    switch self {
    case .address: TextForm.ip.reference
    case .floating: .list(.open(AddressKey.self, required: [.address]))
    }
  }
}

extension SubnetRecord.Route.Key: DescribedKey {
  package var schema: JSONSchema {
    switch self {
    case .cidr: TextForm.ipNetwork.reference
    case .gateway: .open(AddressKey.self)
    case .interface: .text()
    }
  }
}

extension AddressKey: DescribedKey {
  package var schema: JSONSchema { TextForm.ip.reference }
}

extension VIFDetails.Key: DescribedKey {
  package var schema: JSONSchema {
    switch self {
    case .portFilter, .ovsHybridPlug, .ovsCreateTap, .vhostuserFPPlug, .vhostuserOVSPlug,
      .vhostuserVRouterPlug:
      .truth
    case .datapathType, .bridgeName, .vhostuserSocket, .profileID, .macvtapSource,
      .physicalInterface:
      .text()
    case .vhostuserMode: .anything("client or server: what the hypervisor is")
    case .vlan: .anything("the VLAN of a virtual function, 0 for none")
    case .macvtapMode: .anything("vepa, passthru, bridge or private")
    }
  }
}

extension BindingProfile.Key: DescribedKey {
  package var schema: JSONSchema { .anything("the PCI address of the port's function") }
}
