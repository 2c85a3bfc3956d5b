#if Libvirt
  import Lab
  import Testing

  /// Gives a suite's tests one embedded host, which is gone with the suite.
  struct EmbeddedQEMU: SuiteTrait, TestScoping {
    @TaskLocal private static var current: EmbeddedHost?

    /// The host of the running test.
    static var host: EmbeddedHost {
      get throws { try #require(current) }
    }

    func provideScope(
      for test: Test,
      testCase: Test.Case?,
      performing function: @concurrent @Sendable () async throws -> Void
    ) async throws {
      // Where the suite is skipped, there is nothing to open.
      guard Availability.isLab else { return try await function() }
      try await EmbeddedHost.with { host in
        try await Self.$current.withValue(host) { try await function() }
      }
    }
  }

  extension Trait where Self == EmbeddedQEMU {
    /// One embedded host for the whole suite.
    static var embeddedQEMU: Self { EmbeddedQEMU() }
  }

  /// Everything that needs a guest: one suite, since a process has one embedded host.
  @Suite(.enabled(if: Availability.isLab, "\(Availability.reason)"), .embeddedQEMU)
  enum EmbeddedTests {}
#endif
