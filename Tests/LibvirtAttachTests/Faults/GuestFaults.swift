#if Libvirt
  import Lab
  import Testing
  import ToolRun

  extension Faults {
    /// The guest's hypervisor ends or stands still, or its system does not answer.
    @Suite struct GuestEnds {
      private static let vif = FaultVIF(number: 2)

      @Test func `killed while it attaches`() async throws {
        try await Faults.withGuest(.deaf) { _, guest in
          _ = try await guest.ask("attach", Self.vif.json)
          try await guest.renew()
          let moments = try await Moments { try await guest.ask("attach", Self.vif.json) }
          try await Fault.hypervisorKilledAtAttach.observe { tally in
            for _ in 0..<Rounds.few * 2 {
              try await guest.renew()
              async let running = guest.ask("attach", Self.vif.json)
              try await Task.sleep(for: moments.random())
              try guest.killHypervisor()
              let answer = try await running
              _ = try await guest.host.eventually { try await !guest.isActive }
              let view = try await guest.view(of: Self.vif)
              // It has been attached before the end of the guest, or has not: both are true then.
              let wasEarlier = answer.status == "attached" && view.config && !view.isHalf
              let isTrue = wasEarlier || answer.isTrue(ofAttachSeenAs: view)
              #expect(isTrue, "\(view) \(answer.run)")
              tally.answer(answer, isTrue: isTrue)
              try await guest.start()
              let again = try await guest.ask("attach", Self.vif.json)
              let end = try await guest.view(of: Self.vif)
              tally.secondRun(isDone: again.isDone && end.live && end.config)
            }
            try await guest.renew()
          }
        }
      }

      @Test func `killed while it detaches`() async throws {
        try await Faults.withGuest(.deaf) { _, guest in
          try await Fault.hypervisorKilledAtDetach.observe { tally in
            for _ in 0..<Rounds.few {
              try await guest.renew()
              _ = try await guest.ask("attach", Self.vif.json)
              async let running = guest.askDetach(Self.vif.selector)
              try await Task.sleep(for: .milliseconds(.random(in: 100...1500)))
              try guest.killHypervisor()
              let answer = try await running
              let view = try await guest.view(of: Self.vif)
              let isTrue = answer.isTrue(ofDetachSeenAs: view)
              #expect(isTrue, "\(view) \(answer.run)")
              tally.answer(answer, isTrue: isTrue)
              let again = try await guest.askDetach(Self.vif.selector, "--if-present")
              tally.secondRun(
                isDone: try await [again.isDone, guest.view(of: Self.vif).isAbsent].allSatisfy(
                  \.self
                )
              )
            }
            try await guest.renew()
          }
        }
      }

      @Test func `stopped while it attaches`() async throws {
        try await Faults.withGuest(.deaf) { _, guest in
          try await Fault.hypervisorStoppedAtAttach.observe { tally in
            try guest.freezeHypervisor()
            let answer = try await guest.ask("attach", Self.vif.json, "--call-timeout", "2")
            try guest.thawHypervisor()
            let seen = answer.seen?.live
            // What libvirt writes while it waits for QEMU is no device that the guest has.
            let isTrue = answer.exit == 1 && (seen == "under-way" || seen == "absent")
            #expect(isTrue, "\(answer.run)")
            tally.answer(answer, isTrue: isTrue)
            _ = try await guest.settledView(of: Self.vif)
            let again = try await guest.ask("attach", Self.vif.json)
            let view = try await guest.view(of: Self.vif)
            #expect(again.isTrue(ofAttachSeenAs: view), "\(view) \(again.run)")
            tally.secondRun(isDone: again.isDone && view.live && view.config)
            try await guest.renew()
          }
        }
      }

      @Test func `stopped while it detaches`() async throws {
        try await Faults.withGuest(.prompt) { _, guest in
          try await Fault.hypervisorStoppedAtDetach.observe { tally in
            _ = try await guest.ask("attach", Self.vif.json)
            try #require(await guest.sees(Self.vif.mac))
            try guest.freezeHypervisor()
            let answer = try await guest.askDetach(
              Self.vif.selector,
              "--call-timeout",
              "2",
              "--attempts",
              "1",
              "--timeout",
              "1"
            )
            // The guest has it as long as its hypervisor stands still.
            let isTrue = answer.status == "still-attached" && answer.exit == 4
            #expect(isTrue, "\(answer.run)")
            tally.answer(answer, isTrue: isTrue)
            try guest.thawHypervisor()
            let again = try await guest.askDetach(Self.vif.selector, "--if-present")
            let view = try await guest.view(of: Self.vif)
            #expect(again.isDone && view.isAbsent, "\(view) \(again.run)")
            tally.secondRun(
              isDone: try await [again.isDone, view.isAbsent, guest.misses(Self.vif.mac)]
                .allSatisfy(\.self)
            )
          }
        }
      }

      @Test func `does not answer`() async throws {
        try await Faults.withGuest(.deaf) { _, guest in
          try await Fault.guestDeaf.observe { tally in
            _ = try await guest.ask("attach", Self.vif.json)
            let answer = try await guest.askDetach(
              Self.vif.selector,
              "--attempts",
              "2",
              "--timeout",
              "1"
            )
            let view = try await guest.view(of: Self.vif)
            let isTrue = answer.isTrue(ofDetachSeenAs: view) && view.config
            #expect(isTrue, "\(view) \(answer.run)")
            tally.answer(answer, isTrue: isTrue)
            async let running = guest.askDetach(Self.vif.selector)
            _ = try await guest.host.eventually {
              try await guest.reset()
              try await Task.sleep(for: .seconds(1))
              return try await !guest.view(of: Self.vif).live
            }
            let again = try await running
            let end = try await guest.view(of: Self.vif)
            #expect(again.isTrue(ofDetachSeenAs: end), "\(end) \(again.run)")
            tally.secondRun(isDone: again.isDone && end.isAbsent)
          }
        }
      }

      @Test func `answers late, and is busy`() async throws {
        try await Faults.withGuest(.late) { _, guest in
          try await Fault.guestLate.observe { tally in
            _ = try await guest.ask("attach", Self.vif.json)
            let answer = try await guest.askDetach(Self.vif.selector)
            let view = try await guest.view(of: Self.vif)
            let isTrue = answer.isTrue(ofDetachSeenAs: view)
            #expect(isTrue, "\(view) \(answer.run)")
            tally.answer(answer, isTrue: isTrue)
            let again = try await guest.askDetach(Self.vif.selector, "--if-present")
            let misses = try await guest.misses(Self.vif.mac)
            tally.secondRun(isDone: again.isDone && view.isAbsent && misses)
          }
        }
      }

      @Test func `is paused`() async throws {
        try await Faults.withGuest(.prompt) { _, guest in
          try await Fault.guestPaused.observe { tally in
            try await guest.suspend()
            let attach = try await guest.ask("attach", Self.vif.json)
            let there = try await guest.view(of: Self.vif)
            tally.answer(attach, isTrue: attach.isTrue(ofAttachSeenAs: there))
            let answer = try await guest.askDetach(
              Self.vif.selector,
              "--attempts",
              "1",
              "--timeout",
              "1"
            )
            let view = try await guest.view(of: Self.vif)
            let isTrue = answer.isTrue(ofDetachSeenAs: view) && view.config
            #expect(isTrue, "\(view) \(answer.run)")
            tally.answer(answer, isTrue: isTrue)
            try await guest.resume()
            let again = try await guest.askDetach(Self.vif.selector, "--if-present")
            let end = try await guest.view(of: Self.vif)
            #expect(again.isDone && end.isAbsent, "\(end) \(again.run)")
            tally.secondRun(
              isDone: try await [again.isDone, end.isAbsent, guest.misses(Self.vif.mac)].allSatisfy(
                \.self
              )
            )
          }
        }
      }
    }
  }
#endif
