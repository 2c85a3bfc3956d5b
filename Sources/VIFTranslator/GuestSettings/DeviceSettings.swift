import Addresses
import Diagnostics
import InterfaceXML
import JSONText

// The settings of the device and of what serves it, with more than one attribute.

extension DeviceAddress {
  enum Key: String, CaseIterable { case type, domain, bus, slot, function, multifunction }

  init(reading reader: inout JSONReader) throws(Diagnostic) {
    guard try reader.peekKind() == .object else {
      try self.init(pci: PCIAddress(reader.readString()))
      return
    }
    var parts: [Key: Int64] = [:]
    var multifunction: Bool?
    try reader.readClosedObject(of: Key.self) { reader, key throws(Diagnostic) in
      switch key {
      case .type: try reader.readPCIType()
      case .multifunction: multifunction = try reader.readTruth("on", "off")
      case .domain, .bus, .slot, .function: parts[key] = try reader.readAddressPart()
      }
    }
    guard let domain = UInt32(exactly: parts[.domain] ?? 0),
      let bus = UInt8(exactly: parts[.bus] ?? 0), let slot = UInt8(exactly: parts[.slot] ?? 0),
      let function = UInt8(exactly: parts[.function] ?? 0)
    else {
      throw Diagnostic(
        .valueOutOfRange,
        "a part of the PCI address is out of range",
        bound: "domain 0…0xffff, bus 0…0xff, slot 0…0x1f, function 0…7"
      )
    }
    try self.init(
      pci: PCIAddress(domain: domain, bus: bus, slot: slot, function: function),
      multifunction: multifunction
    )
  }
}

extension JSONReader {
  fileprivate mutating func readPCIType() throws(Diagnostic) {
    let type = try readString()
    guard type == "pci" else {
      throw Diagnostic(
        .valueNotAllowed,
        "an address of type '\(Diagnostic.shortened(type))' cannot be set here",
        value: type,
        bound: "pci"
      )
    }
  }

  /// A number, or text in hexadecimal as libvirt prints it: `"0x0a"`.
  fileprivate mutating func readAddressPart() throws(Diagnostic) -> Int64 {
    guard try peekKind() == .string else { return try readInteger() }
    let text = try readString()
    let isHexadecimal = text.hasPrefix("0x")
    let digits = isHexadecimal ? text.dropFirst(2) : text[...]
    // A sign would pass for a digit.
    guard digits.first?.isHexDigit == true,
      let part = Int64(digits, radix: isHexadecimal ? 16 : 10)
    else {
      throw Diagnostic(
        .valueNotAllowed,
        "'\(Diagnostic.shortened(text))' is no part of a PCI address",
        value: text,
        bound: "a number, or hexadecimal text as '0x0a'"
      )
    }
    return part
  }
}

extension ROM {
  enum Key: String, CaseIterable { case enabled, bar, file }

  init(reading reader: inout JSONReader) throws(Diagnostic) {
    var enabled: Bool?
    var bar: Bool?
    var file: String?
    try reader.readClosedObject(of: Key.self) { reader, key throws(Diagnostic) in
      switch key {
      case .enabled: enabled = try reader.readTruth("yes", "no")
      case .bar: bar = try reader.readTruth("on", "off")
      case .file: file = try reader.readString()
      }
    }
    try self.init(enabled: enabled, bar: bar, file: file)
  }
}

extension Coalesce {
  enum Key: String, CaseIterable { case rx }
  enum RxKey: String, CaseIterable { case frames }
  enum FramesKey: String, CaseIterable { case max }

  init(reading reader: inout JSONReader) throws(Diagnostic) {
    self = try reader.readAttribute(Key.rx) { reader throws(Diagnostic) in
      try reader.readAttribute(RxKey.frames) { reader throws(Diagnostic) in
        try reader.readAttribute(FramesKey.max) { reader throws(Diagnostic) in
          try Coalesce(rxFramesMax: reader.readInteger())
        }
      }
    }
  }
}

extension Teaming {
  enum Key: String, CaseIterable { case type, persistent }
  enum Kind: String, CaseIterable { case persistent, transient }

  init(reading reader: inout JSONReader) throws(Diagnostic) {
    var kind: Kind?
    var partner: Alias?
    try reader.readClosedObject(of: Key.self) { reader, key throws(Diagnostic) in
      switch key {
      case .type: kind = try reader.readWord()
      case .persistent: partner = try Alias(reader.readString())
      }
    }
    switch (kind, partner) {
    case (.persistent, nil): self = .persistent
    case (.transient, let partner?): self = .transient(persistent: partner)
    case (nil, _): throw Diagnostic.missingKey("type")
    case (.transient, nil): throw Diagnostic.missingKey("persistent")
    case (.persistent, _?):
      throw Diagnostic(
        .teamingPartner,
        "teaming persistent names no partner: the transient interface names this one",
        remedy: "leave persistent out"
      ).at("persistent")
    }
  }
}

extension Backend {
  enum Key: String, CaseIterable { case tap, vhost }

  init(reading reader: inout JSONReader) throws(Diagnostic) {
    var paths: [Key: String] = [:]
    try reader.readClosedObject(of: Key.self) { reader, key throws(Diagnostic) in
      paths[key] = try reader.readString()
    }
    try self.init(tap: paths[.tap], vhost: paths[.vhost])
  }
}

extension VHostUserSource.Reconnect {
  enum Key: String, CaseIterable { case enabled, timeout }

  init(reading reader: inout JSONReader) throws(Diagnostic) {
    var enabled = true
    var timeout: UInt32?
    try reader.readClosedObject(of: Key.self) { reader, key throws(Diagnostic) in
      switch key {
      case .enabled: enabled = try reader.readTruth("yes", "no")
      case .timeout: timeout = try reader.readUInt32()
      }
    }
    switch (enabled, timeout) {
    case (false, nil): self = .off
    case (true, let timeout?):
      do throws(Diagnostic) {
        try self.init(timeout: timeout)
      } catch {
        throw error.at("timeout")
      }
    case (true, nil): throw Diagnostic.missingKey("timeout")
    case (false, _?):
      throw Diagnostic(
        .reconnectOff,
        "reconnecting is off and has a timeout",
        remedy: "leave timeout out, or set enabled to true"
      ).at("timeout")
    }
  }
}

extension Diagnostic.Code {
  /// A partner named by the interface that stays.
  static let teamingPartner = Diagnostic.Code(rawValue: "teaming.partner")
  /// A timeout of reconnecting that is off.
  static let reconnectOff = Diagnostic.Code(rawValue: "reconnect.off")
}
