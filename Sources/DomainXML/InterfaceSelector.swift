public import Addresses
public import Diagnostics

/// Which of a domain's interfaces is meant.
public enum InterfaceSelector: Hashable, Sendable {
  /// The one with this MAC address (`mac:52:54:00:00:00:01`, or the bare address).
  case mac(MACAddress)
  /// The one with this alias (`alias:net0`, `alias:ua-front`).
  case alias(String)
  /// The one behind this device of the host (`target:vnet0`).
  case target(String)
  /// The one at this place on the guest's PCI bus (`pci:0000:00:03.0`).
  case pci(PCIAddress)
  /// The one at this place in the list, from 1 (`index:2`).
  case index(Int)
  /// The one that was plugged in for the VIF of this id (`vif:dc065497-3c8d-…`): see ``VIFAlias``.
  case vif(UUID)

  /// Reads a selector.
  ///
  /// - Throws: `selector.malformed`, or the address's own fault.
  public init(_ text: String) throws(Diagnostic) {
    guard let colon = text.firstIndex(of: ":"), !Self.isHexadecimalPair(text[..<colon]) else {
      guard let mac = try? MACAddress(text) else { throw Self.malformed(text) }
      self = .mac(mac)
      return
    }
    let value = String(text[text.index(after: colon)...])
    guard !value.isEmpty else { throw Self.malformed(text) }
    switch text[..<colon] {
    case "mac": self = .mac(try MACAddress(value))
    case "alias": self = .alias(value)
    case "target": self = .target(value)
    case "pci": self = .pci(try PCIAddress(value))
    case "index":
      guard let index = Int(value), index >= 1 else { throw Self.malformed(text) }
      self = .index(index)
    case "vif": self = .vif(try UUID(value))
    default: throw Self.malformed(text)
    }
  }

  /// Whether this can be the first byte of a bare MAC address.
  private static func isHexadecimalPair(_ text: Substring) -> Bool {
    text.count == 2 && text.allSatisfy(\.isHexDigit)
  }

  private static func malformed(_ text: String) -> Diagnostic {
    Diagnostic(
      .selectorMalformed,
      "'\(Diagnostic.shortened(text))' names no interface",
      value: text,
      bound: "mac:ADDRESS, alias:NAME, target:DEVICE, pci:ADDRESS, index:N from 1, vif:ID"
    )
  }

  /// Whether this is the interface, or one of those, that is meant.
  ///
  /// - Parameter offset: Its place in the list, from 0.
  package func matches(_ interface: AttachedInterface, at offset: Int) -> Bool {
    switch self {
    case .mac(let mac): interface.mac == mac
    case .alias(let alias): interface.alias == alias
    case .target(let target): interface.target == target
    case .pci(let address): interface.pciAddress == address
    case .index(let index): offset == index - 1
    case .vif(let id): interface.alias == VIFAlias.name(of: id)
    }
  }
}

extension InterfaceSelector: CustomStringConvertible {
  /// The selector as it is written.
  public var description: String {
    switch self {
    case .mac(let mac): "mac:\(mac)"
    case .alias(let alias): "alias:\(alias)"
    case .target(let target): "target:\(target)"
    case .pci(let address): "pci:\(address)"
    case .index(let index): "index:\(index)"
    case .vif(let id): "vif:\(id)"
    }
  }
}

extension Diagnostic.Code {
  /// A text that is no interface selector.
  public static let selectorMalformed = Self(rawValue: "selector.malformed")
}
