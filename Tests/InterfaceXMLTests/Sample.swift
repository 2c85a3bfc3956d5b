import InterfaceXML

/// Interfaces to try elements on.
enum Sample {
  static func pci(_ text: String = "0000:0a:00.1") throws -> PCIAddress {
    try PCIAddress(text)
  }

  /// The types that VIFs are translated to.
  static let translated: [InterfaceType] = [
    .ethernet, .bridge, .direct, .hostdev, .vhostuser, .vdpa,
  ]

  /// A source of this type; direct in mode passthrough, which can carry most.
  static func source(_ type: InterfaceType) throws -> Source {
    switch type {
    case .ethernet: .ethernet()
    case .bridge: .bridge(BridgeSource(bridge: try DeviceName("br0")))
    case .direct: .direct(DirectSource(dev: try DeviceName("eth0"), mode: .passthrough))
    case .hostdev: .hostdev(HostDeviceSource(address: try pci()))
    case .vhostuser: .vhostuser(try VHostUserSource(path: "/run/vhu0", mode: .client))
    case .vdpa: .vdpa(try VDPASource(dev: "/dev/vhost-vdpa-0"))
    case .network: .network(NetworkSource(network: "default"))
    case .user: .user(UserSource())
    case .mcast: .mcast(SocketSource(address: "230.0.0.1", port: 5558))
    case .server: .server(SocketSource(address: nil, port: 5558))
    case .client: .client(SocketSource(address: "127.0.0.1", port: 5558))
    case .udp:
      .udp(
        SocketSource(
          address: "127.0.0.1",
          port: 5558,
          local: SocketSource.Local(address: "127.0.0.1", port: 5559)
        )
      )
    case .internal: .internal(InternalSource(name: "intnet"))
    case .null: .null
    case .vds: .vds(VDSSource(switchID: UUID(high: 1, low: 2), portGroupID: "dvportgroup-1"))
    }
  }

  /// An interface with its source, a MAC address and the virtio model where there is one.
  static func interface(_ type: InterfaceType) throws -> Interface {
    var interface = Interface(source: try source(type))
    interface.mac = MAC(MACAddress(bits: 0xFA16_3E00_0001))
    if type != .hostdev { interface.model = .virtio }
    return interface
  }

  static func openVSwitch() throws -> VirtualPort {
    .openVSwitch(OpenVSwitchPort(interfaceID: UUID(high: 1, low: 2)))
  }

  static func qbg(
    managerID: Int64 = 11,
    instanceID: UUID? = UUID(high: 1, low: 2)
  )
    throws -> VirtualPort
  {
    .ieee8021Qbg(
      try IEEE8021QbgPort(
        managerID: managerID,
        typeID: 1_193_047,
        typeIDVersion: 2,
        instanceID: instanceID
      )
    )
  }

  static func qbh() throws -> VirtualPort {
    .ieee8021Qbh(IEEE8021QbhPort(profileID: try ProfileID("vm1")))
  }

  static func vlan(_ id: Int64 = 7) throws -> VLAN {
    try VLAN(tags: [VLAN.Tag(id: id)])
  }

  static func bandwidth() throws -> Bandwidth {
    try Bandwidth(inbound: Bandwidth.Limits(average: 1), outbound: nil)
  }

  /// A driver with one setting.
  static func driver(_ set: (inout Driver) throws -> Void) throws -> Driver {
    var driver = Driver()
    try set(&driver)
    return driver
  }
}
