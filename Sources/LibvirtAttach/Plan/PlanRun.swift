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
        return try await remove(step.device, from: step.changed)
      }
      let now = try await domain.snapshot()
      return try await DeviceChange(of: document, on: domain, options).run(step.changed, now)
    }

    /// Takes a device off, if it is still there.
    func remove(
      _ device: AttachedInterface?,
      from parts: DefinitionParts
    ) async throws(HotPlugError) -> ChangeReport {
      guard let device else { return ChangeReport() }
      guard let selector = PlanStep(removing: [.live: device], of: .live).selector else {
        throw .refused(
          Diagnostic(
            .planNameless,
            "the \(device.type) device cannot be named to take it off",
            value: device.source,
            remedy: "take it off by hand"
          )
        )
      }
      return try await domain.detach(
        selector,
        parts == [.live, .config] ? .liveAndConfig : parts == .live ? .live : .config,
        patience: options.patience,
        ifPresent: true,
        progress: options.progress
      )
    }
  }
#endif
