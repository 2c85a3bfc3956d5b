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
      devices[definition] = description.devices(besides: wanted, ownership)
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
    besides wanted: [PlanStep],
    _ ownership: Ownership
  ) -> [AttachedInterface] {
    var kept: Set<Int> = []
    for document in wanted.compactMap(\.document) {
      kept.formUnion(index.places(of: document, ownership))
      // What a replacement that was cut off has left is to go.
      kept.subtract(olderPlaces(of: document, ownership))
    }
    // It may be what another document asks for.
    kept.formUnion(wanted.compactMap(\.document).compactMap { newestPlace(of: $0, ownership) })
    return devices.indices.filter { !kept.contains($0) && ownership.includes(devices[$0]) }
      .map { devices[$0] }
  }
}
