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
        try await Faults.withGuest(.prompt) { host, guest in
          try await Self.begin(guest)
          let moments = try await Moments { try await Self.replace(guest) }
          try await Fault.daemonKilledAtReplacement.observe { tally in
            for round in 0..<Rounds.share(20) {
              try await Self.begin(guest)
              async let running = Self.replace(guest)
              try await Task.sleep(for: moments.moment(round, of: Rounds.share(20)))
              try await host.killDaemon()
              try await host.startDaemon()
              let answer = try await running
              guard try await host.eventually({ try await guest.isActive }) else {
                // libvirt ends a guest that it finds half-way in a change it cannot make out.
                #expect(!answer.isDone || answer.status == "guest-ended", "\(answer.run)")
                tally.note("the guest had ended with \(answer.gist)")
                try await guest.renew()
                continue
              }
              let view = try await guest.settledView(of: Self.other)
              let count = try await guest.nicCount
              // Whatever happens, the guest has a NIC; said to be done, it has the new one alone.
              let isNew = view.live && view.hypervisor && view.hostDevice
              let isTrue = view.live && (!answer.isDone || isNew && count == 1)
              #expect(isTrue, "\(view) \(count) \(answer.run)")
              tally.answer(answer, isTrue: isTrue)
              var again = try await guest.plan("apply", [Self.other.json], "--replace")
              let isHalf = ["host.device-exists", "guest.leftover"].contains {
                again.errors.hasSuffix(" [\($0)]\n")
              }
              if isHalf {
                // Of a NIC that libvirt knows nothing of, the end of QEMU frees the host, too.
                try await guest.renew()
                again = try await guest.plan("apply", [Self.other.json], "--replace")
              }
              let end = try await guest.view(of: Self.other)
              let rest = try await guest.nicCount
              let isDone = again.status == 0 && end.hostDevice && rest == 1
              #expect(isDone, "\(end) \(again)")
              tally.secondRun(isDone: isDone, afterRemedy: isHalf)
            }
            #expect(try await guest.plan("apply", []).status == 0)
          }
        }
      }

      private static func begin(_ guest: LabGuest) async throws {
        let run = try await guest.plan("apply", [vif.json], "--replace")
        try #require(run.status == 0, "\(run)")
      }

      private static func replace(_ guest: LabGuest) async throws -> ToolAnswer {
        try await guest.ask("update", other.json, "--live", "--replace")
      }
    }
  }
#endif
