#if Libvirt
  import Synchronization

  /// Hands a connection's events to all who asked for them, over all of its openings.
  ///
  /// libvirt takes a callback once a connection: so there is one registration, made for the first
  /// receiver. It is taken back some seconds after the last one is gone, and not at once, for a process
  /// often ends then: libvirt 9.0's daemon crashes when its client goes while it takes callbacks back.
  /// Both are done on the connection's lane, one after the other.
  final class EventHub: Sendable {
    /// Tells a receiver from the others.
    struct Ticket: Hashable, Sendable {
      fileprivate let number: Int
    }

    /// What is told; nil when nothing will follow.
    typealias Receiver = @Sendable (DomainEvent?) -> Void

    private static let idleTime = Duration.seconds(5)

    private struct State {
      var receivers: [Ticket: Receiver] = [:]
      var lastNumber = 0
      var registration: EventRegistration?
      /// Rings when nobody has wanted events for some time.
      var idle: Alarm?
      /// Whether a connection whose events were told was lost, and not opened again since.
      var wasLost = false
    }

    private let state = Mutex(State())

    /// Whether anybody wants events.
    var isWanted: Bool { state.withLock { !$0.receivers.isEmpty } }

    func add(_ receiver: @escaping Receiver) -> Ticket {
      state.withLock { state in
        state.lastNumber += 1
        let ticket = Ticket(number: state.lastNumber)
        state.receivers[ticket] = receiver
        state.idle = nil
        return ticket
      }
    }

    /// Tells a receiver nothing any more.
    ///
    /// - Parameter whenIdle: Called when nobody has wanted events for some time.
    func remove(_ ticket: Ticket, _ whenIdle: @escaping @Sendable () -> Void) {
      state.withLock { state in
        state.receivers[ticket] = nil
        guard state.receivers.isEmpty, state.registration != nil else { return }
        state.idle = Alarm(after: Self.idleTime, whenIdle)
      }
    }

    /// Receives the events of an open connection, unless it does already; blocks.
    func register(on handle: ConnectionHandle) throws(LibvirtError) {
      let known = state.withLock { $0.registration }
      if let known, known.isOn(handle) { return }
      let registration = try EventRegistration(on: handle) { [weak self] in self?.tell($0) }
      let isBack = state.withLock { state in
        state.registration = registration
        defer { state.wasLost = false }
        return state.wasLost
      }
      if isBack { tell(.connectionRestored) }
    }

    /// Takes the registration back if nobody wants events any more; blocks.
    func deregisterIfUnwanted() {
      let unwanted = state.withLock { state in
        state.receivers.isEmpty ? state.registration.take() : nil
      }
      unwanted?.withdraw()
    }

    /// Tells that the connection is lost.
    func lose(_ loss: ConnectionLoss) {
      let registration = state.withLock { state in
        state.wasLost = true
        return state.registration.take()
      }
      withExtendedLifetime(registration) { tell(.connectionLost(loss)) }
    }

    /// Tells that nothing will follow.
    func finish() {
      let receivers = state.withLock { state in
        defer { state.receivers = [:] }
        return Array(state.receivers.values)
      }
      for receiver in receivers { receiver(nil) }
    }

    /// Hands an event out; between libvirt's callback and those who wait for it.
    func tell(_ event: DomainEvent) {
      for receiver in state.withLock({ Array($0.receivers.values) }) { receiver(event) }
    }
  }
#endif
