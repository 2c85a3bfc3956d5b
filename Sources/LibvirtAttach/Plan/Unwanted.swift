import Addresses
import DomainXML

/// Own devices of a domain that nothing asks for.
struct Unwanted {
  /// A step for each of them, with the definitions that have it.
  let steps: [PlanStep]

  /// - Parameter wanted: The steps of all devices that are asked for.
  init(
    _ snapshot: DomainSnapshot,
    _ parts: DefinitionParts,
    _ ownership: Ownership,
    besides wanted: [PlanStep]
  ) {
    var devices: [Definition: [AttachedInterface]] = [:]
    for (definition, description) in snapshot.descriptions(in: parts) {
      devices[definition] = description.devices(in: definition, besides: wanted, ownership)
    }
    let (live, config) = (devices[.live] ?? [], devices[.config] ?? [])
    let counterparts = Self.counterparts(of: live, in: config)
    var steps: [PlanStep] = []
    for (device, place) in zip(live, counterparts) {
      var both = [Definition.live: device]
      if let place { both[.config] = config[place] }
      steps.append(PlanStep(removing: both, of: parts))
    }
    let paired = Set(counterparts.compactMap(\.self))
    for (place, device) in config.enumerated() where !paired.contains(place) {
      steps.append(PlanStep(removing: [.config: device], of: parts))
    }
    self.steps = steps
  }

  /// Where in the stored configuration each device of the running guest is; nil for one that is not.
  ///
  /// A replacement may have another number behind its alias in the running guest.
  private static func counterparts(
    of live: [AttachedInterface],
    in config: [AttachedInterface]
  ) -> [Int?] {
    let names: [(AttachedInterface) -> Name?] = [
      { $0.lastingAlias.map(Name.alias) },
      { $0.lastingAlias.map { .alias(VIFAlias.base(of: $0)) } },
      { $0.lastingAlias == nil ? $0.mac.map(Name.mac) : nil },
    ]
    var free = Set(config.indices)
    var counterparts = [Int?](repeating: nil, count: live.count)
    for name in names {
      var places: [Name: Int] = [:]
      for place in free.sorted(by: >) {
        if let name = name(config[place]) { places[name] = place }
      }
      for (index, device) in live.enumerated() where counterparts[index] == nil {
        guard let place = name(device).flatMap({ places[$0] }), free.remove(place) != nil else {
          continue
        }
        counterparts[index] = place
      }
    }
    return counterparts
  }

  /// What a device is known by in both definitions.
  private enum Name: Hashable {
    case alias(String)
    case mac(MACAddress)
  }
}

extension DomainDescription {
  /// The own devices that nothing asks for.
  fileprivate func devices(
    in definition: Definition,
    besides wanted: [PlanStep],
    _ ownership: Ownership
  ) -> [AttachedInterface] {
    var asked: Set<Int> = []
    var kept: [String: String] = [:]
    for step in wanted {
      if let document = step.document { asked.formUnion(index.places(of: document, ownership)) }
      if let alias = step.devices[definition]?.lastingAlias {
        kept[VIFAlias.base(of: alias)] = alias
      }
    }
    return devices.enumerated().filter { place, device in
      guard ownership.includes(device) else { return false }
      guard asked.contains(place), let alias = device.lastingAlias else {
        return !asked.contains(place)
      }
      // What a replacement that was cut off has left has the other alias.
      return kept[VIFAlias.base(of: alias)].map { $0 != alias } ?? false
    }.map(\.element)
  }
}
