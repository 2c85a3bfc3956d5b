import Diagnostics
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
      try document.check(for: libvirt)
      try document.refuseDropped(by: libvirt)
      try snapshot.refuseDuplicate(of: document, ownership, leaving: leaving)
      guard step.live == .attach, let live = snapshot.live else { return nil }
      try live.refuseIfFull(for: document, taken: taken)
      if live.needsPort(document) { taken += 1 }
      return nil
    } catch {
      return error
    }
  }
}
