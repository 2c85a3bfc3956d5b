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
        try await guest.give(vif)
        try await guest.suspend()
        return try await Faults.answer(
          of: { try await guest.askDetach(vif.selector) },
          after: .milliseconds(500),
          meanwhile: change
        )
      }

      @Test func `undefined meanwhile`() async throws {
        try await Faults.try(.domainUndefined, on: .prompt) { trial in
          let guest = trial.guest
          let answer = try await Self.detach(from: guest) {
            try await guest.virsh("undefine", guest.name)
            try await guest.resume()
          }
          try await trial.judge(answer, as: .detach, of: Self.vif)
          try await trial.detachAgain(Self.vif)
          try await guest.renew()
        }
      }

      @Test func `destroyed meanwhile`() async throws {
        try await Faults.try(.domainDestroyed, on: .prompt) { trial in
          let guest = trial.guest
          let answer = try await Self.detach(from: guest) { try await guest.destroy() }
          try await trial.judge(answer, as: .detach, of: Self.vif)
          try await guest.start()
          try await trial.detachAgain(Self.vif)
        }
      }

      @Test func `undefined and destroyed meanwhile`() async throws {
        try await Faults.try(.domainGone, on: .prompt) { trial in
          let guest = trial.guest
          let answer = try await Self.detach(from: guest) {
            try await guest.virsh("undefine", guest.name)
            try await guest.destroy()
          }
          try await trial.judge(answer, as: .detach, of: Self.vif, also: answer.isDone)
          let again = try await guest.askDetach(Self.vif.selector, "--if-present")
          trial.judge(again, isTrue: again.code == "domain.missing" && again.exit == 3)
          try await guest.renew()
        }
      }

      @Test func `transient`() async throws {
        try await Faults.try(.domainTransient, on: .prompt) { trial in
          let guest = trial.guest
          try await guest.virsh("undefine", guest.name)
          let config = try await guest.ask("attach", Self.vif.json, "--config")
          try await trial.judge(config, refuses: Self.vif, "domain.transient")
          let attach = try await guest.ask("attach", Self.vif.json)
          try await trial.judge(attach, as: .attach, of: Self.vif, also: attach.isDone)
          let detach = try await guest.askDetach(Self.vif.selector)
          try await trial.judge(detach, as: .detach, of: Self.vif, also: detach.isDone)
          try await guest.virsh("define", "\(guest.host.folder)/\(guest.name).xml")
        }
      }

      @Test func `configuration that cannot be stored`() async throws {
        try await Faults.try(.configurationUnstored, on: .prompt) { trial in
          let guest = trial.guest
          try await guest.withoutStore {
            let attach = try await guest.ask("attach", Self.vif.json)
            let isHalf = attach.seen?.live == "present" && attach.seen?.config == "absent"
            try await trial.judge(attach, as: .attach, of: Self.vif, also: isHalf)
          }
          try await trial.attachAgain(Self.vif)
          try await guest.withoutStore {
            let detach = try await guest.askDetach(Self.vif.selector)
            let isHalf = detach.seen?.live == "absent" && detach.seen?.config == "present"
            try await trial.judge(detach, as: .detach, of: Self.vif, also: isHalf)
          }
          try await trial.detachAgain(Self.vif)
        }
      }

      @Test func `shut off, or unknown`() async throws {
        try await Faults.try(.domainShutOff, on: .deaf) { trial in
          let guest = trial.guest
          try await guest.destroy()
          let live = try await guest.ask("attach", Self.vif.json, "--live")
          try await trial.judge(live, refuses: Self.vif, "domain.not-running")
          let missing = ToolAnswer(
            try await tool("list", "-c", trial.host.uri, "no-such-guest", "--format", "json")
          )
          trial.judge(missing, isTrue: missing.code == "domain.missing" && missing.exit == 3)
          try await guest.start()
          let again = try await guest.ask("attach", Self.vif.json, "--live")
          trial.finish(again, isDone: try await guest.view(of: Self.vif).live)
          try await guest.renew()
        }
      }
    }
  }
#endif
