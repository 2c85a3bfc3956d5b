public import Diagnostics
import DomainXML
import InterfaceXML

/// What is to be done so that a domain has just the devices that are asked for.
///
/// Devices of others are left alone: see ``Ownership``.
public struct DomainPlan: Hashable, Sendable {
  /// What is done with each device, in the order in which it is done.
  ///
  /// What is added comes before what is taken off, but for a device that is in the way: with the same
  /// MAC address or host device, or on the only free port.
  public let steps: [PlanStep]

  /// Whether anything is done.
  public var isEmpty: Bool { steps.allSatisfy { $0.action == .none } }

  /// Compares what is asked with what is there.
  ///
  /// - Parameters:
  ///   - documents: All devices that the domain is to have.
  ///   - snapshot: What it has.
  ///   - parts: The definitions that count.
  ///   - libvirt: The version that is to make the changes.
  ///   - ownership: Which devices may go.
  /// - Throws: `HotPlugError.refused` for two documents of one device, and for what libvirt would
  ///   refuse.
  package init(
    _ documents: [AttachDocument],
    _ snapshot: DomainSnapshot,
    _ parts: DefinitionParts,
    libvirt: LibvirtVersion,
    ownership: Ownership
  ) throws(HotPlugError) {
    do throws(Diagnostic) {
      try Self.refuseTwins(documents)
      var wanted: [PlanStep] = []
      for document in documents {
        wanted.append(
          try PlanStep(document, snapshot, parts, libvirt: libvirt, ownership: ownership)
        )
      }
      let kept = wanted.compactMap(\.device)
      let unwanted = Self.unwanted(snapshot, parts, ownership, besides: documents, kept)
      let added = wanted.filter { $0.action == .attach }
      let free = snapshot.live?.pciPorts?.free
      let hasRoom = free.map { free in added.count { $0.live == .attach } <= free } ?? true
      let early = unwanted.filter { step in !hasRoom || added.contains { step.isInTheWay(of: $0) } }
      steps =
        early + added + wanted.filter { $0.action == .update }
        + wanted.filter { $0.action == .replace } + unwanted.filter { !early.contains($0) }
        + wanted.filter { $0.action == .none }
    } catch {
      throw .refused(error)
    }
  }

  private static func refuseTwins(_ documents: [AttachDocument]) throws(Diagnostic) {
    for (index, document) in documents.enumerated() {
      for earlier in documents[..<index] where earlier.isTwin(of: document) {
        throw Diagnostic(
          .planTwins,
          "two of the devices that are asked for have one alias or MAC address (\(document.selector))",
          value: "\(document.selector)",
          remedy: "leave one of them out"
        )
      }
    }
  }

  /// Own devices that nothing asks for, each with the definitions that have it.
  private static func unwanted(
    _ snapshot: DomainSnapshot,
    _ parts: DefinitionParts,
    _ ownership: Ownership,
    besides documents: [AttachDocument],
    _ kept: [AttachedInterface]
  ) -> [PlanStep] {
    var steps: [PlanStep] = []
    for (definition, description) in snapshot.descriptions(in: parts) {
      for device in description.devices where ownership.includes(device) {
        let isAsked = documents.contains { $0.describes(device, ownership) }
        // What a replacement that was cut off has left has the other alias.
        let isLeftover = isAsked && kept.contains { $0.isOther(than: device) }
        guard !isAsked || isLeftover else { continue }
        if definition == .config,
          let index = steps.firstIndex(where: { $0.device.map(device.isCounterpart) ?? false })
        {
          steps[index] = PlanStep(
            removing: steps[index].device ?? device,
            live: .detach,
            config: .detach
          )
        } else {
          steps.append(
            PlanStep(
              removing: device,
              live: parts.contains(.live)
                ? (definition == .live ? .detach : PlanStep.Action.none) : nil,
              config: parts.contains(.config)
                ? (definition == .config ? .detach : PlanStep.Action.none) : nil
            )
          )
        }
      }
    }
    return steps
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
    var device: AttachedInterface?
    for (definition, description) in snapshot.descriptions(in: parts) {
      let standing = try description.standing(of: document, ownership)
      device = device ?? standing.device
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
    self.device = device
    self.live = actions[.live]
    self.config = actions[.config]
    self.differences = differences
    self.reasons = reasons
  }

  /// A device that is to go.
  init(removing device: AttachedInterface, live: Action?, config: Action?) {
    document = nil
    self.device = device
    self.live = live
    self.config = config
    differences = []
    reasons = []
  }

  /// Whether the device that goes has what one that comes is to have.
  fileprivate func isInTheWay(of other: PlanStep) -> Bool {
    guard let device, let asked = other.document?.device else { return false }
    if let mac = asked.mac, mac == device.mac { return true }
    if let target = asked.target, target == device.target { return true }
    return ["vhostuser", "hostdev", "vdpa", "pci"].contains(asked.type)
      && asked.source == device.source
  }
}

extension AttachDocument {
  /// Whether both would be one device.
  fileprivate func isTwin(of other: AttachDocument) -> Bool {
    if let alias = device.lastingAlias, alias == other.device.lastingAlias { return true }
    return device.mac != nil && device.mac == other.device.mac
  }
}

extension AttachedInterface {
  /// Whether both are one device in two definitions.
  fileprivate func isCounterpart(of other: AttachedInterface) -> Bool {
    if let alias = lastingAlias { return alias == other.lastingAlias }
    return other.lastingAlias == nil && mac != nil && mac == other.mac
  }

  /// Whether this is kept for a VIF that has another device as well.
  fileprivate func isOther(than device: AttachedInterface) -> Bool {
    guard let alias = lastingAlias, let other = device.lastingAlias else { return false }
    return alias != other && VIFAlias.base(of: alias) == VIFAlias.base(of: other)
  }
}

extension Diagnostic.Code {
  /// Two of the devices that are asked for are one.
  public static let planTwins = Self(rawValue: "plan.twins")
}
