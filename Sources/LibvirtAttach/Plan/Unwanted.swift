import Addresses
import DomainXML

/// Own devices of a domain that nothing asks for.
struct Unwanted {
  /// A step for each of them, with the definitions that have it.
  private(set) var steps: [PlanStep] = []

  /// What a device is known by in both definitions.
  private enum Name: Hashable {
    case alias(String)
    case mac(MACAddress)
  }

  private var places: [Name: Int] = [:]

  /// - Parameter wanted: The steps of all devices that are asked for.
  init(
    _ snapshot: DomainSnapshot,
    _ parts: DefinitionParts,
    _ ownership: Ownership,
    besides wanted: [PlanStep]
  ) {
    for (definition, description) in snapshot.descriptions(in: parts) {
      var asked: Set<Int> = []
      var kept: [String: String] = [:]
      for step in wanted {
        if let document = step.document {
          asked.formUnion(description.index.places(of: document, ownership))
        }
        if let alias = step.devices[definition]?.lastingAlias {
          kept[VIFAlias.base(of: alias)] = alias
        }
      }
      for (place, device) in description.devices.enumerated() where ownership.includes(device) {
        guard asked.contains(place) else {
          add(device, definition, parts)
          continue
        }
        // What a replacement that was cut off has left has the other alias.
        if let alias = device.lastingAlias, let other = kept[VIFAlias.base(of: alias)],
          other != alias
        {
          add(device, definition, parts)
        }
      }
    }
  }

  private mutating func add(
    _ device: AttachedInterface,
    _ definition: Definition,
    _ parts: DefinitionParts
  ) {
    let name = device.lastingAlias.map(Name.alias) ?? device.mac.map(Name.mac)
    if definition == .config, let place = name.flatMap({ places[$0] }) {
      let both = steps[place].devices.merging([.config: device]) { $1 }
      steps[place] = PlanStep(removing: both, of: parts)
      return
    }
    if definition == .live, let name { places[name] = steps.count }
    steps.append(PlanStep(removing: [definition: device], of: parts))
  }
}
