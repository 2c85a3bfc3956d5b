#if Libvirt
  import Lab
  import Testing

  extension Faults {
    /// libvirt's daemon ends, or answers nobody.
    @Suite struct DaemonEnds {
      private static let vif = FaultVIF(number: 1)

      @Test func `killed while it attaches`() async throws {
        try await Faults.try(.daemonKilledAtAttach, on: .prompt) { trial in
          let guest = trial.guest
          let moments = try await Moments(ofAttach: Self.vif, to: guest)
          for _ in 0..<Rounds.share(40) {
            let answer = try await Faults.answer(
              of: { try await guest.ask("attach", Self.vif.json) },
              after: moments.random()
            ) {
              try await trial.host.killDaemon()
              try await trial.host.startDaemon()
            }
            try await trial.judge(answer, as: .attach, of: Self.vif)
            try await trial.attachAgain(Self.vif)
            try await guest.clear(Self.vif)
          }
        }
      }

      @Test func `killed while it detaches`() async throws {
        try await Faults.try(.daemonKilledAtDetach, on: .prompt) { trial in
          let guest = trial.guest
          let moments = try await Moments(ofDetach: Self.vif, from: guest)
          for _ in 0..<Rounds.share(40) {
            try await guest.give(Self.vif)
            let answer = try await Faults.answer(
              of: { try await guest.askDetach(Self.vif.selector) },
              after: moments.random()
            ) {
              try await trial.host.killDaemon()
              try await trial.host.startDaemon()
            }
            try await trial.judge(answer, as: .detach, of: Self.vif)
            try await trial.detachAgain(Self.vif)
            try await guest.clear(Self.vif)
          }
        }
      }

      @Test func `stopped while it attaches`() async throws {
        try await Faults.try(.daemonStoppedAtAttach, on: .prompt) { trial in
          let guest = trial.guest
          let moments = try await Moments(ofAttach: Self.vif, to: guest)
          for _ in 0..<Rounds.share(10) {
            let answer = try await Faults.answer(
              of: { try await guest.ask("attach", Self.vif.json, "--call-timeout", "1") },
              after: moments.random()
            ) { try trial.host.freezeDaemon() }
            try await Self.thaw(trial)
            try await trial.judge(answer, as: .attach, of: Self.vif, settled: true)
            try await trial.attachAgain(Self.vif)
            try await guest.clear(Self.vif)
          }
        }
      }

      @Test func `stopped while it detaches`() async throws {
        let patience = ["--call-timeout", "1", "--attempts", "1", "--timeout", "2"]
        try await Faults.try(.daemonStoppedAtDetach, on: .prompt) { trial in
          let guest = trial.guest
          let moments = try await Moments(ofDetach: Self.vif, from: guest)
          for _ in 0..<Rounds.share(10) {
            try await guest.give(Self.vif)
            let answer = try await Faults.answer(
              of: { try await guest.askDetach(Self.vif.selector, patience) },
              after: moments.random()
            ) { try trial.host.freezeDaemon() }
            try await Self.thaw(trial)
            try await trial.judge(answer, as: .detach, of: Self.vif, settled: true)
            try await trial.detachAgain(Self.vif)
            try await guest.clear(Self.vif)
          }
        }
      }

      /// Lets the daemon go on.
      ///
      /// libvirt 9.0's may crash then: it takes the events back of a client that has gone.
      private static func thaw(_ trial: Trial) async throws {
        try trial.host.thawDaemon()
        do {
          _ = try await trial.guest.settledView(of: vif)
        } catch {
          try await trial.host.startDaemonIfGone()
          trial.note("libvirtd itself crashed when it went on")
        }
      }
    }
  }
#endif
