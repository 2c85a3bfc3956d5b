#if Libvirt
  /// Has a running guest give a device up, and waits for what it says.
  ///
  /// libvirt reports success when the guest was merely asked; only its event, and the definition
  /// read again after it, tell that the device is gone.
  final class Unplug: Sendable {
    /// What became of the device.
    enum End: Hashable, Sendable {
      case gone
      case guestEnded
      case stillAttached(ChangeReport.Obstacle)
    }

    private enum Signal: Sendable {
      case removed, refused, lifecycle, look
      case lost(ConnectionLoss)
      case timeUp(wait: Int)
    }

    private enum Answer: Hashable { case asked, busy, ended(End) }

    private let domain: Domain
    private let device: AttachedInterface
    private let patience: DetachPatience
    private let progress: @Sendable (DetachProgress) -> Void
    private let signals: AsyncStream<Signal>
    private let sender: AsyncStream<Signal>.Continuation

    init(
      of device: AttachedInterface,
      from domain: Domain,
      _ patience: DetachPatience,
      _ progress: @escaping @Sendable (DetachProgress) -> Void
    ) {
      self.domain = domain
      self.device = device
      self.patience = patience
      self.progress = progress
      (signals, sender) = AsyncStream.makeStream()
    }

    /// Asks, waits and asks again.
    ///
    /// - Returns: What became of the device, and how often the guest was asked.
    /// - Throws: `HotPlugError.interrupted` with a live device that is `underWay` for what fails after
    ///   the guest was asked: it may yet give the device up. Else the request's own error.
    func run() async throws(HotPlugError) -> (end: End, attempts: Int) {
      // Before the request: the answer may come before the call returns.
      let ticket = try await domain.connection.subscribe { [self] in take($0) }
      defer { domain.connection.unsubscribe(ticket) }
      var wasAsked = false
      var waits = 0
      for attempt in 1...patience.attempts {
        let budget = TimeBudget(patience.timeout)
        repeat {
          waits += 1
          do throws(HotPlugError) {
            let answer = try await ask(attempt)
            if answer == .asked { wasAsked = true }
            if let end = try await end(after: answer, waits, budget) { return (end, attempt) }
          } catch {
            guard wasAsked, !error.mayStillHappen else { throw error }
            if let end = try? await recovered(from: error) { return (end, attempt) }
            throw .interrupted(error, Sighting(live: .underWay))
          }
        } while !budget.isSpent
      }
      let isPaused = (try? await domain.isPaused) ?? false
      return (.stillAttached(isPaused ? .paused : .timeout), patience.attempts)
    }

    /// What became of the device after a request and the wait for what the guest says to it.
    private func end(
      after answer: Answer,
      _ number: Int,
      _ budget: TimeBudget
    ) async throws(HotPlugError) -> End? {
      switch answer {
      case .ended(let end): end
      case .asked: try await wait(number, budget.rest)
      // The port of a device that was just plugged in takes no request for five seconds.
      case .busy: try await wait(number, min(.seconds(1), budget.rest))
      }
    }

    /// Takes an event, on libvirt's event thread.
    private func take(_ event: DomainEvent?) {
      switch event {
      case .deviceRemoved(let domain, let alias):
        if isMeant(domain, alias) { sender.yield(.removed) }
      case .deviceRemovalFailed(let domain, let alias):
        if isMeant(domain, alias) { sender.yield(.refused) }
      case .lifecycle(let domain, _, _):
        if domain.uuid == self.domain.identity.uuid { sender.yield(.lifecycle) }
      case .connectionLost(let loss): sender.yield(.lost(loss))
      case .connectionRestored: sender.yield(.look)
      case .deviceAdded: break
      case nil: sender.finish()
      }
    }

    private func isMeant(_ domain: DomainIdentity, _ alias: String) -> Bool {
      domain.uuid == self.domain.identity.uuid && alias == device.alias
    }

    /// Asks the guest once.
    private func ask(_ attempt: Int) async throws(HotPlugError) -> Answer {
      let request = try DetachRequest(device)
      do {
        try await domain.call("virDomainDetachDeviceAlias", changes: true) {
          [device] (handle) throws(LibvirtError) in
          if let alias = device.alias {
            try handle.askForDevice(alias: alias)
          } else {
            try handle.detach(request.xml, from: .live)
          }
        }
        progress(.asked(device, attempt: attempt, of: patience.attempts))
        return .asked
      } catch .libvirt(let error) where error.isUnplugUnderWay {
        progress(.underWay(device, attempt: attempt, of: patience.attempts))
        return .asked
      } catch .libvirt(let error) where error.meansGuestIsBusy {
        progress(.guestIsBusy(device, attempt: attempt, of: patience.attempts))
        return .busy
      } catch .libvirt(let error) where error.meansDeviceMissing || error.meansNoGuest {
        // It was there a moment ago: an earlier request has just been answered.
        guard let end = try await end() else { throw .libvirt(error) }
        return .ended(end)
      } catch let error where error.leavesOutcomeOpen {
        if let end = try await recovered(from: error) { return .ended(end) }
        return .asked
      }
    }

    /// Waits for the guest's answer.
    ///
    /// - Parameters:
    ///   - number: Tells this wait from those before it.
    ///   - time: How long.
    /// - Returns: What became of the device; nil when it is still there.
    private func wait(_ number: Int, _ time: Duration) async throws(HotPlugError) -> End? {
      let alarm = Alarm(after: time) { [sender] in sender.yield(.timeUp(wait: number)) }
      defer { alarm.cancel() }
      for await signal in signals {
        switch signal {
        case .timeUp(number):
          // A look, in case that an event was lost.
          return try await end()
        case .timeUp: break
        case .refused:
          return try await end() ?? .stillAttached(.refused)
        case .lifecycle, .look:
          if let end = try await end() { return end }
        case .removed:
          if let end = try await end() { return end }
          // libvirt tells of it a moment before its definition shows it.
          _ = try? await Task.sleep(for: .milliseconds(20))
          sender.yield(.look)
        case .lost(let loss):
          progress(.connectionLost(loss))
          let error = HotPlugError.connectionLost(loss, wasSent: true)
          if let end = try await recovered(from: error) { return end }
        }
      }
      guard Task.isCancelled else { throw .connectionClosed }
      throw .unanswered(
        UnansweredCall(
          function: "virDomainDetachDeviceAlias",
          reason: .cancelled,
          wasSent: true,
          changes: true
        )
      )
    }

    /// What became of the device by the domain's own definition; nil while it is there.
    private func end() async throws(HotPlugError) -> End? {
      do {
        guard let live = try await domain.snapshot(of: .live).live else { return .guestEnded }
        return live.devices.contains(where: device.isSameDevice) ? nil : .gone
      } catch let error where error.meansNoGuest {
        return .guestEnded
      } catch let error where error.leavesOutcomeOpen {
        return try await recovered(from: error)
      }
    }

    /// What became of the device, seen through a new connection if the old one was lost.
    ///
    /// - Parameter cause: Why that is not known.
    private func recovered(from cause: HotPlugError) async throws(HotPlugError) -> End? {
      do {
        guard let live = try await domain.look(at: .live).snapshot.live else { return .guestEnded }
        return live.devices.contains(where: device.isSameDevice) ? nil : .gone
      } catch let look where look.meansNoGuest {
        return .guestEnded
      } catch {
        throw .interrupted(cause, Sighting(live: .unknown))
      }
    }
  }
#endif
