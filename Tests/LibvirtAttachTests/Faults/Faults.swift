#if Libvirt
  import Lab
  import Testing

  /// What goes wrong while `vif` works, one after the other: most of it everybody on the host notices.
  ///
  /// Each test has the real tool before the real libvirtd, compares its answer with a look from
  /// outside, and sees whether a second run comes to the end that was asked for.
  @Suite(.enabled(if: LabHost.isAlone, "\(LabHost.reasonToBeAlone)"), .serialized)
  enum Faults {
    /// Brings a fault about on a guest, and leaves the daemon as it was.
    static func `try`(
      _ fault: Fault,
      on kind: LabGuest.Kind,
      _ body: (Trial) async throws -> Void
    ) async throws {
      let host = try #require(LabHost())
      try await host.withGuest(kind) { guest in
        try await fault.observe { tally in
          let result: Result<Void, any Error>
          do {
            try await body(Trial(guest, tally))
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

    /// What the tool answers when something happens to it in the middle of its work.
    ///
    /// - Parameter moment: How long the tool has been at work then.
    static func answer(
      of work: @escaping @Sendable () async throws -> ToolAnswer,
      after moment: Duration,
      meanwhile happening: () async throws -> Void
    ) async throws -> ToolAnswer {
      async let running = work()
      try await Task.sleep(for: moment)
      try await happening()
      return try await running
    }
  }
#endif
