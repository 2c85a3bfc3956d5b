import Diagnostics
import InterfaceXML
import SeededRandom

// What says how the interface is connected.

extension Maker {
  mutating func addConnection(_ interface: inout Interface) throws(Diagnostic) {
    let type = interface.type
    interface.trustGuestRxFilters = maybe()
    interface.mac = try sometimes { make throws(Diagnostic) in make.mac() }
    if isWild || [.network, .bridge, .hostdev].contains(type) {
      interface.vlan = try sometimes { make throws(Diagnostic) in try make.vlan() }
    }
    interface.virtualPort = try sometimes { make throws(Diagnostic) in
      try make.virtualPort(type)
    }
    interface.bandwidth = try sometimes { make throws(Diagnostic) in try make.bandwidth(type) }
    if isWild || type == .network || type == .bridge {
      let isIsolated = isWild || interface.virtualPort?.type == nil ? maybe() : false
      interface.port = isIsolated.map { Port(isolated: $0) }
    }
    interface.addresses = try list(upTo: 2) { make throws(Diagnostic) in make.ip() }
    interface.routes = try list(upTo: 1) { make throws(Diagnostic) in make.route() }
    if isWild || dice.once(in: 6) {
      interface.portForwards = try list(upTo: 2) { make throws(Diagnostic) in
        try make.portForward()
      }
    }
  }

  private mutating func mac() -> MAC {
    var mac = MAC(macAddress())
    mac.type = maybeWord()
    mac.check = maybe()
    if dice.once(in: 6) { mac.currentAddress = macAddress() }
    return mac
  }

  private mutating func vlan() throws(Diagnostic) -> VLAN {
    var ids: Set<Int64> = [number(VLAN.Tag.ids)]
    while dice.once(in: 3) { ids.insert(number(VLAN.Tag.ids)) }
    var tags: [VLAN.Tag] = []
    for id in ids.sorted() {
      let isNative = tags.isEmpty && dice.once(in: 3)
      tags.append(try VLAN.Tag(id: id, nativeMode: isNative ? word() : nil))
    }
    return try VLAN(tags: tags, trunk: dice.once(in: 3) ? true : nil)
  }

  private mutating func virtualPort(_ type: InterfaceType) throws(Diagnostic) -> VirtualPort? {
    switch type {
    case .network: return .partial(try partialPort())
    case .bridge, .direct, .hostdev: break
    case .ethernet, .user, .vhostuser, .vdpa, .mcast, .server, .client, .udp, .internal, .null,
      .vds:
      guard isWild else { return nil }
    }
    switch word(VirtualPort.Kind.self) {
    case .openVSwitch?:
      return .openVSwitch(
        OpenVSwitchPort(interfaceID: maybeUUID(), profileID: try maybeProfileID())
      )
    case .ieee8021Qbg?:
      return .ieee8021Qbg(
        try IEEE8021QbgPort(
          managerID: number(0...255),
          typeID: number(0...0xFF_FFFF),
          typeIDVersion: number(0...255),
          instanceID: maybeUUID()
        )
      )
    case .ieee8021Qbh?:
      return .ieee8021Qbh(IEEE8021QbhPort(profileID: try ProfileID(plainText(1...39))))
    case .midonet?: return .midonet(interfaceID: uuid())
    case nil: return nil
    }
  }

  private mutating func maybeProfileID() throws(Diagnostic) -> ProfileID? {
    dice.once(in: 2) ? try ProfileID(plainText(1...39)) : nil
  }

  /// Parameters that the kind of port has.
  private mutating func partialPort() throws(Diagnostic) -> PartialPort {
    var port = PartialPort(type: dice.once(in: 2) ? word() : nil)
    // What libvirt drops of a port of MidoNet is refused here, and not there.
    let isAny = port.type == nil || isWild && port.type != .midonet
    if isAny || port.type == .ieee8021Qbg {
      port.managerID = maybeNumber(0...255)
      port.typeID = maybeNumber(0...0xFF_FFFF)
      port.typeIDVersion = maybeNumber(0...255)
      port.instanceID = uuid()
    }
    if isAny || port.type == .openVSwitch || port.type == .midonet { port.interfaceID = uuid() }
    if isAny || port.type == .openVSwitch || port.type == .ieee8021Qbh {
      port.profileID = try maybeProfileID()
    }
    return port
  }

  private mutating func bandwidth(_ type: InterfaceType) throws(Diagnostic) -> Bandwidth {
    var inbound = try limits()
    if type == .network || isWild, dice.once(in: 2) {
      inbound = try Bandwidth.Limits(
        floor: number(Bandwidth.Limits.rates),
        with: dice.once(in: 2) ? inbound : nil
      )
    }
    var outbound = try limits()
    if isWild, dice.once(in: 4) { outbound = try Bandwidth.Limits(floor: 1, with: outbound) }
    let directions: (Bool, Bool) = dice.pick((true, true), (true, false), (false, true))
    return try Bandwidth(
      inbound: directions.0 ? inbound : nil,
      outbound: directions.1 ? outbound : nil
    )
  }

  private mutating func limits() throws(Diagnostic) -> Bandwidth.Limits {
    try Bandwidth.Limits(
      average: number(Bandwidth.Limits.rates),
      peak: maybeNumber(Bandwidth.Limits.rates),
      burst: maybeNumber(Bandwidth.Limits.bursts)
    )
  }

  mutating func ip() -> IP {
    let isIPv6 = Bool.random(using: &dice)
    return IP(
      address: ipAddress(isIPv6: isIPv6),
      prefix: maybeNumber(1...(isIPv6 ? 128 : 32)),
      peer: dice.once(in: 3) ? ipAddress(isIPv6: isIPv6) : nil
    )
  }

  /// A route to a network that is one: a prefix that goes with the address.
  mutating func route() -> Route {
    let isIPv6 = Bool.random(using: &dice)
    let any: IPAddress = isIPv6 ? .v6(high: 0, low: 0) : .v4(0)
    let address: IPAddress = isIPv6 ? .v6(high: dice.next(), low: 0) : .v4(0x0A00_0000)
    let network: Route.Network =
      isIPv6
      ? .prefix(number(64...128))
      : dice.pick(.prefix(number(8...32)), .netmask(.v4(0xFF00_0000)))
    let isDefault = dice.once(in: 4)
    return Route(
      family: isIPv6 ? .ipv6 : dice.pick(nil, .ipv4),
      address: isWild && dice.once(in: 4) ? nil : isDefault ? any : address,
      network: isDefault ? nil : network,
      gateway: ipAddress(isIPv6: isWild && dice.once(in: 4) ? !isIPv6 : isIPv6),
      metric: maybeNumber(1...UInt32.max)
    )
  }

  private mutating func portForward() throws(Diagnostic) -> PortForward {
    PortForward(
      proto: word() ?? .tcp,
      address: dice.once(in: 2) ? ipAddress() : nil,
      dev: maybeText(),
      ranges: try list(upTo: 2) { make throws(Diagnostic) in
        PortForward.Range(
          start: make.number(1...UInt32.max),
          end: make.maybeNumber(1...65535),
          to: make.maybeNumber(1...65535),
          exclude: make.maybe()
        )
      }
    )
  }
}
