import Diagnostics
import DomainXML

extension DomainPlan {
  /// So many things are looked for at once: a switch may be waited for.
  private static let looksAtOnce = 8

  /// Looks on the host for what the steps need, and tells each step what stands against it.
  ///
  /// - Parameters:
  ///   - host: The host, as far as this process sees it.
  ///   - before: What the domain has: devices of the host that belong to it are in nobody's way.
  ///   - triesSockets: Whether sockets that QEMU is to listen at are tried out.
  mutating func look(at host: HostView, _ before: DomainSnapshot, triesSockets: Bool) async {
    let owned = Set((before.live?.devices ?? []).compactMap(\.target))
    let places = steps.indices.filter(needsHost)
    let looked = steps
    let found = await withTaskGroup(of: (Int, Diagnostic?).self) { group in
      var found: [(Int, Diagnostic)] = []
      for (number, place) in places.enumerated() {
        if number >= Self.looksAtOnce, let (index, obstacle) = await group.next(), let obstacle {
          found.append((index, obstacle))
        }
        let step = looked[place]
        group.addTask {
          // An update or a replacement may listen where the old device does.
          let triesSockets = triesSockets && step.live == .attach
          return (place, await step.obstacle(on: host, owned, triesSockets: triesSockets))
        }
      }
      for await (index, obstacle) in group {
        if let obstacle { found.append((index, obstacle)) }
      }
      return found
    }
    for (place, obstacle) in found { setObstacle(obstacle, at: place) }
  }

  /// Whether the step at a place needs something of the host, and nothing is known to stand against it.
  private func needsHost(_ place: Int) -> Bool {
    let step = steps[place]
    return step.document != nil && step.obstacle == nil && (step.live ?? .none) != .none
  }
}

#if Libvirt
  extension DomainPlan {
    /// Looks for the host's functions that the steps need.
    mutating func lookForFunctions(on connection: Connection) async {
      let needed = steps.indices.filter(needsHost).compactMap { place in
        steps[place].document?.device.hostFunction.map { (place: place, function: $0) }
      }
      let missing = await connection.missing(
        of: Set(needed.map(\.function)),
        within: connection.settings.callLimit
      )
      for (place, function) in needed where missing.contains(function) {
        setObstacle(Diagnostic.missing(function).about(steps[place]), at: place)
      }
    }
  }
#endif

extension PlanStep {
  fileprivate func obstacle(
    on host: HostView,
    _ owned: Set<String>,
    triesSockets: Bool
  ) async -> Diagnostic? {
    guard let document else { return nil }
    do throws(Diagnostic) {
      try await CallQueue(label: "libvirt.host").run { () throws(Diagnostic) in
        try document.refuseIfMissing(on: host, owned: owned, triesSockets: triesSockets)
      }
      return nil
    } catch {
      return error.about(self)
    }
  }
}
