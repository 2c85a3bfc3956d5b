#if Libvirt
  import Synchronization

  /// One receiver of events, over all openings of a connection.
  final class EventSubscription: Sendable {
    private struct State {
      var registration: EventRegistration?
      /// Whether a connection that told events was lost.
      var wasLost = false
      var isWithdrawn = false
    }

    private let told: @Sendable (DomainEvent?) -> Void
    private let state = Mutex(State())

    /// A receiver that is told nil when nothing will follow.
    init(_ told: @escaping @Sendable (DomainEvent?) -> Void) { self.told = told }

    /// Receives the events of an open connection; blocks.
    func register(on handle: ConnectionHandle) throws(LibvirtError) {
      let registration = try EventRegistration(on: handle, told)
      let isBack: Bool = state.withLock { state in
        if !state.isWithdrawn { state.registration = registration }
        defer { state.wasLost = false }
        return state.wasLost
      }
      if isBack { told(.connectionRestored) }
    }

    /// Tells that the connection is lost.
    func lose(_ loss: ConnectionLoss) {
      let registration = state.withLock { state in
        state.wasLost = true
        return state.registration.take()
      }
      withExtendedLifetime(registration) { told(.connectionLost(loss)) }
    }

    /// Receives nothing any more.
    func withdraw() {
      _ = state.withLock { state in
        state.isWithdrawn = true
        return state.registration.take()
      }
    }

    /// Receives nothing any more, and tells so.
    func finish() {
      withdraw()
      told(nil)
    }
  }
#endif
