#if Libvirt
  import Diagnostics
  import DomainXML

  /// The steps of a plan, made and unmade.
  struct PlanRun: Sendable {
    let domain: Domain
    /// What the domain had before the first step.
    let before: DomainSnapshot
    let options: ChangeOptions

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

    private func remove(
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

    /// Brings the devices of steps that were made back to what they were, the last one first.
    ///
    /// - Returns: Whether all are.
    func undo(_ steps: ArraySlice<PlanStep>) async -> Bool {
      var isWhole = true
      for step in steps.reversed() {
        for definition in [Definition.config, .live] {
          let part: DefinitionParts = definition == .live ? .live : .config
          guard step.changed.contains(part) else { continue }
          do throws(HotPlugError) {
            if try await !restore(step, in: definition) { isWhole = false }
          } catch {
            isWhole = false
          }
        }
      }
      return isWhole
    }

    /// Brings the device of a step back to what it was in one definition.
    ///
    /// - Returns: Whether it is.
    private func restore(
      _ step: PlanStep,
      in definition: Definition
    ) async throws(HotPlugError) -> Bool {
      let parts: DefinitionParts = definition == .live ? .live : .config
      let description = definition == .live ? before.live : before.config
      let old = description?.devices.first { step.isAbout($0, options.ownership) }
      let now = try await domain.look().snapshot
      guard let old else {
        let new = now.descriptions(in: parts).first?.description.devices.first {
          step.isAbout($0, options.ownership)
        }
        return try await remove(new, from: parts).obstacle == nil
      }
      var putBack = options
      putBack.onDifference = .replace
      let change = DeviceChange(of: try AttachDocument(restoring: old), on: domain, putBack)
      return try await change.run(parts, now).obstacle == nil
    }
  }

  extension HotPlugError {
    /// Whether libvirt may carry the change out yet.
    var mayStillHappen: Bool {
      switch self {
      case .interrupted(let cause, _), .rolledBack(let cause, _): cause.mayStillHappen
      default: leavesOutcomeOpen
      }
    }

    /// Whether one half of the change was made, and the other was not.
    var leavesHalf: Bool {
      if case .interrupted(let cause, _) = self { !cause.mayStillHappen } else { false }
    }
  }

  extension ChangeReport {
    /// Whether the guest may yet do what it was asked for, or has two devices for one.
    var isPending: Bool { addition != nil || obstacle == .timeout || obstacle == .paused }
  }

  extension PlanStep {
    /// Whether the step is about a device as it was, or is.
    fileprivate func isAbout(_ device: AttachedInterface, _ ownership: Ownership) -> Bool {
      if let document { return document.describes(device, ownership) }
      guard let own = self.device else { return false }
      if let alias = own.lastingAlias { return device.lastingAlias == alias }
      return device.mac == own.mac && device.source == own.source
    }
  }
#endif
