import Diagnostics
import InterfaceXML
import SeededRandom

// What says where the guest finds the device.

extension Maker {
  mutating func addPlace(_ interface: inout Interface) throws(Diagnostic) {
    interface.teaming = try sometimes { make throws(Diagnostic) -> Teaming in
      make.dice.once(in: 2) ? .persistent : .transient(persistent: try make.alias())
    }
    interface.link = maybeWord(Link.State.self).map { Link(state: $0) }
    interface.mtu = try sometimes { make throws(Diagnostic) in
      try MTU(size: make.number(MTU.sizes))
    }
    interface.boot = try sometimes { make throws(Diagnostic) in
      try Boot(
        order: make.number(Boot.orders),
        loadparm: make.dice.once(in: 2)
          ? make.string(of: ["a", "Z", "7", ".", " "], 1...7) + "z" : nil
      )
    }
    interface.alias = try sometimes { make throws(Diagnostic) in try make.alias() }
    interface.rom = try sometimes { make throws(Diagnostic) in try make.rom() }
    interface.acpi = try sometimes { make throws(Diagnostic) in
      try ACPI(
        index: make.dice.once(in: 4) ? nil : make.number(ACPI.indices),
        nodeset: NodeSet(nodes: [make.number(0...3), make.number(0...9), make.number(0...16383)])
      )
    }
    interface.address = try sometimes { make throws(Diagnostic) in
      try make.address(interface.source)
    }
  }

  private mutating func rom() throws(Diagnostic) -> ROM {
    dice.once(in: 4)
      ? try ROM(enabled: false)
      : try ROM(enabled: dice.pick(nil, true), bar: maybe() ?? true, file: dice.pick(nil, path()))
  }

  private mutating func address(_ source: Source) throws(Diagnostic) -> DeviceAddress {
    var kind = Int.random(in: 0..<10, using: &dice)
    if case .hostdev(let source) = source, !isWild { kind = source.isPCI ? 0 : 2 }
    switch kind {
    case 0: return .pci(try pciDeviceAddress())
    case 1:
      return .ccw(
        try CCWAddress(cssid: number(0...0xFE), ssid: number(0...3), devno: number(0...0xFFFF))
      )
    case 2:
      let port = try list(upTo: 4) { make throws(Diagnostic) in make.number(1...UInt32(255)) }
      return .usb(try USBAddress(bus: number(0...UInt32(Int32.max)), port: port))
    case 3: return .spaprVIO(reg: maybeNumber(0...UInt64.max))
    case 4: return .virtioMMIO
    case 5:
      return .isa(ISAAddress(iobase: maybeNumber(1...0xFFFF), irq: maybeNumber(1...0xFF)))
    case 6:
      return .drive(
        // libvirt prints a greater number as a negative one, which nobody reads.
        controller: number(0...UInt32(Int32.max)),
        bus: number(0...9),
        target: number(0...9),
        unit: number(0...9)
      )
    case 7:
      return .virtioSerial(controller: number(0...9), bus: number(0...9), port: number(0...9))
    case 8: return .ccid(controller: number(0...9), slot: number(0...9))
    default: return .dimm(slot: number(0...9), base: maybeNumber(1...UInt64.max))
    }
  }

  private mutating func pciDeviceAddress() throws(Diagnostic) -> PCIDeviceAddress {
    PCIDeviceAddress(
      pci: dice.once(in: 8) ? nil : try pciAddress(),
      multifunction: maybe(),
      zpci: dice.once(in: 4) ? .init(uid: number(0...0xFFFF), fid: number(0...UInt32.max)) : nil
    )
  }
}
