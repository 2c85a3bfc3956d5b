#if Libvirt
  import DomainXML

  extension PlanRun {
    /// What became of bringing the device of a step back.
    private struct Ending {
      /// Whether there was anything to bring back.
      var isChanged = false
      var failures: [UndoReport.Failure] = []
    }

    /// Brings the devices of steps back to what they were, the last one first.
    ///
    /// What a step found as it was to be, or gone, is another client's doing and is left alone.
    ///
    /// - Parameters:
    ///   - steps: All steps of the plan.
    ///   - reports: What was done by those that were made.
    ///   - error: Why the one behind them failed, which may have changed one definition of two.
    ///   - told: Told of each step that was undone, or that could not be.
    /// - Returns: Whether all are as they were.
    func undo(
      _ steps: [PlanStep],
      after reports: [StepReport],
      _ error: HotPlugError,
      told: (UndoReport) -> Void
    ) async -> Bool {
      var isWhole = true
      for (index, step) in steps.prefix(reports.count + 1).enumerated().reversed() {
        let report = reports.dropFirst(index).first?.report
        let ending = await ending(of: step, report, error)
        if !ending.failures.isEmpty { isWhole = false }
        guard report?.isChanged ?? false || ending.isChanged || !ending.failures.isEmpty else {
          continue
        }
        told(
          UndoReport(number: index + 1, count: steps.count, step: step, failures: ending.failures)
        )
      }
      return isWhole
    }

    /// - Parameter report: What the step has done; nil for the one that failed.
    private func ending(
      of step: PlanStep,
      _ report: ChangeReport?,
      _ error: HotPlugError
    ) async -> Ending {
      if let words = report?.pendingWords {
        // Whatever is asked of the guest now it would do besides.
        let failure = UndoReport.Failure(.live, .undoPending(words))
        return Ending(failures: [failure])
      }
      var ending = Ending()
      let isPending = report == nil && error.mayStillHappen
      for definition in [Definition.config, .live]
      where step.changed.contains(DefinitionParts(definition))
        && report?.outcome(in: definition).isChange ?? error.mayHaveChanged
      {
        do throws(HotPlugError) {
          for report in try await restore(step, report, in: definition, isPending: isPending) {
            if report.isChanged { ending.isChanged = true }
            guard report.obstacle != nil else { continue }
            ending.failures.append(UndoReport.Failure(definition, .undoStillAttached(report)))
          }
        } catch {
          ending.failures.append(UndoReport.Failure(definition, error.diagnosis, error))
        }
      }
      if isPending {
        let words = "the step may yet be carried out"
        ending.failures.append(UndoReport.Failure(nil, .undoPending(words)))
      }
      return ending
    }

    /// Brings the device of a step back to what it was in one definition.
    ///
    /// - Parameters:
    ///   - done: What the step has done; nil for the one that failed.
    ///   - isPending: Whether the step may yet be carried out.
    /// - Returns: What was done; the last one alone may have an obstacle.
    private func restore(
      _ step: PlanStep,
      _ done: ChangeReport?,
      in definition: Definition,
      isPending: Bool
    ) async throws(HotPlugError) -> [ChangeReport] {
      let parts = DefinitionParts(definition)
      let now = try await domain.look().snapshot
      guard let old = step.devices[definition] else {
        guard let new = addition(of: step, done, in: parts, now) else { return [] }
        return [try await remove([definition: new], from: parts)]
      }
      var putBack = options
      putBack.onDifference = .replace
      let change = DeviceChange(of: try AttachDocument(restoring: old), on: domain, putBack)
      guard let asked = step.document else {
        return [try await putBackIfGone(old, by: change, in: definition, now)]
      }
      if isPending, definition == .live {
        // A guest that was asked for the old device is to be left with the new one.
        guard try now.standing(of: change.document, in: parts, options.ownership).missing == parts
        else { return [] }
      }
      var reports: [ChangeReport] = []
      for addition in additions(of: asked, beside: old, in: parts, now) {
        let report = try await remove([definition: addition], from: parts)
        reports.append(report)
        guard report.obstacle == nil else { return reports }
      }
      let rest = reports.isEmpty ? now : try await domain.look().snapshot
      let standing = try rest.standing(of: change.document, in: parts, options.ownership)
      return reports + [try await change.bring(standing, rest)]
    }

    /// The device that a step has plugged in where there was none: of several, the very one that it
    /// says, and else the newest.
    private func addition(
      of step: PlanStep,
      _ done: ChangeReport?,
      in parts: DefinitionParts,
      _ now: DomainSnapshot
    ) -> AttachedInterface? {
      guard let document = step.document else { return nil }
      if let alias = done?.device?.lastingAlias,
        let own = now.devices(in: parts).first(where: { $0.alias == alias })
      {
        return own
      }
      return now.descriptions(in: parts).lazy.map(\.description).compactMap { description in
        description.newestPlace(of: document, options.ownership).map { description.devices[$0] }
      }.first
    }

    /// The devices that a replacement has plugged in beside the old one.
    private func additions(
      of asked: AttachDocument,
      beside old: AttachedInterface,
      in parts: DefinitionParts,
      _ now: DomainSnapshot
    ) -> [AttachedInterface] {
      let present = now.devices(in: parts)
      guard present.contains(where: old.isSameDevice) else { return [] }
      let known = before.devices(in: parts)
      return present.filter { device in
        asked.describes(device, options.ownership) && !known.contains(where: device.isSameDevice)
      }
    }

    /// Plugs a device in again that was taken off, unless another client has done that.
    ///
    /// - Throws: `HotPlugError.differs` if that client's is another.
    private func putBackIfGone(
      _ old: AttachedInterface,
      by change: DeviceChange,
      in definition: Definition,
      _ now: DomainSnapshot
    ) async throws(HotPlugError) -> ChangeReport {
      let parts = DefinitionParts(definition)
      let present = now.devices(in: parts)
      guard !present.contains(where: old.isSameDevice) else { return ChangeReport() }
      // Several may have had its name, and each comes back beside the others.
      let had = before.devices(in: parts).count(where: change.document.isDescription)
      guard present.count(where: change.document.isDescription) >= had else {
        return try await change.attach(to: DeviceStanding(absentFrom: definition), now)
      }
      let standing = try now.standing(of: change.document, in: parts)
      if let (definition, device, differences) = standing.firstDifference {
        throw .differs(device, definition, differences)
      }
      return ChangeReport()
    }
  }

  extension DomainSnapshot {
    /// All devices of these definitions.
    fileprivate func devices(in parts: DefinitionParts) -> [AttachedInterface] {
      descriptions(in: parts).flatMap(\.description.devices)
    }
  }

  extension HotPlugError {
    /// Whether libvirt or the guest may carry the change out yet.
    var mayStillHappen: Bool {
      switch self {
      case .interrupted(let cause, let sighting): sighting.live == .underWay || cause.mayStillHappen
      case .rolledBack(let cause, _): cause.mayStillHappen
      case .unanswered(let call): call.wasSent
      default: leavesOutcomeOpen
      }
    }

    /// Whether something was changed, and nothing of it is under way any more.
    var leavesHalf: Bool { mayHaveChanged && !mayStillHappen }

    /// Whether a change that failed so may have changed something.
    fileprivate var mayHaveChanged: Bool {
      switch self {
      case .interrupted, .contradicted, .rolledBack(_, isWhole: false): true
      default: mayStillHappen
      }
    }

    /// The error of a plan whose step failed so.
    ///
    /// - Parameter isWhole: Whether all steps, this one too, were wholly undone.
    func rolledBack(isWhole: Bool) -> HotPlugError {
      // What became of undoing the step alone does not count any more.
      if case .rolledBack(let cause, _) = self { return .rolledBack(cause, isWhole: isWhole) }
      return .rolledBack(self, isWhole: isWhole)
    }
  }

  extension ChangeReport {
    fileprivate func outcome(in definition: Definition) -> Outcome {
      switch definition {
      case .live: live
      case .config: config
      }
    }

    /// What the guest may yet do that it was asked for; nil when nothing of that is open.
    fileprivate var pendingWords: String? {
      if addition != nil {
        return "the guest has the new device, too, and may yet give the old one up"
      }
      switch obstacle {
      case .timeout, .paused: return "the guest was asked for the device, and may yet give it up"
      case .refused, nil: return nil
      }
    }
  }
#endif
