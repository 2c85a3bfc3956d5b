#if Libvirt
  import Lab
  import Testing

  extension Faults {
    /// libvirt's daemon ends, or answers nobody.
    @Suite struct DaemonEnds {
      private static let vif = FaultVIF(number: 1)

      @Test func `killed while it attaches`() async throws {
        try await Faults.withGuest(.prompt) { host, guest in
          let moments = try await Self.attachMoments(guest)
          try await Fault.daemonKilledAtAttach.observe { tally in
            for _ in 0..<Rounds.share(40) {
              async let running = guest.ask("attach", Self.vif.json)
              try await Task.sleep(for: moments.random())
              try await host.killDaemon()
              try await host.startDaemon()
              let answer = try await running
              let view = try await guest.view(of: Self.vif)
              let isTrue = answer.isTrue(ofAttachSeenAs: view)
              #expect(isTrue, "\(view) \(answer.run)")
              tally.answer(answer, isTrue: isTrue)
              try await Self.attachAgain(guest, tally)
            }
          }
        }
      }

      @Test func `killed while it detaches`() async throws {
        try await Faults.withGuest(.prompt) { host, guest in
          let moments = try await Self.detachMoments(guest)
          try await Fault.daemonKilledAtDetach.observe { tally in
            for _ in 0..<Rounds.share(40) {
              let attach = try await guest.ask("attach", Self.vif.json)
              try #require(attach.status == "attached", "\(attach.run)")
              async let running = guest.askDetach(Self.vif.selector)
              try await Task.sleep(for: moments.random())
              try await host.killDaemon()
              try await host.startDaemon()
              let answer = try await running
              let view = try await guest.view(of: Self.vif)
              let isTrue = answer.isTrue(ofDetachSeenAs: view)
              #expect(isTrue, "\(view) \(answer.run)")
              tally.answer(answer, isTrue: isTrue)
              try await Self.detachAgain(guest, tally)
            }
          }
        }
      }

      @Test func `stopped while it attaches`() async throws {
        try await Faults.withGuest(.prompt) { host, guest in
          let moments = try await Self.attachMoments(guest)
          try await Fault.daemonStoppedAtAttach.observe { tally in
            for _ in 0..<Rounds.share(10) {
              async let running = guest.ask("attach", Self.vif.json, "--call-timeout", "1")
              try await Task.sleep(for: moments.random())
              try host.freezeDaemon()
              let answer = try await running
              let view = try await Self.thawedView(host, guest, tally)
              let isTrue = answer.isTrue(ofAttachSeenAs: view)
              #expect(isTrue, "\(view) \(answer.run)")
              tally.answer(answer, isTrue: isTrue)
              try await Self.attachAgain(guest, tally)
            }
          }
        }
      }

      @Test func `stopped while it detaches`() async throws {
        try await Faults.withGuest(.prompt) { host, guest in
          let moments = try await Self.detachMoments(guest)
          try await Fault.daemonStoppedAtDetach.observe { tally in
            for _ in 0..<Rounds.share(10) {
              #expect(try await guest.ask("attach", Self.vif.json).status == "attached")
              async let running = guest.askDetach(
                Self.vif.selector,
                "--call-timeout",
                "1",
                "--attempts",
                "1",
                "--timeout",
                "2"
              )
              try await Task.sleep(for: moments.random())
              try host.freezeDaemon()
              let answer = try await running
              let view = try await Self.thawedView(host, guest, tally)
              let isTrue = answer.isTrue(ofDetachSeenAs: view)
              #expect(isTrue, "\(view) \(answer.run)")
              tally.answer(answer, isTrue: isTrue)
              try await Self.detachAgain(guest, tally)
            }
          }
        }
      }

      /// How long an attach takes that nothing befalls.
      private static func attachMoments(_ guest: LabGuest) async throws -> Moments {
        _ = try await guest.ask("attach", vif.json)
        try await guest.clear(vif)
        let moments = try await Moments { try await guest.ask("attach", vif.json) }
        try await guest.clear(vif)
        return moments
      }

      /// How long a detach takes that nothing befalls.
      private static func detachMoments(_ guest: LabGuest) async throws -> Moments {
        for _ in 0..<2 {
          _ = try await guest.ask("attach", vif.json)
          try await guest.clear(vif)
        }
        _ = try await guest.ask("attach", vif.json)
        return try await Moments { try await guest.askDetach(vif.selector) }
      }

      /// Lets the daemon go on, and looks when it has done what it was still to do.
      ///
      /// libvirt 9.0's daemon may crash then: it takes the events back of a client that has gone.
      private static func thawedView(
        _ host: LabHost,
        _ guest: LabGuest,
        _ tally: Tally
      ) async throws -> OutsideView {
        try host.thawDaemon()
        do {
          return try await guest.settledView(of: vif)
        } catch {
          try await host.startDaemonIfGone()
          tally.note("libvirtd itself crashed when it went on")
          return try await guest.settledView(of: vif)
        }
      }

      /// Attaches once more, if need be after what the answer told to do, and clears up.
      private static func attachAgain(_ guest: LabGuest, _ tally: Tally) async throws {
        var again = try await guest.ask("attach", vif.json)
        let view = try await guest.view(of: vif)
        let isHalf = view.isHalf && ["guest.leftover", "host.device-exists"].contains(again.code)
        if isHalf {
          try await guest.remedy(vif)
          again = try await guest.ask("attach", vif.json)
        }
        let end = try await guest.view(of: vif)
        let isDone = again.isDone && end.live && end.config && end.hypervisor
        #expect(isDone, "\(end) \(again.run)")
        tally.secondRun(
          isDone: try await [isDone, guest.sees(vif.mac)].allSatisfy(\.self),
          afterRemedy: isHalf
        )
        try await guest.clear(vif)
      }

      /// Detaches once more.
      private static func detachAgain(_ guest: LabGuest, _ tally: Tally) async throws {
        let again = try await guest.askDetach(vif.selector, "--if-present")
        let end = try await guest.view(of: vif)
        let isDone = again.isDone && end.isAbsent
        #expect(isDone, "\(end) \(again.run)")
        tally.secondRun(isDone: try await [isDone, guest.misses(vif.mac)].allSatisfy(\.self))
        try await guest.clear(vif)
      }
    }
  }

  extension LabGuest {
    /// Looks for a VIF's NIC from outside, when libvirt has done what it was still to do.
    func settledView(of vif: FaultVIF) async throws -> OutsideView {
      var view = try await view(of: vif)
      _ = try await host.eventually {
        try await Task.sleep(for: .milliseconds(300))
        let before = view
        view = try await self.view(of: vif)
        return view == before
      }
      return view
    }
  }
#endif
