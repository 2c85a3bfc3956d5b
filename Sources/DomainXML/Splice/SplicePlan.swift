import Diagnostics
import InterfaceXML

/// What is to become of each network device of a domain, and what is to be added.
struct SplicePlan {
  /// What takes a device's place.
  private(set) var replacements: [DevicePlace: WrittenDevice] = [:]
  /// What goes.
  private(set) var removals: Set<DevicePlace> = []
  /// What is added, in the order it was given.
  private(set) var insertions: [WrittenDevice] = []

  /// Finds out which device of the domain each given one and each selector means.
  ///
  /// - Throws: A diagnostic with a code of `interface.…` or `splice.…`.
  init(
    for domain: DomainDocument,
    putting devices: [WrittenDevice],
    removing selectors: [InterfaceSelector]
  ) throws(Diagnostic) {
    let placed = domain.placedDevices
    let namesakes = NamesakeIndex(of: placed.map(\.device))
    let owners = AliasOwners(in: domain)
    for selector in selectors { removals.insert(try selector.choose(from: placed).place) }
    try Self.checkForTwins(among: devices)
    for device in devices {
      let old = try Self.namesake(of: device.device, among: placed, namesakes)
      try owners.checkThatAliasIsFree(for: device.device, inPlaceOf: old?.place)
      guard let old else {
        insertions.append(device)
        continue
      }
      guard !removals.contains(old.place) else {
        throw Diagnostic(
          .spliceConflict,
          "\(old.device.identity) is to be removed, and also replaced by \(device.device.identity)"
        )
      }
      guard replacements.updateValue(device, forKey: old.place) == nil else {
        throw Diagnostic(.spliceConflict, "\(old.device.identity) is to be replaced twice")
      }
    }
  }

  /// The device of the domain that has the same MAC address or the same lasting alias.
  private static func namesake(
    of device: AttachedInterface,
    among placed: [PlacedDevice],
    _ index: NamesakeIndex
  ) throws(Diagnostic) -> PlacedDevice? {
    let namesakes = index.namesakes(of: device).map { placed[$0] }
    guard namesakes.count > 1 else { return namesakes.first }
    throw Diagnostic(
      .interfaceAmbiguous,
      "\(device.identity) could replace each of \(namesakes.count) devices of the domain: "
        + namesakes.map(\.device.identity).joined(separator: "; ")
    )
  }

  private static func checkForTwins(among devices: [WrittenDevice]) throws(Diagnostic) {
    var index = NamesakeIndex()
    for (place, device) in devices.enumerated() {
      let twin = index.namesakes(of: device.device).first.map { devices[$0] }
      index.add(device.device, at: place)
      guard let twin else { continue }
      throw Diagnostic(
        .spliceConflict,
        "two devices are given for one: \(twin.device.identity); \(device.device.identity)"
      )
    }
  }
}

extension InterfaceSelector {
  /// The one device that is meant.
  fileprivate func choose(from placed: [PlacedDevice]) throws(Diagnostic) -> PlacedDevice {
    // An index counts interfaces, as they are listed; anything else may be a host device's too.
    let interfaces = placed.filter { $0.kind == .interface }
    let chosen: [PlacedDevice] =
      switch self {
      case .index:
        interfaces.enumerated().filter { matches($0.element.device, at: $0.offset) }
          .map(\.element)
      case .mac, .alias, .target, .pci, .vif: placed.filter { matches($0.device, at: 0) }
      }
    guard let first = chosen.first else {
      throw Diagnostic(.interfaceNotFound, "the domain has no interface \(self)")
    }
    guard chosen.count == 1 else {
      throw Diagnostic(
        .interfaceAmbiguous,
        "\(chosen.count) interfaces are \(self): "
          + chosen.map(\.device.identity).joined(separator: "; ")
      )
    }
    return first
  }
}

extension Diagnostic.Code {
  /// No interface of the domain is the one that is meant.
  public static let interfaceNotFound = Self(rawValue: "interface.not-found")
  /// Several interfaces of the domain are.
  public static let interfaceAmbiguous = Self(rawValue: "interface.ambiguous")
  /// Two changes to a domain that cannot both be made.
  public static let spliceConflict = Self(rawValue: "splice.conflict")
}
