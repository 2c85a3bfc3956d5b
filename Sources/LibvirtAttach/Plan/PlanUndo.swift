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
        let ending = await ending(of: step, reports.dropFirst(index).first?.report, error)
        if !ending.failures.isEmpty { isWhole = false }
        guard index < reports.count || ending.isChanged || !ending.failures.isEmpty else {
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
      for definition in [Definition.config, .live]
      where step.changed.contains(DefinitionParts(definition)) {
        do throws(HotPlugError) {
          let report = try await restore(step, in: definition)
          if report.isChanged { ending.isChanged = true }
          guard report.obstacle != nil else { continue }
          ending.failures.append(UndoReport.Failure(definition, .undoStillAttached(report)))
        } catch {
          ending.failures.append(UndoReport.Failure(definition, error.diagnosis, error))
        }
      }
      if report == nil, error.mayStillHappen {
        let words = "the step may yet be carried out"
        ending.failures.append(UndoReport.Failure(nil, .undoPending(words)))
      }
      return ending
    }

    /// Brings the device of a step back to what it was in one definition.
    private func restore(
      _ step: PlanStep,
      in definition: Definition
    ) async throws(HotPlugError) -> ChangeReport {
      let parts = DefinitionParts(definition)
      let now = try await domain.look().snapshot
      let present = now.descriptions(in: parts).flatMap(\.description.devices)
      guard let old = step.devices[definition] else {
        let new = present.first { step.document?.describes($0, options.ownership) ?? false }
        return try await remove(new, from: parts)
      }
      var putBack = options
      putBack.onDifference = .replace
      let change = DeviceChange(of: try AttachDocument(restoring: old), on: domain, putBack)
      guard step.document == nil else {
        let standing = try now.standing(of: change.document, in: parts, options.ownership)
        return try await change.bring(standing, now)
      }
      // What was taken off comes back beside others of its name.
      guard !present.contains(where: old.isSameDevice) else { return ChangeReport() }
      return try await change.attach(to: DeviceStanding(absentFrom: definition), now)
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

    /// Whether one half of the change was made, and the other was not.
    var leavesHalf: Bool {
      if case .interrupted = self { !mayStillHappen } else { false }
    }
  }

  extension ChangeReport {
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
