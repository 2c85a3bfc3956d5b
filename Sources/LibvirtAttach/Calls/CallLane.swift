import Synchronization

/// Makes libvirt's blocking calls on one thing, one after the other, each within a time.
///
/// A call that its caller gave up goes on by itself; the calls behind it do not wait for it.
final class CallLane: Sendable {
  /// So many calls may go on without their callers: each holds a thread, and libvirt's daemon takes
  /// five calls of a client at a time.
  static let mostAbandoned = 4

  private typealias Job = @Sendable (_ runner: Int) -> Void

  private struct State {
    var waiting: [Job] = []
    var isBusy = false
    /// The number of the thread that makes the calls; each before it was left to a call that hangs.
    var runner = 0
    var abandoned = 0
  }

  private let label: String
  private let state = Mutex(State())

  init(label: String) { self.label = label }

  /// Makes a call and waits for it without blocking the caller's thread, at most for `limit`.
  ///
  /// - Parameters:
  ///   - function: What is called, for the error that says that it was not answered.
  ///   - changes: Whether it changes anything, for that error too.
  ///   - limit: How long the caller waits, for those before it too.
  ///   - call: One synchronous stretch on one thread, as reading libvirt's errors needs it.
  func run<Value: Sendable>(
    _ function: String,
    changes: Bool = false,
    within limit: Duration,
    _ call: @escaping @Sendable () -> Value
  ) async throws(UnansweredCall) -> Value {
    let unsent = { (reason: UnansweredCall.Reason) in
      UnansweredCall(function: function, reason: reason, wasSent: false, changes: changes)
    }
    guard limit > .zero else { throw unsent(.deadline(limit)) }
    let abandoned = state.withLock(\.abandoned)
    guard abandoned < Self.mostAbandoned else { throw unsent(.congested(abandoned)) }
    let pending = PendingCall<Value>()
    let alarm = Alarm(after: limit) { [self] in giveUp(pending, .deadline(limit)) }
    let answer = await withTaskCancellationHandler {
      await withCheckedContinuation { caller in
        pending.wait(caller)
        enqueue { [self] runner in
          guard pending.begin(on: runner) else { return }
          if !pending.finish(call()) { state.withLock { $0.abandoned -= 1 } }
        }
      }
    } onCancel: {
      giveUp(pending, .cancelled)
    }
    alarm.cancel()
    switch answer {
    case .value(let value): return value
    case .givenUp(let reason, let wasSent):
      throw UnansweredCall(
        function: function,
        reason: reason,
        wasSent: wasSent,
        changes: changes
      )
    }
  }

  /// Does some work after the calls that wait already.
  func later(_ work: @escaping @Sendable () -> Void) { enqueue { _ in work() } }

  private func enqueue(_ job: @escaping Job) {
    let runner: Int? = state.withLock { state in
      state.waiting.append(job)
      guard !state.isBusy else { return nil }
      state.isBusy = true
      return state.runner
    }
    if let runner { start(runner) }
  }

  private func start(_ runner: Int) {
    CallQueue(label: label).later { [self] in
      BrokenPipe.ignored { while let job = next(for: runner) { job(runner) } }
    }
  }

  private func next(for runner: Int) -> Job? {
    state.withLock { state in
      guard state.runner == runner else { return nil }
      state.isBusy = !state.waiting.isEmpty
      return state.isBusy ? state.waiting.removeFirst() : nil
    }
  }

  /// Ends a caller's wait; if its call hangs, another thread makes those behind it.
  private func giveUp<Value>(_ pending: PendingCall<Value>, _ reason: UnansweredCall.Reason) {
    guard let hanging = pending.giveUp(reason) else { return }
    let runner: Int? = state.withLock { state in
      state.abandoned += 1
      guard state.runner == hanging else { return nil }
      state.runner += 1
      state.isBusy = !state.waiting.isEmpty
      return state.isBusy ? state.runner : nil
    }
    if let runner { start(runner) }
  }
}
