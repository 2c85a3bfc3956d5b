#if Libvirt
  import Diagnostics
  import DomainXML

  extension Domain {
    /// What would be done so that the domain has just these devices, and what stands against it.
    ///
    /// Nothing is changed, on the host neither: a socket that QEMU is to listen at is not tried out.
    ///
    /// - Parameters:
    ///   - documents: All devices that it is to have, each an `<interface>` or a `<hostdev>`, as a whole
    ///     document.
    ///   - scope: The definitions that count.
    ///   - ownership: Which of the devices that nobody asks for are to go.
    ///   - checksHost: Whether bridges, devices and sockets are looked for, where this process sees the
    ///     host.
    /// - Throws: `HotPlugError.refused` for what is no such document, else libvirt's reason.
    public func plan(
      _ documents: [String],
      _ scope: AttachScope = .existing,
      ownership: Ownership = .vifs,
      checksHost: Bool = true
    ) async throws(HotPlugError) -> DomainPlan {
      var (plan, before) = try await draft(documents, scope, ownership)
      if checksHost { await look(&plan, before, triesSockets: false) }
      return plan
    }

    /// Looks on the host for what the steps need.
    private func look(
      _ plan: inout DomainPlan,
      _ before: DomainSnapshot,
      triesSockets: Bool
    ) async {
      await plan.look(at: connection.host, before, triesSockets: triesSockets)
      await plan.lookForFunctions(on: connection)
    }

    private func draft(
      _ documents: [String],
      _ scope: AttachScope,
      _ ownership: Ownership
    ) async throws(HotPlugError) -> (plan: DomainPlan, before: DomainSnapshot) {
      let asked = try documents.map { (text) throws(HotPlugError) in
        try AttachDocument(parsing: text)
      }
      // A change of somebody who was cut off has written down what the guest may not get.
      let before = try await look(waitingForChanges: true).snapshot
      let parts = try before.existingParts(of: scope, domain: name)
      let plan = try DomainPlan(
        asked,
        before,
        parts,
        libvirt: connection.libvirtVersion,
        ownership: ownership
      )
      return (plan, before)
    }

    /// Makes the domain have just these devices.
    ///
    /// What is done is what ``plan(_:_:ownership:)`` says. It can be cut off at any moment and done
    /// again: each run goes on from what is there. When a step fails, what was done is undone, and what
    /// another client has done meanwhile is left alone.
    ///
    /// - Parameters:
    ///   - documents: All devices that it is to have, as for ``plan(_:_:ownership:)``.
    ///   - scope: The definitions that count.
    ///   - options: What may be replaced, and how long to wait. To refuse a difference is the same as
    ///     to update it here.
    ///   - done: Told of each step that was done.
    ///   - undone: Told of each step that was undone after another had failed, the last one first, and
    ///     of each that could not be.
    /// - Returns: What was done, step by step; one whose report has an obstacle left a device that was
    ///   to go.
    /// - Throws: `HotPlugError.rolledBack` when a step failed after something had been done, by others
    ///   or by itself, that was undone; else the step's own error. What can be seen to stand against a
    ///   step is told before the first one, and nothing is done.
    public func apply(
      _ documents: [String],
      _ scope: AttachScope = .existing,
      _ options: ChangeOptions = ChangeOptions(onDifference: .replace),
      done: (StepReport) -> Void = { _ in },
      undone: (UndoReport) -> Void = { _ in }
    ) async throws(HotPlugError) -> [StepReport] {
      var options = options
      if options.onDifference == .refuse { options.onDifference = .update }
      var (plan, before) = try await draft(documents, scope, options.ownership)
      if options.checksHost { await look(&plan, before, triesSockets: true) }
      let run = PlanRun(domain: self, options: options, before: before)
      if let obstacle = plan.steps.lazy.compactMap(\.obstacle).first { throw .refused(obstacle) }
      try run.refuseReplacements(of: plan)
      let steps = plan.steps.filter { $0.action != .none }
      var reports: [StepReport] = []
      for (index, step) in steps.enumerated() {
        do throws(HotPlugError) {
          let report = StepReport(
            number: index + 1,
            count: steps.count,
            step: step,
            report: try await run.make(step)
          )
          done(report)
          reports.append(report)
        } catch {
          guard !reports.isEmpty || error.leavesHalf else { throw error }
          let isWhole = await run.undo(steps, after: reports, error, told: undone)
          throw error.rolledBack(isWhole: isWhole)
        }
      }
      return reports
    }
  }
#endif
