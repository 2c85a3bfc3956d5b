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
            let nics = NICs(
              old: try await guest.view(of: Self.vif).hostDevice,
              new: view.hostDevice,
              count: try await guest.nicCount
            )
            let isTrue = nics.bear(out: answer)
            #expect(isTrue, "\(nics)")
            // Whatever happens, the guest has a NIC.
            trial.judge(answer, isTrue: view.live && view.hypervisor && isTrue, view)
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

      /// Which of the two NICs there are, by their devices on the host and by QEMU.
      private struct NICs {
        let old: Bool
        let new: Bool
        let count: Int

        private var isOldAlone: Bool { old && !new && count == 1 }
        private var isNewAlone: Bool { !old && new && count == 1 }

        /// Whether an answer is what is there.
        func bear(out answer: ToolAnswer) -> Bool {
          switch (answer.status, answer.code) {
          case ("replaced", _), ("unchanged", _): answer.isDone && isNewAlone
          case ("still-attached", _): answer.exit == 4 && old
          case ("failed", "change.not-rolled-back"): answer.exit == 1 && !isNewAlone
          case ("failed", "change.rolled-back"): answer.exit == 5 && isOldAlone
          case ("failed", _):
            switch answer.seen?.live {
            case "present": answer.exit == 1 && new
            case "absent": answer.exit == 1 && (!new || answer.seen?.leftover != nil)
            // Said to be unknown, or not to be counted on yet.
            case .some: answer.exit == 1
            // Without a look, nothing was done.
            case nil: answer.exit == 1 && isOldAlone
            }
          default: false
          }
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
