#if Libvirt
  import Lab
  import Testing
  import ToolRun

  extension Faults {
    /// What is asked for is taken, ambiguous, or has no place.
    @Suite struct IdentityClashes {
      @Test func `duplicate MAC address`() async throws {
        let first = FaultVIF(number: 5)
        var second = FaultVIF(number: 6)
        second.otherMAC = first.mac
        try await Faults.withGuest(.prompt) { _, guest in
          try await Fault.duplicateMAC.observe { tally in
            _ = try await guest.ask("attach", first.json)
            let answer = try await guest.ask("attach", second.json)
            let isTrue = try await [
              answer.code == "attach.duplicate-mac", guest.nicCount == 1,
              guest.host.link(second.target) == nil,
            ].allSatisfy(\.self)
            #expect(isTrue, "\(answer.run)")
            tally.answer(answer, isTrue: isTrue)
            try await guest.clear(first)
            let again = try await guest.ask("attach", second.json)
            let view = try await guest.view(of: second)
            tally.secondRun(isDone: again.isDone && view.live && view.config)
            try await guest.clear(second)
          }
        }
      }

      @Test func `duplicate alias`() async throws {
        let first = FaultVIF(number: 5)
        var twin = first
        twin.otherMAC = "52:54:00:fa:00:f5"
        let second = FaultVIF(number: 6)
        try await Faults.withGuest(.prompt) { host, guest in
          let folder = try TemporaryFolder()
          let generator = try folder.write(
            """
            <rng model='virtio'><backend model='random'>/dev/urandom</backend>\
            <alias name='\(second.alias)'/></rng>
            """,
            to: "rng.xml"
          )
          try await Fault.duplicateAlias.observe { tally in
            _ = try await guest.ask("attach", first.json)
            let answer = try await guest.ask("attach", twin.json)
            let isTrue = try await [answer.code == "attach.differs", guest.nicCount == 1]
              .allSatisfy(\.self)
            #expect(isTrue, "\(answer.run)")
            tally.answer(answer, isTrue: isTrue)

            try await guest.virsh("attach-device", guest.name, generator, "--live")
            let other = try await guest.ask("attach", second.json)
            let isRefused = try await [other.code == "attach.duplicate-alias", guest.nicCount == 1]
              .allSatisfy(\.self)
            #expect(isRefused, "\(other.run)")
            tally.answer(other, isTrue: isRefused)
            try await guest.virsh("detach-device", guest.name, generator, "--live")
            _ = try await host.eventually {
              try await !guest.virsh("dumpxml", guest.name).contains("</rng>")
            }
            let again = try await guest.ask("attach", second.json)
            let view = try await guest.view(of: second)
            tally.secondRun(isDone: again.isDone && view.live && view.config)
            try await guest.clear(first)
            try await guest.clear(second)
          }
        }
      }

      @Test func `ambiguous MAC address`() async throws {
        let first = FaultVIF(number: 5)
        try await Faults.withGuest(.prompt) { _, guest in
          let folder = try TemporaryFolder()
          let twin = try folder.write(
            """
            <interface type='bridge'><mac address='\(first.mac)'/><source bridge='br0'/>\
            <model type='virtio'/></interface>
            """,
            to: "twin.xml"
          )
          try await Fault.ambiguousMAC.observe { tally in
            _ = try await guest.ask("attach", first.json)
            try await guest.virsh("attach-device", guest.name, twin, "--live")
            let answer = try await guest.askDetach("mac:\(first.mac)")
            let namesBoth =
              answer.errors.contains(first.alias) && answer.errors.contains("alias:net0")
            let isTrue = try await [answer.exit == 3, namesBoth, guest.nicCount == 2].allSatisfy(
              \.self
            )
            #expect(isTrue, "\(answer.run)")
            tally.answer(answer, "both named", isTrue: isTrue)
            let again = try await guest.askDetach(first.selector)
            let isLeft = try await guest.host.eventually { try await guest.nicCount == 1 }
            tally.secondRun(isDone: again.isDone && isLeft)
            try await guest.clear(first)
            #expect(try await guest.askDetach("mac:\(first.mac)").run.status == 0)
          }
        }
      }

      @Test func `taken device name`() async throws {
        let first = FaultVIF(number: 5)
        var second = FaultVIF(number: 6)
        second.otherTarget = first.target
        try await Faults.withGuest(.prompt) { _, guest in
          try await Fault.deviceNameTaken.observe { tally in
            _ = try await guest.ask("attach", first.json)
            let answer = try await guest.ask("attach", second.json)
            let view = try await guest.view(of: second.mac, target: nil)
            let isTrue = answer.code == "host.device-exists" && view.isAbsent
            #expect(isTrue, "\(view) \(answer.run)")
            tally.answer(answer, isTrue: isTrue)
            try await guest.clear(first)
            let again = try await guest.ask("attach", second.json)
            tally.secondRun(
              isDone: try await [again.isDone, guest.sees(second.mac)].allSatisfy(\.self)
            )
            try await guest.clear(second)
          }
        }
      }

      @Test func `attached twice`() async throws {
        let vif = FaultVIF(number: 5)
        try await Faults.withGuest(.prompt) { _, guest in
          try await Fault.attachedTwice.observe { tally in
            #expect(try await guest.ask("attach", vif.json).status == "attached")
            let answer = try await guest.ask("attach", vif.json)
            let isTrue = try await [answer.status == "unchanged", guest.nicCount == 1].allSatisfy(
              \.self
            )
            #expect(isTrue, "\(answer.run)")
            tally.answer(answer, isTrue: isTrue)
            #expect(try await guest.askDetach(vif.selector).status == "detached")
          }
        }
      }

      @Test func `no free PCI port`() async throws {
        try await Faults.withGuest(.deaf) { _, guest in
          try await Fault.noFreePort.observe { tally in
            for number in 0..<6 {
              let attach = try await guest.ask("attach", FaultVIF(number: number).json)
              #expect(attach.isDone, "\(attach.run)")
            }
            let last = FaultVIF(number: 6)
            let answer = try await guest.ask("attach", last.json)
            let view = try await guest.view(of: last)
            let isTrue = answer.code == "attach.no-pci-port" && view.isAbsent
            #expect(isTrue, "\(view) \(answer.run)")
            tally.answer(answer, isTrue: isTrue)
            // The configuration alone gets a port by itself, which the next start has.
            let stored = try await guest.ask("attach", last.json, "--config")
            try await guest.destroy()
            try await guest.start()
            let again = try await guest.ask("attach", last.json)
            let end = try await guest.view(of: last)
            #expect(stored.isDone && again.status == "unchanged", "\(again.run)")
            tally.secondRun(isDone: again.isDone && end.live && end.config)
            try await guest.renew()
          }
        }
      }
    }
  }
#endif
