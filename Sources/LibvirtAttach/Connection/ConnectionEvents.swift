#if Libvirt
  extension Connection {
    /// What happens to the connection's domains from now on, until the stream is let go.
    ///
    /// It outlives a loss of the connection: `DomainEvent.connectionLost` tells of that, and after
    /// ``reconnect()`` `DomainEvent.connectionRestored` that events may have been missed.
    ///
    /// - Throws: libvirt's reason for not telling, or why there is no connection.
    public func events() async throws(HotPlugError) -> AsyncStream<DomainEvent> {
      let (stream, continuation) = AsyncStream.makeStream(of: DomainEvent.self)
      let ticket = try await subscribe { event in
        if let event { continuation.yield(event) } else { continuation.finish() }
      }
      continuation.onTermination = { [self] _ in unsubscribe(ticket) }
      return stream
    }

    /// Has events told on libvirt's event thread, until ``unsubscribe(_:)``; nil when the connection
    /// was closed.
    func subscribe(
      _ receiver: @escaping EventHub.Receiver
    ) async throws(HotPlugError) -> EventHub.Ticket {
      let ticket = hub.add(receiver)
      do {
        try await register()
      } catch {
        unsubscribe(ticket)
        throw error
      }
      return ticket
    }

    /// Has no more events told.
    func unsubscribe(_ ticket: EventHub.Ticket) {
      hub.remove(ticket) { [weak self] in
        guard let self else { return }
        lane.later { [hub] in hub.deregisterIfUnwanted() }
      }
    }

    /// Has libvirt tell no more events, if nobody wants them.
    func deregister() async {
      // Also in a task that was cancelled; about one that is not answered nothing can be done.
      let task = Task { [lane, hub, settings] in
        try? await lane.run("virConnectDomainEventDeregisterAny", within: settings.callLimit) {
          hub.deregisterIfUnwanted()
        }
      }
      await task.value
    }

    /// Has libvirt tell its events, if it does not already.
    func register() async throws(HotPlugError) {
      try await call("virConnectDomainEventRegisterAny") { [hub] (handle) throws(LibvirtError) in
        try hub.register(on: handle)
      }
    }
  }
#endif
