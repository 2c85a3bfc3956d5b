// What an interface is, without what libvirt says of a running guest and what it says by itself.

extension Interface {
  /// The interface as its user means it: what a definition and the XML of a running guest made of
  /// it have in common.
  ///
  /// Without names, aliases and addresses that libvirt gave, what it tells of a running guest, and
  /// values that say nothing.
  public var essence: Interface {
    var essence = self
    essence.mac?.currentAddress = nil
    essence.source = source.essence
    essence.address = nil
    essence.guest?.actual = nil
    if let alias, !alias.isUserAlias { essence.alias = nil }
    if let dev = target?.dev, target?.managed != false, Target.generated(dev) != nil {
      essence.target?.dev = nil
    }
    if essence.target == Target(dev: nil) { essence.target = nil }
    if essence.guest == GuestDevice(dev: nil) { essence.guest = nil }
    if let size = mtu?.size, size == 0 { essence.mtu = nil }
    if let frames = coalesce?.rxFramesMax, frames == 0 { essence.coalesce = nil }
    if let driver { essence.driver = driver.essence }
    essence.addresses = addresses.map(\.essence)
    if essence.backend?.type == .default { essence.backend?.type = nil }
    if essence.backend?.isEmpty == true { essence.backend = nil }
    return essence
  }

  /// Both interfaces without what libvirt makes up for one that lacks it, and the other has.
  static func withoutGenerated(_ left: Interface, _ right: Interface) -> (Interface, Interface) {
    var (left, right) = (left, right)
    if left.mac?.address == nil || right.mac?.address == nil {
      left.mac?.address = nil
      right.mac?.address = nil
    }
    if left.mac == MAC(nil) { left.mac = nil }
    if right.mac == MAC(nil) { right.mac = nil }
    if let (first, second) = VirtualPort.withoutGenerated(left.virtualPort, right.virtualPort) {
      (left.virtualPort, right.virtualPort) = (first, second)
    }
    return (left, right)
  }
}

extension Source {
  /// The source as a definition names it: of the bridge or the device that a network turned out to be
  /// in a running guest, the network.
  package var essence: Source {
    switch self {
    case .network(var source):
      (source.portID, source.bridge, source.macTableManager) = (nil, nil, nil)
      return .network(source)
    case .bridge(let source):
      if let origin = source.origin { return .network(origin.essence) }
      return .bridge(BridgeSource(bridge: source.bridge))
    case .direct(let source):
      if let origin = source.origin { return .network(origin.essence) }
      return self
    case .hostdev(var source):
      source.missing = nil
      return .hostdev(source)
    case .ethernet, .user, .vhostuser, .vdpa, .mcast, .server, .client, .udp, .internal, .null,
      .vds:
      return self
    }
  }
}

extension NetworkOrigin {
  /// The network as a definition names it.
  fileprivate var essence: NetworkSource { NetworkSource(network: network, portGroup: portGroup) }
}

extension Driver {
  fileprivate var essence: Driver? {
    var essence = self
    if let queues, queues.count <= 1 { essence.queues = nil }
    if rxQueueSize?.entries == 0 { essence.rxQueueSize = nil }
    if txQueueSize?.entries == 0 { essence.txQueueSize = nil }
    return essence == Driver() ? nil : essence
  }
}

extension IP {
  fileprivate var essence: IP {
    var essence = self
    if prefix == 0 { essence.prefix = nil }
    return essence
  }
}

extension VirtualPort {
  fileprivate static func withoutGenerated(
    _ left: VirtualPort?,
    _ right: VirtualPort?
  ) -> (VirtualPort, VirtualPort)? {
    switch (left, right) {
    case (.openVSwitch(var left)?, .openVSwitch(var right)?)
    where left.interfaceID == nil || right.interfaceID == nil:
      (left.interfaceID, right.interfaceID) = (nil, nil)
      return (.openVSwitch(left), .openVSwitch(right))
    case (.ieee8021Qbg(let left)?, .ieee8021Qbg(let right)?)
    where left.instanceID == nil || right.instanceID == nil:
      return (.ieee8021Qbg(left.withoutInstance), .ieee8021Qbg(right.withoutInstance))
    case (.partial(var left)?, .partial(var right)?):
      if left.instanceID == nil || right.instanceID == nil {
        (left.instanceID, right.instanceID) = (nil, nil)
      }
      if left.interfaceID == nil || right.interfaceID == nil {
        (left.interfaceID, right.interfaceID) = (nil, nil)
      }
      return (.partial(left), .partial(right))
    default: return nil
    }
  }
}

extension IEEE8021QbgPort {
  fileprivate var withoutInstance: IEEE8021QbgPort {
    IEEE8021QbgPort(
      managerID: managerID,
      typeID: typeID,
      typeIDVersion: typeIDVersion,
      instanceID: nil
    )
  }
}
