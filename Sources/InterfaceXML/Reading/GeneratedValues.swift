import Addresses

// What libvirt makes up when a definition lacks it.

extension Interface {
  /// The interface with random values where libvirt would have made them up.
  func withGeneratedValues(using generator: inout some RandomNumberGenerator) -> Interface {
    var interface = self
    if interface.mac?.address == nil {
      var mac = interface.mac ?? MAC(nil)
      mac.address = MACAddress(randomFor: &generator)
      interface.mac = mac
    }
    interface.virtualPort = virtualPort?.withGeneratedValues(using: &generator)
    return interface
  }
}

extension VirtualPort {
  fileprivate func withGeneratedValues(
    using generator: inout some RandomNumberGenerator
  ) -> VirtualPort {
    switch self {
    case .openVSwitch(var port):
      port.interfaceID = port.interfaceID ?? UUID(randomFor: &generator)
      return .openVSwitch(port)
    case .ieee8021Qbg(let port):
      return .ieee8021Qbg(
        IEEE8021QbgPort(
          managerID: port.managerID,
          typeID: port.typeID,
          typeIDVersion: port.typeIDVersion,
          instanceID: port.instanceID ?? UUID(randomFor: &generator)
        )
      )
    case .ieee8021Qbh, .midonet: return self
    case .partial(var port):
      if port.lacksInstanceID { port.instanceID = UUID(randomFor: &generator) }
      if port.lacksInterfaceID { port.interfaceID = UUID(randomFor: &generator) }
      return .partial(port)
    }
  }
}

extension MACAddress {
  /// An address in the range that libvirt gives to QEMU's guests: 52:54:00.
  fileprivate init(randomFor generator: inout some RandomNumberGenerator) {
    self.init(bits: 0x5254_0000_0000 | UInt64.random(in: 0...0xFF_FFFF, using: &generator))
  }
}

extension UUID {
  /// A random identifier (RFC 9562, version 4).
  fileprivate init(randomFor generator: inout some RandomNumberGenerator) {
    let high = UInt64.random(in: .min ... .max, using: &generator)
    let low = UInt64.random(in: .min ... .max, using: &generator)
    self.init(
      high: high & ~0xF000 | 0x4000,
      low: low & ~(3 << 62) | 2 << 62
    )
  }
}
