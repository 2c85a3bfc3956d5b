import Dispatch

/// Something that is done after a while, once or again and again, unless it is called off before.
///
/// Sendable unchecked: a dispatch source may be cancelled from any thread, and nothing else is done
/// to it after it was started.
@safe final class Alarm: @unchecked Sendable {
  private let timer: any DispatchSourceTimer

  /// Does `work` after `delay`, on a thread of its own; called off when the alarm is let go.
  ///
  /// - Parameter repeats: Whether it is done again after each further `delay`.
  init(after delay: Duration, repeats: Bool = false, _ work: @escaping @Sendable () -> Void) {
    timer = DispatchSource.makeTimerSource(queue: .global())
    timer.setEventHandler(handler: DispatchWorkItem(block: work))
    let nanoseconds = DispatchTimeInterval.nanoseconds(delay.nanoseconds)
    timer.schedule(deadline: .now() + nanoseconds, repeating: repeats ? nanoseconds : .never)
    timer.activate()
  }

  deinit { timer.cancel() }

  /// Calls it off; work that has begun goes on.
  func cancel() { timer.cancel() }
}

extension Duration {
  /// The duration for people, in tenths of a second: `20 s`, `0.5 s`.
  var inSeconds: String {
    let tenths =
      (self + .milliseconds(50)).components.seconds * 10
      + (self + .milliseconds(50)).components.attoseconds / 100_000_000_000_000_000
    return tenths % 10 == 0 ? "\(tenths / 10) s" : "\(tenths / 10).\(tenths % 10) s"
  }

  /// The duration in nanoseconds, at most a year and at least nothing.
  fileprivate var nanoseconds: Int {
    let year = Duration.seconds(365 * 86_400)
    let (seconds, attoseconds) = max(.zero, min(self, year)).components
    return Int(seconds) * 1_000_000_000 + Int(attoseconds / 1_000_000_000)
  }
}
