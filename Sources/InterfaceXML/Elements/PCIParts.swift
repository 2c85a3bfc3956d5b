import Addresses
import Diagnostics

// The parts of a PCI address as attributes: `domain='0x0000' bus='0x0a' slot='0x1f' function='0x7'`.

extension XMLWriter {
  /// A PCI address's parts, each with as many digits as libvirt gives it.
  mutating func attributes(of address: PCIAddress) throws(Diagnostic) {
    try attribute("domain", hexadecimal: address.domain, digits: 4)
    try attribute("bus", hexadecimal: address.bus, digits: 2)
    try attribute("slot", hexadecimal: address.slot, digits: 2)
    try attribute("function", hexadecimal: address.function, digits: 1)
  }
}

extension PCIAddress {
  /// Reads the parts, each 0 when it is not there.
  init(_ reader: inout ElementReader) throws(Diagnostic) {
    let domain: UInt32 = try reader.number("domain", .prefixed) ?? 0
    let bus: UInt32 = try reader.number("bus", .prefixed, in: 0...0xFF) ?? 0
    let slot: UInt32 = try reader.number("slot", .prefixed, in: 0...0x1F) ?? 0
    let function: UInt32 = try reader.number("function", .prefixed) ?? 0
    // libvirt does not look at the function of what it takes for no address.
    let isUnset = domain == 0 && bus == 0 && slot == 0
    guard function <= 7 || isUnset else {
      throw reader.outOfRange("function", "\(function)", "0…7")
    }
    try self.init(
      domain: domain,
      bus: UInt8(bus),
      slot: UInt8(slot),
      function: UInt8(min(function, 7))
    )
  }

  /// Whether libvirt takes this for no address: only a function is given, or nothing.
  var isUnset: Bool { domain == 0 && bus == 0 && slot == 0 }
}
