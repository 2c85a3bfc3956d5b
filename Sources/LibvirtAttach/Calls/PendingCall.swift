import Synchronization

/// A blocking call between its caller, who may stop waiting, and the thread that makes it.
final class PendingCall<Value: Sendable>: Sendable {
  /// How the caller's wait ended.
  enum Answer: Sendable {
    /// The call came back with this.
    case value(Value)
    /// The caller stopped waiting, before or after libvirt was called.
    case givenUp(UnansweredCall.Reason, wasSent: Bool)
  }

  private enum Phase {
    case waiting
    case running(runner: Int)
    case over
  }

  private struct State {
    var phase = Phase.waiting
    var caller: CheckedContinuation<Answer, Never>?
    /// The answer for a caller that has not begun to wait.
    var early: Answer?
  }

  private let state = Mutex(State())

  /// Has the caller wait.
  func wait(_ caller: CheckedContinuation<Answer, Never>) {
    let early = state.withLock { state in
      if state.early == nil { state.caller = caller }
      return state.early
    }
    if let early { caller.resume(returning: early) }
  }

  /// Whether the call is still wanted; if so, this runner is making it from now on.
  func begin(on runner: Int) -> Bool {
    state.withLock { state in
      guard case .waiting = state.phase else { return false }
      state.phase = .running(runner: runner)
      return true
    }
  }

  /// Gives the caller the call's result.
  ///
  /// - Returns: Whether anybody still waited for it; else it is dropped.
  func finish(_ value: Value) -> Bool { end { _ in .value(value) } != nil }

  /// Ends the caller's wait.
  ///
  /// - Returns: The runner whose call goes on without its caller, if any.
  func giveUp(_ reason: UnansweredCall.Reason) -> Int? {
    let phase = end { phase in
      if case .running = phase {
        .givenUp(reason, wasSent: true)
      } else {
        .givenUp(reason, wasSent: false)
      }
    }
    guard case .running(let runner) = phase else { return nil }
    return runner
  }

  /// Ends the wait unless it is over.
  ///
  /// - Returns: What the call was doing; nil when the wait was over.
  private func end(_ answer: (Phase) -> Answer) -> Phase? {
    var caller: CheckedContinuation<Answer, Never>?
    var ended: (phase: Phase, answer: Answer)?
    state.withLock { state in
      if case .over = state.phase { return }
      let answer = answer(state.phase)
      ended = (state.phase, answer)
      state.phase = .over
      caller = state.caller
      state.caller = nil
      if caller == nil { state.early = answer }
    }
    guard let ended else { return nil }
    caller?.resume(returning: ended.answer)
    return ended.phase
  }
}
