/// Where in a domain new devices go.
enum InsertionPoint: Hashable {
  /// Behind a child of `<devices>`.
  case after(DevicePlace)
  /// Before all children of the `<devices>` that is this child of the domain.
  case first(container: Int)

  /// Where new devices of a kind go.
  ///
  /// Behind the last of the same kind, so that those that are there keep their order; in a domain
  /// without any, where libvirt itself would print them: behind the last device that it prints
  /// before them.
  init(for kind: DeviceKind, in domain: DomainDocument) {
    if let last = domain.placedDevices.last(where: { $0.kind == kind }) {
      self = .after(last.place)
      return
    }
    for container in domain.containers {
      let predecessor = container.extent.children.lastIndex {
        $0.isPlain && kind.predecessors.contains($0.name)
      }
      if let predecessor {
        self = .after(DevicePlace(container: container.index, child: predecessor))
        return
      }
    }
    self = .first(container: domain.containers.first?.index ?? 0)
  }
}
