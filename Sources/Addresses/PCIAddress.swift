public import Diagnostics

/// The address of a PCI function: domain, bus, slot (device) and function.
///
/// Read and written as os-vif's `PCIAddress` field has it, `0000:0a:1f.7`; the bounds are those of
/// PCI itself, a slot of 5 bits and a function of 3.
public struct PCIAddress: Hashable, Sendable {
  /// PCI domain (segment): 0…0xffff, and beyond for what is behind a VMD controller.
  public let domain: UInt32
  /// Bus, 0…0xff.
  public let bus: UInt8
  /// Slot, 0…0x1f.
  public let slot: UInt8
  /// Function, 0…7.
  public let function: UInt8

  /// Makes an address of numbers.
  ///
  /// - Throws: `pci.malformed` for a slot over 0x1f or a function over 7.
  public init(domain: UInt32 = 0, bus: UInt8, slot: UInt8, function: UInt8) throws(Diagnostic) {
    guard slot <= 0x1F, function <= 7 else {
      throw Diagnostic(
        .pciMalformed,
        "there is no PCI slot \(slot), function \(function)",
        bound: "slot 0…31, function 0…7"
      )
    }
    self.domain = domain
    self.bus = bus
    self.slot = slot
    self.function = function
  }

  /// The address whose parts are all 0.
  public static let zero = PCIAddress()

  private init() {
    domain = 0
    bus = 0
    slot = 0
    function = 0
  }

  /// Reads an address.
  ///
  /// - Throws: `pci.malformed` unless the text is `DDDD:BB:SS.F` in hexadecimal, in bounds.
  public init(_ text: String) throws(Diagnostic) {
    guard let address = Self.parse(text.utf8.span) else {
      throw Diagnostic(
        .pciMalformed,
        "'\(Diagnostic.shortened(text))' is no PCI address",
        value: text,
        bound: "domain:bus:slot.function in hexadecimal, as 0000:0a:1f.7"
      )
    }
    self = address
  }

  private static func parse(_ bytes: Span<UInt8>) -> PCIAddress? {
    let colon = UInt8(ascii: ":")
    guard bytes.count == 12, bytes[4] == colon, bytes[7] == colon, bytes[10] == UInt8(ascii: "."),
      let domain = hexadecimal(bytes, from: 0, count: 4),
      let bus = hexadecimal(bytes, from: 5, count: 2),
      let slot = hexadecimal(bytes, from: 8, count: 2),
      let function = hexadecimal(bytes, from: 11, count: 1)
    else { return nil }
    return try? PCIAddress(
      domain: UInt32(domain),
      bus: UInt8(bus),
      slot: UInt8(slot),
      function: UInt8(function)
    )
  }
}

extension PCIAddress: CustomStringConvertible {
  /// The address as sysfs spells it: `0000:0a:1f.7`, with more digits for a domain beyond 0xffff.
  public var description: String {
    let digits = max(4, (UInt32.bitWidth - domain.leadingZeroBitCount + 3) / 4)
    return "\(hexadecimal(UInt64(domain), digits: digits)):\(hexadecimal(UInt64(bus), digits: 2))"
      + ":\(hexadecimal(UInt64(slot), digits: 2)).\(function)"
  }
}

extension Diagnostic.Code {
  /// A text is not a PCI address, or a part of one is out of bounds.
  public static let pciMalformed = Diagnostic.Code(rawValue: "pci.malformed")
}
