#if Libvirt
  extension Domain {
    /// Takes an interface off, and makes sure that it is off.
    ///
    /// libvirt reports success when the guest was merely asked. So the running guest's definition is
    /// read again until the interface is gone from it.
    ///
    /// - Parameters:
    ///   - selector: The interface, looked up in the domain's own XML.
    ///   - scope: The definitions that it is to leave.
    ///   - timeout: How long the guest may take. libvirt's own call takes up to five seconds, even
    ///     with a shorter timeout.
    /// - Returns: What was done; `ChangeReport.Outcome.stillAttached` when the guest did not give
    ///   the device up in time.
    /// - Throws: `HotPlugError.interfaceNotFound`, `.ambiguous` or `.refused` before anything is
    ///   changed, else libvirt's reason. A refusal by the running guest leaves the configuration
    ///   alone.
    ///
    /// The corresponding C function is `virDomainDetachDeviceFlags`.
    public func detach(
      _ selector: InterfaceSelector,
      _ scope: AttachScope = .existing,
      timeout: Duration = .seconds(20)
    ) async throws(HotPlugError) -> ChangeReport {
      let clock = ContinuousClock()
      let deadline = clock.now + timeout
      let parts = try await parts(of: scope)
      var live: DomainDescription?
      var config: DomainDescription?
      if parts.contains(.live) { live = try await description(of: .live) }
      if parts.contains(.config) { config = try await description(of: .config) }
      let plan = try DetachPlan(
        selector,
        live: live,
        config: config,
        isLenient: scope == .existing || scope == .persistent
      )
      try plan.refuseIfFatal(isEmbedded: connection.isEmbedded)
      let liveRequest = try plan.live.map { (interface) throws(HotPlugError) in
        try DetachRequest(interface)
      }
      let configRequest = try plan.config.map { (interface) throws(HotPlugError) in
        try DetachRequest(interface)
      }

      var report = ChangeReport(interface: plan.live ?? plan.config)
      if let liveRequest { try await ask(liveRequest) }
      if let configRequest {
        try await call { (handle) throws(LibvirtError) in
          try handle.detach(configRequest.xml, from: .config)
        }
        report.config = .changed
      }
      if let interface = plan.live {
        report.live =
          try await isGone(interface, before: deadline, on: clock) ? .changed : .stillAttached
      }
      return report
    }

    private func ask(_ request: DetachRequest) async throws(HotPlugError) {
      do {
        try await call { (handle) throws(LibvirtError) in
          try handle.detach(request.xml, from: .live)
        }
      } catch .libvirt(let error) where error.isUnplugUnderWay {
        // An earlier request is still with the guest: what is left to do is to wait for it.
      } catch .libvirt(let error) where error.code == LibvirtError.deviceMissing {
        // It was there a moment ago: an earlier request has just been answered.
      }
    }

    private func isGone(
      _ interface: AttachedInterface,
      before deadline: ContinuousClock.Instant,
      on clock: ContinuousClock
    ) async throws(HotPlugError) -> Bool {
      let pause = Duration.milliseconds(100)
      while true {
        do {
          let plugged = try await interfaces(in: .live)
          if !plugged.contains(where: { $0.isSameDevice(as: interface) }) { return true }
        } catch let error where error.meansNoGuest {
          // The guest was shut off meanwhile, and its devices went with it.
          return true
        }
        guard clock.now < deadline else { return false }
        do {
          try await clock.sleep(for: min(pause, clock.now.duration(to: deadline)))
        } catch {
          return false
        }
      }
    }
  }
#endif
