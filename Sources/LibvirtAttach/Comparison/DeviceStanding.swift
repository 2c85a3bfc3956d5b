import Diagnostics
package import DomainXML
import InterfaceXML

/// How a device stands in those definitions of a domain that it is to be in.
package struct DeviceStanding: Hashable, Sendable {
  /// In the running guest; nil when that is not to be changed.
  package let live: Standing?
  /// In the stored configuration; nil when that is not to be changed.
  package let config: Standing?

  init(live: Standing?, config: Standing?) {
    self.live = live
    self.config = config
  }

  /// Of a device that is to come into one definition.
  init(absentFrom definition: Definition) {
    self.init(
      live: definition == .live ? .absent : nil,
      config: definition == .config ? .absent : nil
    )
  }

  /// The definitions that lack it.
  package var missing: DefinitionParts {
    var parts: DefinitionParts = []
    if live == .absent { parts.insert(.live) }
    if config == .absent { parts.insert(.config) }
    return parts
  }

  /// The device as it is there: the running guest's, if it has one.
  package var device: AttachedInterface? { live?.device ?? config?.device }

  /// Both standings that there are.
  package var all: [(definition: Definition, standing: Standing)] {
    [(Definition.live, live), (.config, config)].compactMap { definition, standing in
      standing.map { (definition, $0) }
    }
  }

  /// The first device that is there and is another.
  var firstDifference: (Definition, AttachedInterface, [InterfaceDifference])? {
    for (definition, standing) in all {
      if case .different(let device, let differences) = standing {
        return (definition, device, differences)
      }
    }
    return nil
  }

  /// The report of a change to these definitions.
  func report(changed: DefinitionParts, device: AttachedInterface?) -> ChangeReport {
    func outcome(_ part: DefinitionParts, _ standing: Standing?) -> ChangeReport.Outcome {
      guard standing != nil else { return .untouched }
      return changed.contains(part) ? .changed : .unchanged
    }
    return ChangeReport(
      live: outcome(.live, live),
      config: outcome(.config, config),
      device: device
    )
  }
}

extension DomainSnapshot {
  /// How the device that a document asks for stands in these definitions.
  ///
  /// - Throws: `HotPlugError.refused` with what in the document libvirt would refuse.
  package func standing(
    of document: AttachDocument,
    in parts: DefinitionParts,
    _ ownership: Ownership = .vifs
  ) throws(HotPlugError) -> DeviceStanding {
    func standing(_ description: DomainDescription?) throws(Diagnostic) -> Standing {
      try description?.standing(of: document, ownership) ?? .absent
    }
    do throws(Diagnostic) {
      return DeviceStanding(
        live: parts.contains(.live) ? try standing(live) : nil,
        config: parts.contains(.config) ? try standing(config) : nil
      )
    } catch {
      throw .refused(error)
    }
  }

  /// The definitions that there are of these.
  func descriptions(
    in parts: DefinitionParts
  ) -> [(definition: Definition, description: DomainDescription)] {
    var all: [(Definition, DomainDescription)] = []
    if parts.contains(.live), let live { all.append((.live, live)) }
    if parts.contains(.config), let config { all.append((.config, config)) }
    return all
  }
}
