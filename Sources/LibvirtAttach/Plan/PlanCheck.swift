public import Diagnostics
import DomainXML
import InterfaceXML

/// What stands against the steps of a plan, as far as the domain's own definitions tell.
struct PlanCheck {
  private let snapshot: DomainSnapshot
  private let libvirt: LibvirtVersion
  private let ownership: Ownership
  /// Devices that go before any comes.
  private let leaving: Set<AttachedInterface>
  /// How many places on the running guest's bus are taken by the steps before, less those that become
  /// free.
  private var taken: Int

  init(
    _ snapshot: DomainSnapshot,
    _ libvirt: LibvirtVersion,
    _ ownership: Ownership,
    leaving steps: [PlanStep]
  ) {
    self.snapshot = snapshot
    self.libvirt = libvirt
    self.ownership = ownership
    leaving = Set(steps.flatMap(\.devices.values))
    taken = -steps.count { $0.live == .detach }
  }

  /// Why a step would be refused; steps are asked about in their order.
  mutating func obstacle(to step: PlanStep) -> Diagnostic? {
    guard let document = step.document, step.action != .none else { return nil }
    do throws(Diagnostic) {
      try refuseForeign(step, document)
      try document.check(for: libvirt)
      try document.refuseDropped(by: libvirt)
      try snapshot.refuseDuplicate(of: document, ownership, leaving: leaving)
      guard step.live == .attach, let live = snapshot.live else { return nil }
      try live.refuseIfFull(for: document, taken: taken)
      if live.needsPort(document) { taken += 1 }
      return nil
    } catch {
      return error.about(step)
    }
  }

  /// Refuses to change a device that is no VIF's and was found by its address, not by its own alias.
  private func refuseForeign(_ step: PlanStep, _ document: AttachDocument) throws(Diagnostic) {
    guard ownership == .vifs, document.device.lastingAlias == nil else { return }
    for (definition, action) in [(Definition.live, step.live), (.config, step.config)] {
      guard action == .update || action == .replace, let device = step.devices[definition],
        !ownership.includes(device)
      else { continue }
      throw Diagnostic(
        .planForeign,
        "\(definition.place) has a device of others there",
        value: device.identity,
        remedy: "have those changed, too (--foreign), or leave it out"
      )
    }
  }
}

extension Diagnostic {
  /// The same diagnostic, with what the step is about before it.
  func about(_ step: PlanStep) -> Diagnostic {
    guard let device = step.asked else { return self }
    return about(device.identity.isEmpty ? device.source ?? device.type : device.identity)
  }
}

extension Diagnostic.Code {
  /// A device that is no VIF's would be changed.
  public static let planForeign = Self(rawValue: "plan.foreign")
}
