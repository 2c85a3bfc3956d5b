public import Addresses
public import Diagnostics

/// The device's address on the guest's PCI bus: libvirt's `<address type='pci'>`.
public struct DeviceAddress: Hashable, Sendable {
  /// The address; QEMU has domain 0 only, and nothing fits into slot 0 of bus 0.
  public let pci: PCIAddress
  /// Whether further functions of the same slot are in use.
  public let multifunction: Bool?

  /// Makes an address.
  ///
  /// - Throws: `address.domain`, `address.slot`.
  public init(pci: PCIAddress, multifunction: Bool? = nil) throws(Diagnostic) {
    guard pci.domain == 0 else {
      throw Diagnostic(
        .addressDomain,
        "the guest address \(pci) is in PCI domain \(pci.domain)",
        value: "\(pci)",
        bound: "domain 0: QEMU has no other"
      )
    }
    guard pci.bus != 0 || pci.slot != 0 else {
      throw Diagnostic(
        .addressSlot,
        "the guest address \(pci) is in slot 0 of bus 0, which is the host bridge's",
        value: "\(pci)",
        bound: "slot 1…31 on bus 0, 0…31 on other buses"
      )
    }
    self.pci = pci
    self.multifunction = multifunction
  }

  func write(to writer: inout XMLWriter) throws(Diagnostic) {
    try writer.element("address") { writer throws(Diagnostic) in
      try writer.attribute("type", "pci")
      try writer.attributes(of: pci)
      try writer.attribute("multifunction", onOff: multifunction)
    }
  }
}

extension Diagnostic.Code {
  /// A guest address in a PCI domain that QEMU does not have.
  public static let addressDomain = Diagnostic.Code(rawValue: "address.domain")
  /// A guest address in the slot of the host bridge.
  public static let addressSlot = Diagnostic.Code(rawValue: "address.slot")
}
