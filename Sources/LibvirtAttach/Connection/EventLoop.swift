#if Libvirt
  import CLibvirt
  import Glibc

  /// libvirt's default event loop, on a thread of its own.
  ///
  /// The embedded QEMU driver cannot be opened without one, and remote connections need it to notice
  /// that they broke.
  package enum EventLoop {
    /// Starts the loop unless it runs already; to be called before the first connection is opened.
    ///
    /// - Throws: libvirt's reason for not taking the loop.
    package static func start() throws(LibvirtError) { try started.get() }

    /// One for the process, started on first use: libvirt has a single slot for an event loop, which
    /// must be filled before the first connection and can neither be changed nor emptied again.
    private static let started = Result { () throws(LibvirtError) in try register() }

    private static func register() throws(LibvirtError) {
      // Else libvirt prints each error to stderr, besides returning it.
      unsafe virSetErrorFunc(nil) { _, _ in }
      try LibvirtError.check(virInitialize())
      try LibvirtError.check(virEventRegisterDefaultImpl())
      // The loop sleeps without limit while nothing is registered.
      let interval: CInt = 1000
      try unsafe LibvirtError.check(virEventAddTimeout(interval, { _, _ in }, nil, nil))
      var thread = pthread_t()
      let result = unsafe pthread_create(&thread, nil, { _ in EventLoop.run() }, nil)
      guard result == 0 else {
        throw LibvirtError(
          code: LibvirtError.systemError,
          domain: 0,
          message: "cannot start the event loop's thread: errno \(result)"
        )
      }
      pthread_detach(thread)
    }

    private static func run() -> Never {
      BrokenPipe.ignoreOnThisThread()
      while true {
        // A failing poll would fail again at once: do not let it take a whole core.
        if virEventRunDefaultImpl() < 0 { usleep(100_000) }
      }
    }
  }
#endif
