public import Diagnostics

/// An address on a channel subsystem of s390: `<address type='ccw' cssid='0xfe' …/>`.
public struct CCWAddress: Hashable, Sendable {
  /// The channel subsystem, 0…0xfe.
  public var cssid: UInt32
  /// The subchannel set, 0…3.
  public var ssid: UInt32
  /// The device's number, 0…0xffff.
  public var devno: UInt32

  /// Makes an address.
  ///
  /// - Throws: `value.out-of-range`, with the part's name for a path.
  public init(cssid: UInt32, ssid: UInt32, devno: UInt32) throws(Diagnostic) {
    for (name, value, maximum) in [
      ("cssid", cssid, UInt32(0xFE)), ("ssid", ssid, 3), ("devno", devno, 0xFFFF),
    ] where value > maximum {
      throw Diagnostic(
        .valueOutOfRange,
        "\(name) is \(value)",
        value: "\(value)",
        bound: "0…\(maximum)"
      ).at(name)
    }
    self.cssid = cssid
    self.ssid = ssid
    self.devno = devno
  }

  func writeAttributes(to writer: inout XMLWriter) throws(Diagnostic) {
    try writer.attribute("cssid", hexadecimal: cssid, digits: 1)
    try writer.attribute("ssid", hexadecimal: ssid, digits: 1)
    try writer.attribute("devno", hexadecimal: devno, digits: 4)
  }

  init(_ reader: inout ElementReader) throws(Diagnostic) {
    let cssid: UInt32? = try reader.number("cssid", .prefixed, in: 0...0xFE)
    let ssid: UInt32? = try reader.number("ssid", .prefixed, in: 0...3)
    let devno: UInt32? = try reader.number("devno", .prefixed, in: 0...0xFFFF)
    guard [cssid, ssid, devno].allSatisfy({ ($0 == nil) == (cssid == nil) }) else {
      throw Diagnostic(
        .addressPartial,
        "a ccw address has some of cssid, ssid and devno",
        bound: "all three, or none"
      )
    }
    self.cssid = cssid ?? 0
    self.ssid = ssid ?? 0
    self.devno = devno ?? 0
  }
}

/// An address on a USB bus of the guest: `<address type='usb' bus='0' port='1.2'/>`.
public struct USBAddress: Hashable, Sendable {
  /// The bus.
  public var bus: UInt32
  /// The port on each hub on the way, at most four; empty for one that libvirt chooses.
  public var port: [UInt32]

  /// Makes an address.
  ///
  /// - Throws: `value.out-of-range` for more than four ports, or a port 0.
  public init(bus: UInt32, port: [UInt32] = []) throws(Diagnostic) {
    guard port.count <= 4, !port.contains(0) else {
      throw Diagnostic(
        .valueOutOfRange,
        "there is no such way to a USB port",
        value: port.count > 4 ? port.map { "\($0)" }.joined(separator: ".") : "0",
        bound: "one to four numbers from 1 on, as 1.2"
      ).at("port")
    }
    self.bus = bus
    self.port = port
  }

  func writeAttributes(to writer: inout XMLWriter) throws(Diagnostic) {
    try writer.attribute("bus", printed: bus)
    if !port.isEmpty {
      try writer.attribute("port", port.map { "\($0)" }.joined(separator: "."))
    }
  }

  init(_ reader: inout ElementReader) throws(Diagnostic) {
    port = []
    if let text = reader.text("port") {
      let parts = text.split(separator: ".", omittingEmptySubsequences: false)
      let numbers = parts.map { LibvirtNumber.unsigned(String($0), as: UInt32.self) }
      guard parts.count <= 4, !numbers.contains(nil) else {
        throw reader.outOfRange("port", text, "one to four numbers, as 1.2")
      }
      // A zero ends the way.
      port = Array(numbers.compactMap(\.self).prefix { $0 > 0 })
    }
    bus = try reader.number("bus") ?? 0
  }
}

/// An address on an ISA bus: `<address type='isa' iobase='0x505' irq='0x1'/>`.
public struct ISAAddress: Hashable, Sendable {
  /// The first port; libvirt takes 0 for nothing said.
  public var iobase: UInt32?
  /// The interrupt; libvirt takes 0 for nothing said.
  public var irq: UInt32?

  /// Makes an address.
  public init(iobase: UInt32? = nil, irq: UInt32? = nil) {
    self.iobase = iobase
    self.irq = irq
  }

  func writeAttributes(to writer: inout XMLWriter) throws(Diagnostic) {
    try writer.attribute("iobase", hexadecimal: iobase, digits: 1)
    try writer.attribute("irq", hexadecimal: irq, digits: 1)
  }

  init(_ reader: inout ElementReader) throws(Diagnostic) {
    let iobase: UInt32? = try reader.number("iobase", .sixteen)
    let irq: UInt32? = try reader.number("irq", .sixteen)
    // libvirt takes 0 for nothing said.
    self.iobase = iobase == 0 ? nil : iobase
    self.irq = irq == 0 ? nil : irq
  }
}

extension Diagnostic.Code {
  /// An address of which parts are missing.
  public static let addressPartial = Self(rawValue: "address.partial")
}
