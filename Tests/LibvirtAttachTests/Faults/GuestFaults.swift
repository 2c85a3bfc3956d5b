#if Libvirt
  import Lab
  import Testing

  extension Faults {
    /// The guest's hypervisor ends or stands still, or its system does not answer.
    @Suite struct GuestEnds {
      private static let vif = FaultVIF(number: 2)

      @Test func `killed while it attaches`() async throws {
        try await Faults.try(.hypervisorKilledAtAttach, on: .deaf) { trial in
          let guest = trial.guest
          _ = try await guest.ask("attach", Self.vif.json)
          try await guest.renew()
          let moments = try await Moments { try await guest.ask("attach", Self.vif.json) }
          for _ in 0..<Rounds.few * 2 {
            try await guest.renew()
            let answer = try await Faults.answer(
              of: { try await guest.ask("attach", Self.vif.json) },
              after: moments.random()
            ) { try guest.killHypervisor() }
            _ = try await guest.host.eventually { try await !guest.isActive }
            let view = try await guest.view(of: Self.vif)
            // It has been attached before the end of the guest, or has not: both are true then.
            let wasEarlier = answer.status == "attached" && view.config && !view.isHalf
            trial.judge(
              answer,
              isTrue: wasEarlier || answer.isTrue(of: .attach, seenAs: view),
              view
            )
            try await guest.start()
            try await trial.attachAgain(Self.vif)
          }
          try await guest.renew()
        }
      }

      @Test func `killed while it detaches`() async throws {
        try await Faults.try(.hypervisorKilledAtDetach, on: .deaf) { trial in
          let guest = trial.guest
          for _ in 0..<Rounds.few {
            try await guest.renew()
            try await guest.give(Self.vif)
            let answer = try await Faults.answer(
              of: { try await guest.askDetach(Self.vif.selector) },
              after: .milliseconds(.random(in: 100...1500))
            ) { try guest.killHypervisor() }
            try await trial.judge(answer, as: .detach, of: Self.vif)
            try await trial.detachAgain(Self.vif)
          }
          try await guest.renew()
        }
      }

      @Test func `stopped while it attaches`() async throws {
        try await Faults.try(.hypervisorStoppedAtAttach, on: .deaf) { trial in
          let guest = trial.guest
          try guest.freezeHypervisor()
          let answer = try await guest.ask("attach", Self.vif.json, "--call-timeout", "2")
          try guest.thawHypervisor()
          let seen = answer.seen?.live
          // What libvirt writes while it waits for QEMU is no device that the guest has.
          let isTrue = answer.exit == 1 && (seen == "under-way" || seen == "absent")
          trial.judge(answer, isTrue: isTrue)
          _ = try await guest.settledView(of: Self.vif)
          try await trial.attachAgain(Self.vif)
          try await guest.renew()
        }
      }

      @Test func `stopped while it detaches`() async throws {
        let patience = ["--call-timeout", "2", "--attempts", "1", "--timeout", "1"]
        try await Faults.try(.hypervisorStoppedAtDetach, on: .prompt) { trial in
          let guest = trial.guest
          try await guest.give(Self.vif)
          try #require(await guest.sees(Self.vif.mac))
          try guest.freezeHypervisor()
          let answer = try await guest.askDetach(Self.vif.selector, patience)
          // The guest has it as long as its hypervisor stands still.
          trial.judge(answer, isTrue: answer.status == "still-attached" && answer.exit == 4)
          try guest.thawHypervisor()
          try await trial.detachAgain(Self.vif)
        }
      }

      @Test func `does not answer`() async throws {
        try await Faults.try(.guestDeaf, on: .deaf) { trial in
          let guest = trial.guest
          try await guest.give(Self.vif)
          let answer = try await guest.askDetach(
            Self.vif.selector,
            ["--attempts", "2", "--timeout", "1"]
          )
          try await trial.judge(
            answer,
            as: .detach,
            of: Self.vif,
            also: guest.view(of: Self.vif).config
          )
          async let running = guest.askDetach(Self.vif.selector)
          _ = try await guest.host.eventually {
            try await guest.reset()
            try await Task.sleep(for: .seconds(1))
            return try await !guest.view(of: Self.vif).live
          }
          let again = try await running
          let end = try await guest.view(of: Self.vif)
          trial.finish(again, isDone: again.isTrue(of: .detach, seenAs: end) && end.isAbsent)
        }
      }

      @Test func `answers late, and is busy`() async throws {
        try await Faults.try(.guestLate, on: .late) { trial in
          try await trial.guest.give(Self.vif)
          let answer = try await trial.guest.askDetach(Self.vif.selector)
          try await trial.judge(answer, as: .detach, of: Self.vif)
          try await trial.detachAgain(Self.vif)
        }
      }

      @Test func `is paused`() async throws {
        try await Faults.try(.guestPaused, on: .prompt) { trial in
          let guest = trial.guest
          try await guest.suspend()
          let attach = try await guest.ask("attach", Self.vif.json)
          try await trial.judge(attach, as: .attach, of: Self.vif)
          let answer = try await guest.askDetach(
            Self.vif.selector,
            ["--attempts", "1", "--timeout", "1"]
          )
          try await trial.judge(
            answer,
            as: .detach,
            of: Self.vif,
            also: guest.view(of: Self.vif).config
          )
          try await guest.resume()
          try await trial.detachAgain(Self.vif)
        }
      }
    }
  }
#endif
