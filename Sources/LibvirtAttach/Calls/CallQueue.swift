import Dispatch

/// Runs libvirt's blocking calls, one after the other, on a thread that may block.
///
/// A detach takes five seconds when the guest does not answer: on Swift's own thread pool that would
/// hold up every other task of the process.
package struct CallQueue: Sendable {
  private let queue: DispatchQueue

  package init(label: String) { queue = DispatchQueue(label: label) }

  /// Runs `call` and waits for it without blocking the caller's thread.
  ///
  /// `call` is one synchronous stretch on one thread, as reading libvirt's errors needs it.
  package func run<Value: Sendable, Failure: Error>(
    _ call: @escaping @Sendable () throws(Failure) -> Value
  ) async throws(Failure) -> Value {
    let result = await withCheckedContinuation {
      (continuation: CheckedContinuation<Result<Value, Failure>, Never>) in
      queue.async {
        continuation.resume(
          returning: Result { () throws(Failure) -> Value in try call() }
        )
      }
    }
    return try result.get()
  }

  /// Runs `work` some time after the calls that are already waiting.
  package func later(_ work: @escaping @Sendable () -> Void) { queue.async(execute: work) }
}
