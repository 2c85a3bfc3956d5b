#if Libvirt
  import Lab
  import Testing
  import ToolRun

  extension Faults {
    /// The guest's hypervisor ends or stands still, or its system does not answer.
    @Suite struct GuestEnds {
      private static let vif = FaultVIF(number: 2)

      @Test func `killed while it attaches`() async throws {
        let row = FaultRow(
          20,
          "QEMU killed at a random moment of an attach",
          others: """
            virsh: "Unable to read from monitor" or "domain is not running". nova: the same as a libvirt \
            error, and the port is taken off the host
            """
        )
        try await Faults.withGuest(.deaf) { _, guest in
          _ = try await guest.ask("attach", Self.vif.json)
          try await guest.renew()
          let moments = try await Moments { try await guest.ask("attach", Self.vif.json) }
          try await row.observe { tally in
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
              tally.answer(answer.words, isTrue: isTrue)
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
        let row = FaultRow(
          21,
          "QEMU killed while a detach waits for the guest",
          others: """
            virsh: an error, five seconds later. nova: waits out all of its 20 seconds, or a KeyError \
            escapes
            """
        )
        try await Faults.withGuest(.deaf) { _, guest in
          try await row.observe { tally in
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
              tally.answer(answer.words, isTrue: isTrue)
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
        let row = FaultRow(
          22,
          "QEMU stopped (SIGSTOP) before an attach, and let go on later",
          others: """
            virsh and nova: wait without limit; another client gets "cannot acquire state change lock" \
            after 30 s
            """
        )
        try await Faults.withGuest(.deaf) { _, guest in
          try await row.observe { tally in
            try guest.freezeHypervisor()
            let answer = try await guest.ask("attach", Self.vif.json, "--call-timeout", "2")
            try guest.thawHypervisor()
            let seen = answer.seen?.live
            // What libvirt writes while it waits for QEMU is no device that the guest has.
            let isTrue = answer.exit == 1 && (seen == "under-way" || seen == "absent")
            #expect(isTrue, "\(answer.run)")
            tally.answer(answer.words, isTrue: isTrue)
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
        let row = FaultRow(
          23,
          "QEMU stopped (SIGSTOP) before a detach, and let go on later",
          others: "virsh and nova: wait without limit"
        )
        try await Faults.withGuest(.prompt) { _, guest in
          try await row.observe { tally in
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
            tally.answer(answer.words, isTrue: isTrue)
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
        let row = FaultRow(
          24,
          "guest that never answers a detach",
          others: """
            virsh: "Device detached successfully", exit 0, with the NIC still plugged. nova: fails after \
            160 s, with the stored copy gone, and takes the port off the host
            """
        )
        try await Faults.withGuest(.deaf) { _, guest in
          try await row.observe { tally in
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
            tally.answer(answer.words, isTrue: isTrue)
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
        let row = FaultRow(
          25,
          "guest that answers after 6 s, asked at once after the attach (\"guest is busy\")",
          others: """
            virsh: "guest is busy (power indicator blinking)", and the next one "Device detached \
            successfully" before it is. nova: a libvirt error
            """
        )
        try await Faults.withGuest(.late) { _, guest in
          try await row.observe { tally in
            _ = try await guest.ask("attach", Self.vif.json)
            let answer = try await guest.askDetach(Self.vif.selector)
            let view = try await guest.view(of: Self.vif)
            let isTrue = answer.isTrue(ofDetachSeenAs: view)
            #expect(isTrue, "\(view) \(answer.run)")
            tally.answer(answer.words, isTrue: isTrue)
            let again = try await guest.askDetach(Self.vif.selector, "--if-present")
            let misses = try await guest.misses(Self.vif.mac)
            tally.secondRun(isDone: again.isDone && view.isAbsent && misses)
          }
        }
      }

      @Test func `is paused`() async throws {
        let row = FaultRow(
          26,
          "paused guest",
          others: """
            virsh: "Device detached successfully" after 5 s, with the NIC still plugged. nova: fails \
            after 160 s without the reason
            """
        )
        try await Faults.withGuest(.prompt) { _, guest in
          try await row.observe { tally in
            try await guest.suspend()
            let attach = try await guest.ask("attach", Self.vif.json)
            let there = try await guest.view(of: Self.vif)
            tally.answer(attach.words, isTrue: attach.isTrue(ofAttachSeenAs: there))
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
            tally.answer(answer.words, isTrue: isTrue)
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
