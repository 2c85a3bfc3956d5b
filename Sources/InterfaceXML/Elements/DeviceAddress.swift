public import Addresses
public import Diagnostics

/// The device's address in the guest: libvirt's `<address>`.
public enum DeviceAddress: Hashable, Sendable {
  /// On a PCI bus.
  case pci(PCIDeviceAddress)
  /// On a channel subsystem of s390.
  case ccw(CCWAddress)
  /// On a USB bus.
  case usb(USBAddress)
  /// On the virtual bus of POWER; the number is the register, nil for one that libvirt chooses.
  case spaprVIO(reg: UInt64?)
  /// On a bus of virtio's that is mapped into memory.
  case virtioMMIO
  /// On an ISA bus.
  case isa(ISAAddress)
  /// On a disk controller, which is no place for a NIC, though libvirt keeps it.
  case drive(controller: UInt32, bus: UInt32, target: UInt32, unit: UInt32)
  /// On a serial controller of virtio's, which is no place for a NIC, though libvirt keeps it.
  case virtioSerial(controller: UInt32, bus: UInt32, port: UInt32)
  /// On a smart-card controller, which is no place for a NIC, though libvirt keeps it.
  case ccid(controller: UInt32, slot: UInt32)
  /// In a memory slot, which is no place for a NIC, though libvirt keeps it.
  case dimm(slot: UInt32, base: UInt64?)

  /// Makes an address on a PCI bus; QEMU has domain 0 only, and nothing fits into slot 0 of bus 0.
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
    self = .pci(PCIDeviceAddress(pci: pci, multifunction: multifunction))
  }

  /// The words for the kinds.
  enum Kind: String, CaseIterable {
    case pci, ccw, usb, isa, drive, ccid, dimm
    case spaprVIO = "spapr-vio"
    case virtioMMIO = "virtio-mmio"
    case virtioSerial = "virtio-serial"
  }

  var kind: Kind {
    switch self {
    case .pci: .pci
    case .ccw: .ccw
    case .usb: .usb
    case .spaprVIO: .spaprVIO
    case .virtioMMIO: .virtioMMIO
    case .isa: .isa
    case .drive: .drive
    case .virtioSerial: .virtioSerial
    case .ccid: .ccid
    case .dimm: .dimm
    }
  }

  func write(to writer: inout XMLWriter) throws(Diagnostic) {
    try writer.element("address") { writer throws(Diagnostic) in
      try writer.attribute("type", kind)
      switch self {
      case .pci(let address): try address.writeAttributes(to: &writer)
      case .ccw(let address): try address.writeAttributes(to: &writer)
      case .usb(let address): try address.writeAttributes(to: &writer)
      case .spaprVIO(let reg): try writer.attribute("reg", hexadecimal: reg, digits: 8)
      case .virtioMMIO: break
      case .isa(let address): try address.writeAttributes(to: &writer)
      case .drive(let controller, let bus, let target, let unit):
        try writer.attribute("controller", printed: controller)
        try writer.attribute("bus", printed: bus)
        try writer.attribute("target", printed: target)
        try writer.attribute("unit", printed: unit)
      case .virtioSerial(let controller, let bus, let port):
        try writer.attribute("controller", printed: controller)
        try writer.attribute("bus", printed: bus)
        try writer.attribute("port", printed: port)
      case .ccid(let controller, let slot):
        try writer.attribute("controller", printed: controller)
        try writer.attribute("slot", printed: slot)
      case .dimm(let slot, let base):
        try writer.attribute("slot", slot)
        try writer.attribute("base", hexadecimal: base, digits: 1)
      }
    }
  }
}

extension DeviceAddress {
  init(_ reader: inout ElementReader) throws(Diagnostic) {
    let kind: Kind = try reader.required(reader.word("type"), "type")
    switch kind {
    case .pci: self = .pci(try PCIDeviceAddress(&reader))
    case .ccw: self = .ccw(try CCWAddress(&reader))
    case .usb: self = .usb(try USBAddress(&reader))
    case .spaprVIO: self = .spaprVIO(reg: try reader.number("reg", .sixteen))
    case .virtioMMIO: self = .virtioMMIO
    case .isa: self = .isa(try ISAAddress(&reader))
    case .drive:
      self = .drive(
        controller: try reader.number("controller") ?? 0,
        bus: try reader.number("bus") ?? 0,
        target: try reader.number("target") ?? 0,
        unit: try reader.number("unit") ?? 0
      )
    case .virtioSerial:
      self = .virtioSerial(
        controller: try reader.number("controller") ?? 0,
        bus: try reader.number("bus") ?? 0,
        port: try reader.number("port") ?? 0
      )
    case .ccid:
      self = .ccid(
        controller: try reader.number("controller") ?? 0,
        slot: try reader.number("slot") ?? 0
      )
    case .dimm:
      let slot: UInt32 = try reader.required(reader.number("slot"), "slot")
      let base: UInt64? = try reader.number("base", .sixteen)
      self = .dimm(slot: slot, base: base == 0 ? nil : base)
    }
  }
}

extension XMLWriter {
  /// Writes a number of 32 bits as libvirt does where it takes it for one with a sign.
  mutating func attribute(_ name: StaticString, printed value: UInt32) throws(Diagnostic) {
    try attribute(name, printsExactly ? "\(value)" : "\(Int32(bitPattern: value))")
  }
}

extension Diagnostic.Code {
  /// A guest address in a PCI domain that QEMU does not have.
  public static let addressDomain = Diagnostic.Code(rawValue: "address.domain")
  /// A guest address in the slot of the host bridge.
  public static let addressSlot = Diagnostic.Code(rawValue: "address.slot")
}
