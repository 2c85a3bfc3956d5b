public import Addresses
package import InterfaceXML

/// A network device of a domain, as the domain's own XML has it: an `<interface>`, or a `<hostdev>`
/// that hands a PCI function of the host through.
public struct AttachedInterface: Hashable, Sendable {
  /// The kind of backend, as `bridge`; `pci` for a `<hostdev>`.
  public let type: String
  /// The guest's MAC address; a `<hostdev>` has none that libvirt knows of.
  public let mac: MACAddress?
  /// What the device is connected to, in short: the bridge's, network's or device's name, the
  /// socket's path, or the PCI address of the host's function.
  public let source: String?
  /// The name of the host's device; a stored configuration has it only when it was given.
  public let target: String?
  /// The model of the NIC that the guest sees.
  public let model: String?
  /// The device's alias: libvirt's own (`net0`, in a running guest only), or one given as `ua-…`.
  public let alias: String?
  /// The place on the guest's PCI bus.
  public let pciAddress: PCIAddress?

  package let element: XMLElement

  /// The whole element.
  public var xml: String { element.description }

  /// Whether it is an `<interface>`, not a `<hostdev>`.
  public var isInterface: Bool { element.name == "interface" }

  /// The function of the host that the device hands through; nil for another kind of device.
  package var hostFunction: PCIAddress? {
    guard type == "hostdev" || !isInterface else { return nil }
    return element.first("source")?.first("address").flatMap(Self.pciAddress)
  }

  /// Reads an `<interface>` or a `<hostdev>`.
  package init(_ element: XMLElement) {
    self.element = element
    type = element["type"] ?? ""
    mac = element.guestMAC
    source = element.first("source").flatMap(Self.shortSource)
    target = element.first("target")?["dev"]
    model = element.first("model")?["type"]
    alias = element.first("alias")?["name"]
    pciAddress = element.first("address").flatMap(Self.pciAddress)
  }

  /// The alias that a user gave, and that is the same in all definitions and for all time.
  package var lastingAlias: String? { alias.flatMap { $0.hasPrefix("ua-") ? $0 : nil } }

  private static func shortSource(_ source: XMLElement) -> String? {
    // A network's live XML also names the bridge it turned out to be: the network is what was asked.
    for attribute in ["network", "bridge", "dev", "path", "name", "switchid", "address", "port"] {
      if let value = source[attribute] { return value }
    }
    return source.first("address").flatMap(pciAddress).map(\.description)
  }

  private static func pciAddress(_ address: XMLElement) -> PCIAddress? {
    // The type may be left out in a hostdev's source.
    guard address["type"].map({ $0 == "pci" }) ?? true,
      let domain = number(address["domain"] ?? "0", as: UInt32.self),
      let bus = number(address["bus"], as: UInt8.self),
      let slot = number(address["slot"], as: UInt8.self),
      let function = number(address["function"] ?? "0", as: UInt8.self)
    else { return nil }
    return try? PCIAddress(domain: domain, bus: bus, slot: slot, function: function)
  }

  private static func number<Number: FixedWidthInteger>(
    _ text: String?,
    as _: Number.Type
  ) -> Number? {
    guard let text else { return nil }
    return text.hasPrefix("0x") ? Number(text.dropFirst(2), radix: 16) : Number(text)
  }
}

extension AttachedInterface {
  /// Whether both are one device of one running guest, whatever else about it changed meanwhile.
  package func isSameDevice(as other: AttachedInterface) -> Bool {
    mac == other.mac && alias == other.alias && pciAddress == other.pciAddress
  }
}

extension AttachedInterface {
  /// Everything that a selector can name this interface by.
  public var identity: String {
    [
      mac.map { "mac:\($0)" },
      alias.map { "alias:\($0)" },
      target.map { "target:\($0)" },
      pciAddress.map { "pci:\($0)" },
    ].compactMap(\.self).joined(separator: " ")
  }
}
