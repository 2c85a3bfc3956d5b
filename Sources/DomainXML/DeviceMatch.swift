import Addresses
public import Diagnostics
import InterfaceXML

/// What a VIF's document says of the device that it becomes, as far as a domain's devices are told
/// apart by it.
///
/// A domain's device is the VIF's when all of these agree:
///
/// | what | compared as | where |
/// |---|---|---|
/// | element | `interface` or `hostdev` | all |
/// | type | text | all |
/// | MAC address | 48 bits: case and separators do not count | interfaces |
/// | `source` | `bridge`, `network`, `dev`, `path`, or the address, as the type has it | all but ethernet |
/// | PCI address of the source | numbers: `0x0a`, `0x0A` and, of a careless writer, `0a` are one | host devices |
/// | name of the target | text, unless libvirt makes it up (`vnet…`, `macvtap…`, `macvlan…`, managed) | where the VIF has one; not vhostuser |
///
/// libvirt forgets target names that begin like its own, and gives such a device another name at
/// each start. Nothing else is compared, or even read: model, driver, mtu, VLAN, limits, filter,
/// link, alias, guest address and virtualport may be changed while the device stays the same one.
/// Where several devices agree, the one is meant whose virtualport has the VIF's `interfaceid`.
public struct DeviceMatch: Sendable {
  private let wanted: AttachedInterface

  /// Reads a VIF's document: one `<interface>` or `<hostdev>`.
  ///
  /// - Throws: As ``WrittenDevice/list(parsing:)``; `match.several` if there is more than one.
  public init(document: String) throws(Diagnostic) {
    let devices = try WrittenDevice.list(parsing: document)
    guard let first = devices.first, devices.count == 1 else {
      throw Diagnostic(
        .matchSeveral,
        "there are \(devices.count) devices in it",
        bound: "one device"
      )
    }
    wanted = first.device
  }

  /// Whether this device of a domain is the VIF's.
  public func agrees(with device: AttachedInterface) -> Bool {
    guard device.element.name == wanted.element.name, device.type == wanted.type,
      device.connection == wanted.connection, wanted.connection != .function(nil)
    else { return false }
    guard wanted.element.name == "interface" else { return true }
    return device.mac == wanted.mac && wanted.mac != nil && targetAgrees(with: device)
  }

  /// The VIF's device among those of a domain.
  ///
  /// - Returns: Its place in the list, from 0.
  /// - Throws: `match.none`, or `match.ambiguous` when several agree and nothing tells them apart.
  public func index(among devices: [AttachedInterface]) throws(Diagnostic) -> Int {
    var found = devices.indices.filter { agrees(with: devices[$0]) }
    if found.count > 1, let id = wanted.interfaceID {
      let exact = found.filter { devices[$0].interfaceID == id }
      if !exact.isEmpty { found = exact }
    }
    guard let index = found.first else { throw missing(among: devices) }
    guard found.count == 1 else {
      throw Diagnostic(
        .matchAmbiguous,
        "\(found.count) devices are like the VIF's: "
          + found.map { "index:\($0 + 1)" }.joined(separator: ", "),
        value: wanted.identity,
        remedy: "tell them apart by the guest's PCI address (pci:…)"
      )
    }
    return index
  }

  /// No device agrees; those that have the same address are told, with what is other about them.
  private func missing(among devices: [AttachedInterface]) -> Diagnostic {
    let near = devices.indices.filter { wanted.mac != nil && devices[$0].mac == wanted.mac }
    let hints = near.map {
      "index:\($0 + 1) has its MAC address, but \(otherness(of: devices[$0]))"
    }
    return Diagnostic(
      .matchNone,
      "no device of the domain is the VIF's",
      value: wanted.identity,
      remedy: hints.isEmpty ? nil : hints.joined(separator: "; ")
    )
  }

  private func otherness(of device: AttachedInterface) -> String {
    if device.type != wanted.type { return "is of type '\(device.type)'" }
    if device.connection != wanted.connection { return "another source" }
    return "target '\(device.target ?? "")'"
  }

  private func targetAgrees(with device: AttachedInterface) -> Bool {
    guard let target = wanted.target, InterfaceType(rawValue: wanted.type) != .vhostuser else {
      return true
    }
    let isManaged = wanted.element.first("target")?["managed"] != "no"
    return isManaged && Target.isGenerated(target) || device.target == target
  }
}

/// What a device is connected to.
private enum Connection: Hashable {
  /// Nothing but the target tells.
  case target
  /// These attributes of the source.
  case source([String?])
  /// A PCI function; nil when its address cannot be read.
  case function(PCIAddress?)
}

extension AttachedInterface {
  fileprivate var connection: Connection {
    let source = element.first("source")
    guard element.name == "interface", let type = InterfaceType(rawValue: type) else {
      return .function(source?.first("address").flatMap(Self.function))
    }
    func attributes(_ names: String...) -> Connection { .source(names.map { source?[$0] }) }
    switch type {
    case .ethernet, .user, .null: return .target
    case .bridge: return attributes("bridge")
    case .network: return attributes("network")
    case .direct, .vdpa: return attributes("dev")
    case .vhostuser: return attributes("path")
    case .hostdev: return .function(source?.first("address").flatMap(Self.function))
    case .mcast, .server, .client, .udp: return attributes("address", "port")
    case .internal: return attributes("name")
    case .vds: return attributes("switchid", "portid")
    }
  }

  /// The port's id on its switch.
  fileprivate var interfaceID: UUID? {
    let port = element.first("virtualport")
    let ids = port?.all("parameters").compactMap { $0["interfaceid"] } ?? []
    return ids.first.flatMap { try? UUID($0) }
  }

  private static func function(_ address: XMLElement) -> PCIAddress? {
    guard let domain = number(address["domain"] ?? "0"), let bus = number(address["bus"]),
      let slot = number(address["slot"]), let function = number(address["function"] ?? "0"),
      let bus = UInt8(exactly: bus), let slot = UInt8(exactly: slot),
      let function = UInt8(exactly: function)
    else { return nil }
    return try? PCIAddress(domain: domain, bus: bus, slot: slot, function: function)
  }

  /// libvirt reads `0x…` as hexadecimal and bare digits as decimal; other writers leave out the
  /// `0x`, which shows where there is a letter.
  private static func number(_ text: String?) -> UInt32? {
    guard let text else { return nil }
    if text.hasPrefix("0x") || text.hasPrefix("0X") { return UInt32(text.dropFirst(2), radix: 16) }
    return UInt32(text) ?? UInt32(text, radix: 16)
  }
}

extension Diagnostic.Code {
  /// No device of a domain is the VIF's.
  public static let matchNone = Self(rawValue: "match.none")
  /// More than one device of a domain may be the VIF's.
  public static let matchAmbiguous = Self(rawValue: "match.ambiguous")
  /// A document of several devices where one is wanted.
  public static let matchSeveral = Self(rawValue: "match.several")
}
