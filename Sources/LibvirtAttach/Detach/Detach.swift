#if Libvirt
  import Diagnostics
  import DomainXML

  extension Domain {
    /// Takes a device off, and makes sure that it is off.
    ///
    /// libvirt reports success when the guest was merely asked. So the guest's own answer is waited
    /// for, and the domain is read again before this returns. The stored configuration is changed
    /// once the running guest has given the device up, and else left alone.
    ///
    /// - Parameters:
    ///   - selector: The device, looked up in the domain's own XML.
    ///   - scope: The definitions that it is to leave.
    ///   - patience: How often the guest is asked, and how long it may take.
    ///   - isOptional: Whether a device that is not there is no error.
    ///   - progress: Told what is going on, on any thread.
    /// - Returns: What was done; `ChangeReport.Outcome.stillAttached` when the guest did not give
    ///   the device up.
    /// - Throws: `HotPlugError.interfaceNotFound`, `.ambiguous` or `.refused` before anything is
    ///   changed; `.interrupted` when the outcome cannot be known, and when a later request failed of a
    ///   guest that may yet answer the first; else libvirt's reason.
    ///
    /// The corresponding C functions are `virDomainDetachDeviceAlias` for the running guest and
    /// `virDomainDetachDeviceFlags` for the configuration.
    public func detach(
      _ selector: InterfaceSelector,
      _ scope: AttachScope = .existing,
      patience: DetachPatience = DetachPatience(),
      ifPresent isOptional: Bool = false,
      progress: @escaping @Sendable (DetachProgress) -> Void = { _ in }
    ) async throws(HotPlugError) -> ChangeReport {
      let snapshot = try await snapshot()
      let parts = try snapshot.existingParts(of: scope, domain: name)
      let plan: DetachPlan
      do {
        plan = try DetachPlan(
          selector,
          live: parts.contains(.live) ? snapshot.live : nil,
          config: parts.contains(.config) ? snapshot.config : nil,
          isLenient: isOptional || scope == .existing || scope == .persistent
        )
      } catch .interfaceNotFound where isOptional {
        return ChangeReport(
          live: parts.contains(.live) ? .unchanged : .untouched,
          config: parts.contains(.config) ? .unchanged : .untouched
        )
      }
      return try await carryOut(plan, parts, patience, progress)
    }

    /// Takes a device off the definitions that have it: see ``detach(_:_:patience:ifPresent:progress:)``.
    ///
    /// - Parameter parts: The definitions that it is to leave.
    func carryOut(
      _ plan: DetachPlan,
      _ parts: DefinitionParts,
      _ patience: DetachPatience,
      _ progress: @escaping @Sendable (DetachProgress) -> Void
    ) async throws(HotPlugError) -> ChangeReport {
      try plan.refuseIfFatal(isEmbedded: connection.isEmbedded)

      var report = ChangeReport(device: plan.live ?? plan.config)
      if let device = plan.live {
        let (end, attempts) = try await Unplug(of: device, from: self, patience, progress).run()
        report.attempts = attempts
        switch end {
        case .gone: report.live = .changed
        case .guestEnded: report.live = .guestEnded
        case .stillAttached(let obstacle):
          report.live = .stillAttached
          report.obstacle = obstacle
          return report
        }
        report.warnings += await leftovers(of: device)
      } else if parts.contains(.live) {
        report.live = .unchanged
      }
      if let device = plan.config {
        let live: Sighting.Presence? = plan.live.map { _ in .absent }
        report.config = try await removeFromConfiguration(device, live: live)
      } else if parts.contains(.config) {
        report.config = .unchanged
      }
      return report
    }

    /// What a device has left behind on the host, as far as this process sees that.
    private func leftovers(of device: AttachedInterface) async -> [Diagnostic] {
      guard connection.host.hasSameFiles, let port = SwitchPort(of: device) else { return [] }
      let warning = await CallQueue(label: "libvirt.host").run { () throws(Never) in port.warning()
      }
      return warning.map { [$0] } ?? []
    }

    /// Takes a device off the stored configuration.
    ///
    /// - Parameter live: Whether the running guest still has it, for the error that says what was done.
    func removeFromConfiguration(
      _ device: AttachedInterface,
      live: Sighting.Presence?
    ) async throws(HotPlugError) -> ChangeReport.Outcome {
      let request = try DetachRequest(device)
      var cause: HotPlugError?
      do {
        try await call("virDomainDetachDeviceFlags", changes: true) {
          (handle) throws(LibvirtError) in
          try handle.detach(request.xml, from: .config)
        }
      } catch {
        cause = error
      }
      let after: DomainSnapshot
      do {
        // What libvirt has changed is there.
        after = try await look(at: cause == nil ? .config : nil).snapshot
      } catch .libvirt(let error) where error.code == LibvirtError.noDomain && live != nil {
        // Undefined since the guest ended, and its configuration with it.
        return .unchanged
      } catch {
        throw .interrupted(cause ?? error, Sighting(live: live, config: .unknown))
      }
      guard after.config?.devices.contains(where: device.isSameDevice) ?? false else {
        return cause?.leavesOutcomeOpen ?? true ? .changed : .unchanged
      }
      let sighting = Sighting(live: live, config: .present)
      guard let cause else { throw .contradicted(sighting, guestEnded: false) }
      throw live == nil && !cause.leavesOutcomeOpen ? cause : .interrupted(cause, sighting)
    }
  }
#endif
