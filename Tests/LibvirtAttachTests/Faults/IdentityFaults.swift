#if Libvirt
  import Lab
  import Testing
  import ToolRun

  extension Faults {
    /// What is asked for is taken, ambiguous, or has no place.
    @Suite struct IdentityClashes {
      private static let first = FaultVIF(number: 5)

      /// Counts an attach to a guest with one NIC as true if it was refused and the guest has still one.
      private static func judge(
        _ answer: ToolAnswer,
        _ code: String,
        _ trial: Trial,
        location: SourceLocation = #_sourceLocation
      ) async throws {
        let isOne = try await trial.guest.nicCount == 1
        trial.judge(answer, isTrue: answer.code == code && isOne, location: location)
      }

      @Test func `duplicate MAC address`() async throws {
        let second = FaultVIF(number: 6, otherMAC: Self.first.mac)
        try await Faults.try(.duplicateMAC, on: .prompt) { trial in
          let guest = trial.guest
          try await guest.give(Self.first)
          let answer = try await guest.ask("attach", second.json)
          try await Self.judge(answer, "attach.duplicate-mac", trial)
          #expect(try await guest.host.link(second.target) == nil)
          try await guest.clear(Self.first)
          try await trial.attachAgain(second)
          try await guest.clear(second)
        }
      }

      @Test func `duplicate alias`() async throws {
        let twin = FaultVIF(number: 5, otherMAC: "52:54:00:fa:00:f5")
        let second = FaultVIF(number: 6)
        try await Faults.try(.duplicateAlias, on: .prompt) { trial in
          let guest = trial.guest
          let folder = try TemporaryFolder()
          let generator = try folder.write(
            """
            <rng model='virtio'><backend model='random'>/dev/urandom</backend>\
            <alias name='\(second.alias)'/></rng>
            """,
            to: "rng.xml"
          )
          try await guest.give(Self.first)
          try await Self.judge(guest.ask("attach", twin.json), "attach.differs", trial)
          try await guest.virsh("attach-device", guest.name, generator, "--live")
          try await Self.judge(guest.ask("attach", second.json), "attach.duplicate-alias", trial)
          try await guest.virsh("detach-device", guest.name, generator, "--live")
          _ = try await trial.host.eventually {
            try await !guest.virsh("dumpxml", guest.name).contains("</rng>")
          }
          try await trial.attachAgain(second)
          try await guest.clear(Self.first)
          try await guest.clear(second)
        }
      }

      @Test func `ambiguous MAC address`() async throws {
        try await Faults.try(.ambiguousMAC, on: .prompt) { trial in
          let guest = trial.guest
          let folder = try TemporaryFolder()
          let twin = try folder.write(
            """
            <interface type='bridge'><mac address='\(Self.first.mac)'/><source bridge='br0'/>\
            <model type='virtio'/></interface>
            """,
            to: "twin.xml"
          )
          try await guest.give(Self.first)
          try await guest.virsh("attach-device", guest.name, twin, "--live")
          let answer = try await guest.askDetach("mac:\(Self.first.mac)")
          let namesBoth =
            answer.errors.contains(Self.first.alias) && answer.errors.contains("alias:net0")
          let isTrue = try await [answer.exit == 3, namesBoth, guest.nicCount == 2].allSatisfy(
            \.self
          )
          trial.judge(answer, "both named", isTrue: isTrue)
          let again = try await guest.askDetach(Self.first.selector)
          let isLeft = try await trial.host.eventually { try await guest.nicCount == 1 }
          trial.finish(again, isDone: isLeft)
          try await guest.clear(Self.first)
          #expect(try await guest.askDetach("mac:\(Self.first.mac)").run.status == 0)
        }
      }

      @Test func `taken device name`() async throws {
        let second = FaultVIF(number: 6, otherTarget: Self.first.target)
        try await Faults.try(.deviceNameTaken, on: .prompt) { trial in
          let guest = trial.guest
          try await guest.give(Self.first)
          let answer = try await guest.ask("attach", second.json)
          let view = try await guest.view(of: second.mac, target: nil)
          trial.judge(
            answer,
            isTrue: answer.code == "host.device-exists" && view.isAbsent,
            view
          )
          try await guest.clear(Self.first)
          try await trial.attachAgain(second)
          try await guest.clear(second)
        }
      }

      @Test func `attached twice`() async throws {
        try await Faults.try(.attachedTwice, on: .prompt) { trial in
          let guest = trial.guest
          try await guest.give(Self.first)
          let answer = try await guest.ask("attach", Self.first.json)
          let isOne = try await guest.nicCount == 1
          trial.judge(answer, isTrue: answer.status == "unchanged" && isOne)
          #expect(try await guest.askDetach(Self.first.selector).status == "detached")
        }
      }

      @Test func `no free PCI port`() async throws {
        let last = FaultVIF(number: 6)
        try await Faults.try(.noFreePort, on: .deaf) { trial in
          let guest = trial.guest
          for number in 0..<6 { try await guest.give(FaultVIF(number: number)) }
          let answer = try await guest.ask("attach", last.json)
          try await trial.judge(answer, refuses: last, "attach.no-pci-port")
          // The configuration alone gets a port by itself, which the next start has.
          let stored = try await guest.ask("attach", last.json, "--config")
          #expect(stored.isDone, "\(stored.run)")
          try await guest.destroy()
          try await guest.start()
          let again = try await guest.ask("attach", last.json)
          let end = try await guest.view(of: last)
          trial.finish(again, isDone: again.status == "unchanged" && end.live && end.config)
          try await guest.renew()
        }
      }
    }
  }
#endif
