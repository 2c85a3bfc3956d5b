#if Libvirt
  import Diagnostics
  import DomainXML

  /// The steps of a plan, as they are made.
  struct PlanRun: Sendable {
    let domain: Domain
    let options: ChangeOptions
    /// What the domain had before the first of them.
    let before: DomainSnapshot

    /// Refuses a plan that needs a replacement, unless that is allowed.
    func refuseReplacements(of plan: DomainPlan) throws(HotPlugError) {
      guard options.onDifference != .replace else { return }
      for step in plan.steps where step.action == .replace {
        throw .refused(Diagnostic.notUpdatable(step.reasons).about(step))
      }
    }

    /// Makes a step.
    func make(_ step: PlanStep) async throws(HotPlugError) -> ChangeReport {
      guard let document = step.document else {
        return try await remove(step.devices, from: step.changed)
      }
      let now = try await domain.snapshot()
      return try await DeviceChange(of: document, on: domain, options).run(step.changed, now)
    }

    /// Takes a device off, where it is still there.
    ///
    /// - Parameter devices: The device as each definition has it.
    func remove(
      _ devices: [Definition: AttachedInterface],
      from parts: DefinitionParts
    ) async throws(HotPlugError) -> ChangeReport {
      let chosen = devices.filter { parts.contains(DefinitionParts($0.key)) }
      let plan = DetachPlan(chosen, in: try await domain.snapshot())
      return try await domain.carryOut(plan, parts, options.patience, options.progress)
    }
  }
#endif
