import Glibc

/// Calls that write to a socket whose other end may have gone.
///
/// libvirt writes to its daemon's socket as to a file. When the daemon has just ended, the system sends
/// `SIGPIPE`, which ends a process that has not asked for anything else.
enum BrokenPipe {
  /// Makes a call without the signal; the call sees its own error all the same.
  static func ignored<Value, Failure: Error>(
    during call: () throws(Failure) -> Value
  ) throws(Failure) -> Value {
    var mask = sigset_t()
    let signal = block(&mask)
    defer {
      // One that waits would come with the unblocking.
      var signal = signal
      var none = timespec()
      while unsafe sigtimedwait(&signal, nil, &none) == SIGPIPE {}
      unsafe pthread_sigmask(SIG_SETMASK, &mask, nil)
    }
    return try call()
  }

  /// Keeps the signal from this thread, as long as that lives.
  static func ignoreOnThisThread() {
    var mask = sigset_t()
    _ = block(&mask)
  }

  private static func block(_ mask: inout sigset_t) -> sigset_t {
    var signal = sigset_t()
    unsafe sigemptyset(&signal)
    unsafe sigaddset(&signal, SIGPIPE)
    unsafe pthread_sigmask(SIG_BLOCK, &signal, &mask)
    return signal
  }
}
