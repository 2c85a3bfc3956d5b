#if Libvirt
  import Lab
  import Testing

  /// What goes wrong while `vif` works, one after the other: most of it everybody on the host notices.
  ///
  /// Each test has the real tool before the real libvirtd, compares its answer with a look from
  /// outside, and sees whether a second run comes to the end that was asked for.
  @Suite(.enabled(if: LabHost.isAlone, "\(LabHost.reasonToBeAlone)"), .serialized)
  enum Faults {
    /// Runs `body` with a guest, and leaves the daemon and the guest as they were.
    static func withGuest(
      _ kind: LabGuest.Kind,
      _ body: (LabHost, LabGuest) async throws -> Void
    ) async throws {
      let host = try #require(LabHost())
      try await host.withGuest(kind) { guest in
        let result: Result<Void, any Error>
        do {
          try await body(host, guest)
          result = .success(())
        } catch {
          result = .failure(error)
        }
        try? host.thawDaemon()
        try await host.startDaemonIfGone()
        try? guest.thawHypervisor()
        try result.get()
      }
    }
  }
#endif
