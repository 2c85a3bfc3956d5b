import Diagnostics
import InterfaceXML

/// What is to be done so that a domain has just the devices that are asked for.
///
/// Devices of others are left alone: see ``Ownership``.
public struct DomainPlan: Hashable, Sendable {
  /// What is done with each device, in the order in which it is done.
  ///
  /// What is added comes before what is taken off, but for a device that is in the way: with the same
  /// MAC address or host device, or on the only free port.
  public private(set) var steps: [PlanStep]

  /// Whether anything is done.
  public var isEmpty: Bool { steps.allSatisfy { $0.action == .none } }

  /// Tells a step what stands against it.
  mutating func setObstacle(_ obstacle: Diagnostic, at place: Int) {
    steps[place].obstacle = obstacle
  }

  /// Compares what is asked with what is there.
  ///
  /// - Parameters:
  ///   - documents: All devices that the domain is to have.
  ///   - snapshot: What it has.
  ///   - parts: The definitions that count.
  ///   - libvirt: The version that is to make the changes.
  ///   - ownership: Which devices may go.
  /// - Throws: `HotPlugError.refused` for two documents of one device, and for one that could not be
  ///   found again; for what cannot be read as a device. What stands against a step is told there.
  package init(
    _ documents: [AttachDocument],
    _ snapshot: DomainSnapshot,
    _ parts: DefinitionParts,
    libvirt: LibvirtVersion,
    ownership: Ownership
  ) throws(HotPlugError) {
    do throws(Diagnostic) {
      try PlanNames.check(documents)
      var wanted: [PlanStep] = []
      for document in documents {
        wanted.append(
          try PlanStep(document, snapshot, parts, libvirt: libvirt, ownership: ownership)
        )
      }
      let unwanted = Unwanted(snapshot, parts, ownership, besides: wanted).steps
      let added = wanted.filter { $0.action == .attach }
      let free = snapshot.live?.pciPorts?.free
      let hasRoom = free.map { free in added.count { $0.live == .attach } <= free } ?? true
      let needs = HostEnds(wanted.filter { $0.action != .none })
      let early = unwanted.filter { !hasRoom || needs.isInTheWay($0) }
      let late = hasRoom ? unwanted.filter { !needs.isInTheWay($0) } : []
      var steps = early + added + wanted.filter { $0.action == .update }
      steps += wanted.filter { $0.action == .replace } + late
      steps += wanted.filter { $0.action == .none }
      var check = PlanCheck(snapshot, libvirt, ownership, leaving: early)
      for index in steps.indices { steps[index].obstacle = check.obstacle(to: steps[index]) }
      self.steps = steps
    } catch {
      throw .refused(error)
    }
  }
}

extension PlanStep {
  /// What is to be done with a device that is asked for.
  fileprivate init(
    _ document: AttachDocument,
    _ snapshot: DomainSnapshot,
    _ parts: DefinitionParts,
    libvirt: LibvirtVersion,
    ownership: Ownership
  ) throws(Diagnostic) {
    var actions: [Definition: Action] = [:]
    var differences: [InterfaceDifference] = []
    var reasons: [String] = []
    var devices: [Definition: AttachedInterface] = [:]
    for (definition, description) in snapshot.descriptions(in: parts) {
      let standing = try description.standing(of: document, ownership)
      devices[definition] = standing.device
      switch standing {
      case .absent: actions[definition] = .attach
      case .equal: actions[definition] = Action.none
      case .different(let present, let found):
        differences += found.filter { !differences.contains($0) }
        actions[definition] = .update
        guard definition == .live else { break }
        let update = try LiveUpdate(to: document, from: present, found, for: libvirt)
        guard !update.obstacles.isEmpty else { break }
        actions[definition] = .replace
        reasons = update.obstacles.map(\.words)
      }
    }
    self.document = document
    self.devices = devices
    self.live = actions[.live]
    self.config = actions[.config]
    self.differences = differences
    self.reasons = reasons
  }
}
