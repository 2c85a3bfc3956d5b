#if Libvirt
  import Lab
  import Testing
  import ToolRun

  extension Faults {
    /// The client itself may not, is cut off, is killed, or is not alone.
    @Suite struct ClientFails {
      private static let vif = FaultVIF(number: 7)
      /// How `timeout` ends that has killed, as a shell tells it and as its parent does.
      private static let byKill: [CInt] = [128 + 9, -9]

      @Test func `reads only`() async throws {
        try await Faults.try(.readOnly, on: .deaf) { trial in
          let folder = try TemporaryFolder()
          let file = try folder.write(Self.vif.json, to: "item.json")
          for options in [["-c", trial.host.uri, "-r"], ["-c", "\(trial.host.uri)-ro"]] {
            let answer = ToolAnswer(
              try await tool(["attach", trial.guest.name, file, "--format", "json"] + options)
            )
            try await trial.judge(answer, refuses: Self.vif, "connection.read-only")
          }
          try await trial.attachAgain(Self.vif)
          try await trial.guest.renew()
        }
      }

      @Test func `cut off`() async throws {
        try await Faults.try(.connectionCut, on: .prompt) { trial in
          let (host, guest) = (trial.host, trial.guest)
          _ = try await guest.ask("attach", Self.vif.json)
          try await guest.clear(Self.vif)
          let attaching = try await Moments { try await guest.ask("attach", Self.vif.json) }
          let detaching = try await Moments { try await guest.askDetach(Self.vif.selector) }
          let delay = try await ContinuousClock().measure { try await host.cutConnections() }
          for _ in 0..<Rounds.few * 2 {
            let attached = try await Faults.answer(
              of: { try await guest.ask("attach", Self.vif.json) },
              after: attaching.random(less: delay)
            ) { try await host.cutConnections() }
            try await trial.judge(attached, as: .attach, of: Self.vif, settled: true)
            try await trial.attachAgain(Self.vif)
            let detached = try await Faults.answer(
              of: { try await guest.askDetach(Self.vif.selector) },
              after: detaching.random(less: delay)
            ) { try await host.cutConnections() }
            try await trial.judge(detached, as: .detach, of: Self.vif, settled: true)
            try await trial.detachAgain(Self.vif)
          }
        }
      }

      @Test func `two attach at once`() async throws {
        try await Faults.try(.twoAttach, on: .prompt) { trial in
          let guest = trial.guest
          for _ in 0..<Rounds.few * 2 {
            async let left = guest.ask("attach", Self.vif.json)
            async let right = guest.ask("attach", Self.vif.json)
            for answer in try await [left, right] {
              let isOne = try await guest.nicCount == 1 && answer.isDone
              try await trial.judge(answer, as: .attach, of: Self.vif, also: isOne)
            }
            let again = try await guest.ask("attach", Self.vif.json)
            trial.finish(again, isDone: again.status == "unchanged")
            try await guest.clear(Self.vif)
          }
        }
      }

      @Test func `two detach at once`() async throws {
        try await Faults.try(.twoDetach, on: .prompt) { trial in
          let guest = trial.guest
          for _ in 0..<Rounds.few * 2 {
            try await guest.give(Self.vif)
            async let left = guest.askDetach(Self.vif.selector, "--if-present")
            async let right = guest.askDetach(Self.vif.selector, "--if-present")
            for answer in try await [left, right] {
              try await trial.judge(answer, as: .detach, of: Self.vif, also: answer.isDone)
            }
            try await trial.detachAgain(Self.vif)
          }
        }
      }

      @Test func `attach and detach at once`() async throws {
        let other = FaultVIF(number: 8)
        try await Faults.try(.attachBesideDetach, on: .prompt) { trial in
          let guest = trial.guest
          for _ in 0..<Rounds.few {
            try await guest.give(other)
            async let left = guest.ask("attach", Self.vif.json)
            async let right = guest.askDetach(other.selector)
            let (attach, detach) = try await (left, right)
            try await trial.judge(attach, as: .attach, of: Self.vif, also: attach.isDone)
            try await trial.judge(detach, as: .detach, of: other, also: detach.isDone)
            try await guest.clear(Self.vif)
          }
        }
      }

      @Test func `killed while it applies`() async throws {
        let sets = [
          [FaultVIF(number: 10), FaultVIF(number: 11)],
          [FaultVIF(number: 11, guest: #"{"mtu":1400}"#), FaultVIF(number: 12)],
        ]
        let rounds = Rounds.share(40)
        try await Faults.try(.toolKilled, on: .prompt) { trial in
          let guest = trial.guest
          func items(_ set: [FaultVIF]) -> String { "[\(set.map(\.json).joined(separator: ","))]" }
          #expect(try await guest.ask("apply", items(sets[1]), "--replace").run.status == 0)
          let moments = try await Moments {
            try await guest.ask("apply", items(sets[0]), "--replace")
          }
          for round in 0..<rounds {
            let set = sets[(round + 1) % 2]
            let folder = try TemporaryFolder()
            let path = try folder.write(items(set), to: "items.json")
            let moment = moments.moment(round, of: rounds).components
            let seconds = Double(moment.seconds) + Double(moment.attoseconds) / 1e18
            let killed = try await shell(
              #"timeout -s KILL "$1" "$VIF" apply -c "$2" "$3" "$4" --replace"#,
              "\(seconds)",
              trial.host.uri,
              guest.name,
              path
            )
            let plan = try await guest.ask("plan", items(set))
            let isKilled = Self.byKill.contains(killed.status)
            let outcome = isKilled ? "killed" : "not killed in time"
            let isTrue = plan.isPlan && (isKilled || killed.status == 0)
            #expect(isTrue, "\(killed) \(plan.run)")
            trial.count(plan.isDone ? outcome : "\(outcome) half-way", isTrue: isTrue)
            let again = try await guest.ask("apply", items(set), "--replace")
            var isDone = try await [again.isDone, guest.nicCount == set.count].allSatisfy(\.self)
            for vif in set {
              let view = try await guest.view(of: vif)
              let isThere = try await guest.sees(vif.mac)
              isDone = isDone && view.live && view.config && isThere
            }
            trial.finish(try await guest.ask("plan", items(set)), isDone: isDone)
          }
          #expect(try await guest.ask("apply", "[]").run.status == 0)
        }
      }
    }
  }
#endif
