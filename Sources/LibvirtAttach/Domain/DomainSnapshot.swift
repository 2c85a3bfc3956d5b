/// A domain's definitions at one time.
package struct DomainSnapshot: Hashable, Sendable {
  /// The running guest's; nil when there is none.
  package let live: DomainDescription?
  /// The stored configuration; nil for a transient domain.
  package let config: DomainDescription?

  package init(live: DomainDescription?, config: DomainDescription?) {
    self.live = live
    self.config = config
  }

  /// The definitions to change for a scope.
  func parts(of scope: AttachScope) -> DefinitionParts {
    scope.parts(isActive: live != nil, isPersistent: config != nil)
  }

  /// The definitions to change for a scope, all of which the domain has.
  ///
  /// - Parameter name: The domain's.
  /// - Throws: `HotPlugError.refused` with `domain.not-running` or `domain.transient`.
  func existingParts(
    of scope: AttachScope,
    domain name: String
  ) throws(HotPlugError) -> DefinitionParts {
    let parts = parts(of: scope)
    if parts.contains(.live), live == nil { throw .refused(.notRunning(domain: name)) }
    if parts.contains(.config), config == nil { throw .refused(.transient(domain: name)) }
    return parts
  }

  /// The device that a document is about, in whichever definition has it, the running guest's first.
  func device(of document: AttachDocument, _ ownership: Ownership) -> AttachedInterface? {
    for description in [live, config].compactMap(\.self) {
      if let place = description.newestPlace(of: document, ownership) {
        return description.devices[place]
      }
    }
    return nil
  }

  /// What this shows of a device that was to be in these definitions.
  func sighting(in parts: DefinitionParts, of isMeant: (AttachedInterface) -> Bool) -> Sighting {
    func presence(_ description: DomainDescription?) -> Sighting.Presence {
      description?.devices.contains(where: isMeant) == true ? .present : .absent
    }
    return Sighting(
      live: parts.contains(.live) ? presence(live) : nil,
      config: parts.contains(.config) ? presence(config) : nil
    )
  }
}
