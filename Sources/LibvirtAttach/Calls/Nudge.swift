#if Libvirt
  import Synchronization

  /// Wakes libvirt's client when it sleeps over a call.
  ///
  /// One of a connection's threads reads and writes for all that wait. A call that another one makes in
  /// the moment in which that thread goes to sleep is not sent by libvirt 9.0 until something else wakes
  /// it: the next message from the other side, or one more call.
  final class Nudge: Sendable {
    private static let patience = Duration.milliseconds(100)

    private struct State {
      var calls = 0
      var isNudging = false
    }

    private let state = Mutex(State())

    /// Makes calls that block, and sees to it that they are sent if others wait, too.
    func during<Value, Failure: Error>(
      _ call: () throws(Failure) -> Value,
      on handle: ConnectionHandle
    ) throws(Failure) -> Value {
      let isAlone = state.withLock { state in
        state.calls += 1
        return state.calls == 1
      }
      defer { state.withLock { $0.calls -= 1 } }
      guard !isAlone else { return try call() }
      let alarm = Alarm(after: Self.patience, repeats: true) { [self] in nudge(handle) }
      defer { alarm.cancel() }
      return try call()
    }

    /// Makes one more call, one at a time: it hangs if the other side does not answer.
    private func nudge(_ handle: ConnectionHandle) {
      let isFirst = state.withLock { state in
        defer { state.isNudging = true }
        return !state.isNudging
      }
      guard isFirst else { return }
      CallQueue(label: "libvirt.nudge").later { [self] in
        BrokenPipe.ignored { _ = try? handle.libvirtVersion() }
        state.withLock { $0.isNudging = false }
      }
    }
  }
#endif
