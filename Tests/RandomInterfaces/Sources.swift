import Diagnostics
import InterfaceXML
import SeededRandom

// The source of each type.

extension Maker {
  mutating func source(_ type: InterfaceType, isPasst: Bool) throws(Diagnostic) -> Source {
    switch type {
    case .network: .network(networkSource())
    case .bridge: .bridge(try bridgeSource())
    case .ethernet: .ethernet(try ethernetSource())
    case .user: .user(UserSource(dev: isPasst ? maybeText() : nil))
    case .direct: .direct(try directSource())
    case .hostdev: .hostdev(try hostDeviceSource())
    case .vhostuser: .vhostuser(try vhostUserSource(isPasst: isPasst))
    case .vdpa: .vdpa(try VDPASource(dev: "/dev/vhost-vdpa-\(number(UInt8.min ... .max))"))
    case .mcast: .mcast(SocketSource(address: text(), port: number(Int32.min ... .max)))
    case .server: .server(SocketSource(address: maybeText(), port: number(0...65535)))
    case .client: .client(SocketSource(address: text(), port: number(0...65535)))
    case .udp: .udp(udpSource())
    case .internal: .internal(InternalSource(name: text()))
    case .null: .null
    case .vds: .vds(vdsSource())
    }
  }

  private mutating func networkSource() -> NetworkSource {
    var source = NetworkSource(network: text(), portGroup: maybeText())
    guard dice.once(in: 4) else { return source }
    source.portID = uuid()
    source.bridge = text()
    source.macTableManager = word()
    return source
  }

  private mutating func bridgeSource() throws(Diagnostic) -> BridgeSource {
    var source = BridgeSource(bridge: try deviceName())
    guard dice.once(in: 4) else { return source }
    source.origin = origin()
    source.macTableManager = word()
    return source
  }

  private mutating func directSource() throws(Diagnostic) -> DirectSource {
    var source = DirectSource(dev: try deviceName(), mode: word() ?? .vepa)
    if dice.once(in: 4) { source.origin = origin() }
    return source
  }

  private mutating func origin() -> NetworkOrigin {
    NetworkOrigin(network: text(), portGroup: maybeText(), portID: maybeUUID())
  }

  private mutating func ethernetSource() throws(Diagnostic) -> EthernetSource {
    guard dice.once(in: 3) else { return EthernetSource() }
    return EthernetSource(
      addresses: try list(upTo: 2) { make throws(Diagnostic) in make.ip() },
      routes: try list(upTo: 2) { make throws(Diagnostic) in make.route() }
    )
  }

  private mutating func hostDeviceSource() throws(Diagnostic) -> HostDeviceSource {
    guard dice.once(in: 3) else {
      var source = HostDeviceSource(address: try pciAddress(), managed: .random(using: &dice))
      source.multifunction = maybe()
      source.writeFiltering = maybe()
      return source
    }
    var device = USBHostDevice()
    let isNamed = Bool.random(using: &dice)
    if isNamed {
      device.identity = .init(vendor: number(1...0xFFFF), product: number(0...0xFFFF))
    }
    if !isNamed || dice.once(in: 2) {
      let place: USBHostDevice.Place =
        dice.once(in: 4) ? .port("1.\(number(1...9))") : .device(number(0...127))
      device.address = .init(bus: number(1...255), place: place)
    }
    var source = HostDeviceSource(device: .usb(device), managed: .random(using: &dice))
    source.startupPolicy = dice.pick(nil, .mandatory, .requisite, .optional)
    source.guestReset = maybeWord()
    source.missing = dice.once(in: 4) ? maybe() : nil
    return source
  }

  private mutating func vhostUserSource(isPasst: Bool) throws(Diagnostic) -> VHostUserSource {
    if isPasst { return .passt(dev: maybeText()) }
    let mode = word(VHostUserSource.Mode.self) ?? .client
    var reconnect: VHostUserSource.Reconnect?
    if dice.once(in: 2) {
      reconnect =
        mode == .client || isWild
        ? try .init(timeout: number(1...UInt32.max), delay: dice.once(in: 4) ? 3 : nil) : .off
    }
    return try VHostUserSource(path: path(), mode: mode, reconnect: reconnect)
  }

  private mutating func udpSource() -> SocketSource {
    SocketSource(
      address: text(),
      port: number(0...65535),
      // libvirt prints this one unescaped.
      local: .init(
        address: dice.once(in: 3) ? string(of: ["a", "'", "<", "&"], 1...5) : "127.0.0.1",
        port: number(0...65535)
      )
    )
  }

  private mutating func vdsSource() -> VDSSource {
    VDSSource(
      switchID: uuid(),
      portID: number(Int64.min ... .max),
      portGroupID: dice.once(in: 8) ? nil : text(),
      connectionID: number(Int64.min ... .max)
    )
  }
}
