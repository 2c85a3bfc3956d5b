package import DomainXML

extension InterfaceSelector {
  /// The one interface that is meant.
  ///
  /// - Throws: `HotPlugError.interfaceNotFound`, or `HotPlugError.ambiguous` with all that match.
  package func choose(
    from interfaces: [AttachedInterface]
  ) throws(HotPlugError) -> AttachedInterface {
    let chosen = interfaces.enumerated()
      .filter { matches($0.element, at: $0.offset) }
      .map(\.element)
    guard let first = chosen.first else { throw .interfaceNotFound(self) }
    guard chosen.count == 1 else { throw .ambiguous(self, chosen) }
    return first
  }
}
