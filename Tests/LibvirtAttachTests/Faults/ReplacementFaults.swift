#if Libvirt
  import Lab
  import Testing
  import ToolRun

  extension Faults {
    /// libvirt's daemon ends while one NIC is to take the place of another.
    @Suite struct ReplacementEnds {
      private static let vif = FaultVIF(number: 13)
      /// The same with another device of the host's, for which a new NIC is needed.
      private static let other = FaultVIF(number: 13, otherTarget: "tapfd2")

      @Test func `killed while it replaces`() async throws {
        try await Faults.try(.daemonKilledAtReplacement, on: .prompt) { trial in
          let guest = trial.guest
          try await Self.begin(guest)
          let moments = try await Moments { try await Self.replace(guest) }
          for round in 0..<Rounds.share(20) {
            try await Self.begin(guest)
            let answer = try await Faults.answer(
              of: { try await Self.replace(guest) },
              after: moments.moment(round, of: Rounds.share(20))
            ) {
              try await trial.host.killDaemon()
              try await trial.host.startDaemon()
            }
            guard try await trial.host.eventually({ try await guest.isActive }) else {
              // libvirt ends a guest that it finds half-way in a change it cannot make out.
              #expect(!answer.isDone || answer.status == "guest-ended", "\(answer.run)")
              trial.note("the guest had ended with \(answer.gist)")
              try await guest.renew()
              continue
            }
            let view = try await guest.settledView(of: Self.other)
            let count = try await guest.nicCount
            // Whatever happens, the guest has a NIC; said to be done, it has the new one alone.
            let isNew = view.live && view.hypervisor && view.hostDevice
            let isTrue = view.live && (!answer.isDone || isNew && count == 1)
            trial.judge(answer, isTrue: isTrue, view)
            var again = try await guest.apply(Self.other)
            let isHalf = ["host.device-exists", "guest.leftover"].contains(again.code)
            if isHalf {
              // Of a NIC that libvirt knows nothing of, the end of QEMU frees the host, too.
              try await guest.renew()
              again = try await guest.apply(Self.other)
            }
            let end = try await guest.view(of: Self.other)
            let rest = try await guest.nicCount
            trial.finish(again, isDone: end.hostDevice && rest == 1, afterRemedy: isHalf)
          }
          #expect(try await guest.plan("apply", []).status == 0)
        }
      }

      private static func begin(_ guest: LabGuest) async throws {
        let answer = try await guest.apply(vif)
        try #require(answer.isDone, "\(answer.run)")
      }

      private static func replace(_ guest: LabGuest) async throws -> ToolAnswer {
        try await guest.ask("update", other.json, "--live", "--replace")
      }
    }
  }

  extension LabGuest {
    /// Has the tool see to it that the guest has this VIF alone.
    fileprivate func apply(_ vif: FaultVIF) async throws -> ToolAnswer {
      try await ask("apply", vif.json, "--replace")
    }
  }
#endif
