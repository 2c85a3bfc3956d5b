#if Libvirt
  import Lab
  import Testing
  import ToolRun

  extension Faults {
    /// The client itself may not, is cut off, is killed, or is not alone.
    @Suite struct ClientFails {
      private static let vif = FaultVIF(number: 7)

      @Test func `reads only`() async throws {
        try await Faults.withGuest(.deaf) { host, guest in
          let folder = try TemporaryFolder()
          let file = try folder.write(Self.vif.json, to: "item.json")
          try await Fault.readOnly.observe { tally in
            for options in [["-c", host.uri, "-r"], ["-c", "\(host.uri)-ro"]] {
              let run = try await tool(
                ["attach", guest.name, file, "--format", "json"] + options
              )
              let answer = ToolAnswer(run)
              let view = try await guest.view(of: Self.vif)
              let isTrue = answer.code == "connection.read-only" && view.isAbsent
              #expect(isTrue, "\(view) \(run)")
              tally.answer(answer, isTrue: isTrue)
            }
            let again = try await guest.ask("attach", Self.vif.json)
            tally.secondRun(isDone: again.isDone)
            try await guest.renew()
          }
        }
      }

      @Test func `cut off`() async throws {
        try await Faults.withGuest(.prompt) { host, guest in
          _ = try await guest.ask("attach", Self.vif.json)
          try await guest.clear(Self.vif)
          let attaching = try await Moments { try await guest.ask("attach", Self.vif.json) }
          let detaching = try await Moments { try await guest.askDetach(Self.vif.selector) }
          let delay = try await ContinuousClock().measure { try await host.cutConnections() }
          try await Fault.connectionCut.observe { tally in
            for _ in 0..<Rounds.few * 2 {
              async let attach = guest.ask("attach", Self.vif.json)
              try await Task.sleep(for: attaching.random(less: delay))
              try await host.cutConnections()
              let attached = try await attach
              let there = try await guest.settledView(of: Self.vif)
              let isAttachTrue = attached.isTrue(ofAttachSeenAs: there)
              #expect(isAttachTrue, "\(there) \(attached.run)")
              tally.answer(attached, isTrue: isAttachTrue)
              let again = try await guest.ask("attach", Self.vif.json)
              tally.secondRun(isDone: again.isDone)

              async let detach = guest.askDetach(Self.vif.selector)
              try await Task.sleep(for: detaching.random(less: delay))
              try await host.cutConnections()
              let detached = try await detach
              let gone = try await guest.settledView(of: Self.vif)
              let isDetachTrue = detached.isTrue(ofDetachSeenAs: gone)
              #expect(isDetachTrue, "\(gone) \(detached.run)")
              tally.answer(detached, isTrue: isDetachTrue)
              let end = try await guest.askDetach(Self.vif.selector, "--if-present")
              let view = try await guest.view(of: Self.vif)
              tally.secondRun(isDone: end.isDone && view.isAbsent)
            }
          }
        }
      }

      @Test func `two attach at once`() async throws {
        try await Faults.withGuest(.prompt) { _, guest in
          try await Fault.twoAttach.observe { tally in
            for _ in 0..<Rounds.few * 2 {
              async let left = guest.ask("attach", Self.vif.json)
              async let right = guest.ask("attach", Self.vif.json)
              let answers = try await [left, right]
              let view = try await guest.view(of: Self.vif)
              let isOne = try await guest.nicCount == 1
              for answer in answers {
                let isTrue = answer.isTrue(ofAttachSeenAs: view) && isOne && answer.isDone
                #expect(isTrue, "\(view) \(answer.run)")
                tally.answer(answer, isTrue: isTrue)
              }
              let again = try await guest.ask("attach", Self.vif.json)
              tally.secondRun(isDone: again.status == "unchanged")
              try await guest.clear(Self.vif)
            }
          }
        }
      }

      @Test func `two detach at once`() async throws {
        try await Faults.withGuest(.prompt) { _, guest in
          try await Fault.twoDetach.observe { tally in
            for _ in 0..<Rounds.few * 2 {
              #expect(try await guest.ask("attach", Self.vif.json).run.status == 0)
              async let left = guest.askDetach(Self.vif.selector, "--if-present")
              async let right = guest.askDetach(Self.vif.selector, "--if-present")
              let answers = try await [left, right]
              let view = try await guest.view(of: Self.vif)
              for answer in answers {
                let isTrue = answer.isTrue(ofDetachSeenAs: view) && answer.isDone
                #expect(isTrue, "\(view) \(answer.run)")
                tally.answer(answer, isTrue: isTrue)
              }
              tally.secondRun(
                isDone: try await [view.isAbsent, guest.misses(Self.vif.mac)].allSatisfy(\.self)
              )
            }
          }
        }
      }

      @Test func `attach and detach at once`() async throws {
        let other = FaultVIF(number: 8)
        try await Faults.withGuest(.prompt) { _, guest in
          try await Fault.attachBesideDetach.observe { tally in
            for _ in 0..<Rounds.few {
              #expect(try await guest.ask("attach", other.json).run.status == 0)
              async let left = guest.ask("attach", Self.vif.json)
              async let right = guest.askDetach(other.selector)
              let (attach, detach) = try await (left, right)
              let there = try await guest.view(of: Self.vif)
              let gone = try await guest.view(of: other)
              let isTrue = attach.isDone && attach.isTrue(ofAttachSeenAs: there)
              #expect(isTrue, "\(there) \(attach.run)")
              tally.answer(attach, isTrue: isTrue)
              let isGone = detach.isDone && detach.isTrue(ofDetachSeenAs: gone)
              #expect(isGone, "\(gone) \(detach.run)")
              tally.answer(detach, isTrue: isGone)
              try await guest.clear(Self.vif)
            }
          }
        }
      }

      @Test func `killed while it applies`() async throws {
        let sets = [
          [FaultVIF(number: 10), FaultVIF(number: 11)],
          [FaultVIF(number: 11, guest: #"{"mtu":1400}"#), FaultVIF(number: 12)],
        ]
        let rounds = Rounds.share(40)
        try await Faults.withGuest(.prompt) { host, guest in
          func items(_ set: [FaultVIF]) -> String { "[\(set.map(\.json).joined(separator: ","))]" }
          #expect(try await guest.ask("apply", items(sets[1]), "--replace").run.status == 0)
          let moments = try await Moments {
            try await guest.ask("apply", items(sets[0]), "--replace")
          }
          try await Fault.toolKilled.observe { tally in
            for round in 0..<rounds {
              let set = sets[(round + 1) % 2]
              let folder = try TemporaryFolder()
              let path = try folder.write(items(set), to: "items.json")
              let moment = moments.moment(round, of: rounds).components
              let seconds = Double(moment.seconds) + Double(moment.attoseconds) / 1e18
              let killed = try await shell(
                #"timeout -s KILL "$1" "$VIF" apply -c "$2" "$3" "$4" --replace"#,
                "\(seconds)",
                host.uri,
                guest.name,
                path
              )
              let plan = try await guest.ask("plan", items(set))
              let outcome = killed.status == 0 ? "not killed in time" : "killed"
              tally.answer(plan.isDone ? outcome : "\(outcome) half-way", isTrue: plan.exit <= 1)
              let end = try await guest.ask("apply", items(set), "--replace")
              var isDone = try await [end.isDone, guest.nicCount == set.count].allSatisfy(\.self)
              for vif in set {
                let view = try await guest.view(of: vif)
                let isThere = try await guest.sees(vif.mac)
                isDone = isDone && view.live && view.config && isThere
              }
              let last = try await guest.ask("plan", items(set))
              #expect(isDone && last.isDone, "\(end.run) \(last.run)")
              tally.secondRun(isDone: isDone && last.isDone)
            }
            #expect(try await guest.ask("apply", "[]").run.status == 0)
          }
        }
      }
    }
  }
#endif
