#if Libvirt
  import Lab
  import Testing
  import ToolRun

  extension Faults {
    /// The domain is not there, not any more, or not in the state that was thought.
    @Suite struct DomainChanges {
      private static let vif = FaultVIF(number: 3)

      /// Has the domain changed while a detach waits for a guest that is paused.
      private static func detach(
        from guest: LabGuest,
        while change: () async throws -> Void
      ) async throws -> ToolAnswer {
        try #require(await guest.ask("attach", vif.json).status == "attached")
        try await guest.suspend()
        async let running = guest.askDetach(vif.selector)
        try await Task.sleep(for: .milliseconds(500))
        try await change()
        return try await running
      }

      @Test func `undefined meanwhile`() async throws {
        try await Faults.withGuest(.prompt) { _, guest in
          try await Fault.domainUndefined.observe { tally in
            let answer = try await Self.detach(from: guest) {
              try await guest.virsh("undefine", guest.name)
              try await guest.resume()
            }
            let view = try await guest.view(of: Self.vif)
            let isTrue = answer.isTrue(ofDetachSeenAs: view)
            #expect(isTrue, "\(view) \(answer.run)")
            tally.answer(answer, isTrue: isTrue)
            let again = try await guest.askDetach(Self.vif.selector, "--if-present")
            tally.secondRun(isDone: again.isDone && view.isAbsent)
            try await guest.renew()
          }
        }
      }

      @Test func `destroyed meanwhile`() async throws {
        try await Faults.withGuest(.prompt) { _, guest in
          try await Fault.domainDestroyed.observe { tally in
            let answer = try await Self.detach(from: guest) { try await guest.destroy() }
            let view = try await guest.view(of: Self.vif)
            let isTrue = answer.isTrue(ofDetachSeenAs: view)
            #expect(isTrue, "\(view) \(answer.run)")
            tally.answer(answer, isTrue: isTrue)
            try await guest.start()
            let again = try await guest.askDetach(Self.vif.selector, "--if-present")
            let end = try await guest.view(of: Self.vif)
            tally.secondRun(isDone: again.isDone && end.isAbsent)
          }
        }
      }

      @Test func `undefined and destroyed meanwhile`() async throws {
        try await Faults.withGuest(.prompt) { _, guest in
          try await Fault.domainGone.observe { tally in
            let answer = try await Self.detach(from: guest) {
              try await guest.virsh("undefine", guest.name)
              try await guest.destroy()
            }
            let view = try await guest.view(of: Self.vif)
            let isTrue = answer.isDone && answer.isTrue(ofDetachSeenAs: view)
            #expect(isTrue, "\(view) \(answer.run)")
            tally.answer(answer, isTrue: isTrue)
            let again = try await guest.askDetach(Self.vif.selector, "--if-present")
            tally.answer(again, isTrue: again.exit == 3)
            try await guest.renew()
          }
        }
      }

      @Test func `transient`() async throws {
        try await Faults.withGuest(.prompt) { _, guest in
          try await Fault.domainTransient.observe { tally in
            try await guest.virsh("undefine", guest.name)
            let config = try await guest.ask("attach", Self.vif.json, "--config")
            let before = try await guest.view(of: Self.vif)
            tally.answer(config, isTrue: config.code == "domain.transient" && before.isAbsent)
            for command in ["attach", "detach"] {
              let answer =
                command == "attach"
                ? try await guest.ask("attach", Self.vif.json)
                : try await guest.askDetach(Self.vif.selector)
              let view = try await guest.view(of: Self.vif)
              let isTrue =
                command == "attach"
                ? answer.isTrue(ofAttachSeenAs: view) : answer.isTrue(ofDetachSeenAs: view)
              #expect(isTrue, "\(view) \(answer.run)")
              tally.answer(answer, isTrue: isTrue && answer.isDone)
            }
            try await guest.virsh("define", "\(guest.host.folder)/\(guest.name).xml")
          }
        }
      }

      @Test func `shut off, or unknown`() async throws {
        try await Faults.withGuest(.deaf) { host, guest in
          try await Fault.domainShutOff.observe { tally in
            try await guest.destroy()
            let live = try await guest.ask("attach", Self.vif.json, "--live")
            let before = try await guest.view(of: Self.vif)
            tally.answer(live, isTrue: live.code == "domain.not-running" && before.isAbsent)
            let missing = ToolAnswer(
              try await tool("list", "-c", host.uri, "no-such-guest", "--format", "json")
            )
            tally.answer(
              missing,
              isTrue: missing.code == "domain.missing" && missing.exit == 3
            )
            try await guest.start()
            let again = try await guest.ask("attach", Self.vif.json, "--live")
            let view = try await guest.view(of: Self.vif)
            tally.secondRun(isDone: again.isDone && view.live)
            try await guest.renew()
          }
        }
      }
    }
  }
#endif
