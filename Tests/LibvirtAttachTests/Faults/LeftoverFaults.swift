#if Libvirt
  import Lab
  import Testing

  extension Faults {
    /// An attach that was cut off has left something that libvirt does not know of.
    @Suite struct Leftovers {
      private static let vif = FaultVIF(number: 14)

      @Test func `are told, and go as it is told`() async throws {
        try await Faults.try(.nicLeftOver, on: .prompt) { trial in
          let guest = trial.guest
          // The NIC and its device, which is seen before libvirt is asked, or by libvirt.
          for options in [[], ["--no-host-check"]] {
            try await guest.leave(Self.vif, on: Self.vif.target)
            try #require(await guest.sees(Self.vif.mac))
            try await Self.judge(trial, "host.device-exists", options)
            try await guest.remedy(Self.vif)
            try await Self.finish(trial)
          }
          // The NIC with a device of another name: QEMU has its alias already.
          try await guest.leave(Self.vif, on: "tapleft")
          try #require(await guest.sees(Self.vif.mac))
          try await Self.judge(trial, "guest.leftover")
          try await guest.remedy(Self.vif)
          try await trial.host.run("ip", "link", "delete", "tapleft")
          try await Self.finish(trial)
          // The device alone.
          try await trial.host.run("ip", "tuntap", "add", Self.vif.target, "mode", "tap")
          try await trial.host.run("ip", "link", "set", Self.vif.target, "up")
          try await Self.judge(trial, "host.device-exists", ["--no-host-check"])
          try await guest.remedy(Self.vif)
          try await Self.finish(trial)
          // Shut off, QEMU has nothing any more; the device was made by another, and stays.
          try await guest.leave(Self.vif, on: "tapleft")
          try #require(await guest.sees(Self.vif.mac))
          try await Self.judge(trial, "guest.leftover")
          try await guest.destroy()
          try await guest.start()
          try await trial.host.run("ip", "link", "delete", "tapleft")
          try await Self.finish(trial)
        }
      }

      /// Counts an attach as true if it says what is left, and has changed nothing.
      private static func judge(
        _ trial: Trial,
        _ code: String,
        _ options: [String] = [],
        location: SourceLocation = #_sourceLocation
      ) async throws {
        let before = try await trial.guest.view(of: vif)
        let answer = try await trial.guest.ask("attach", vif.json, options)
        let view = try await trial.guest.view(of: vif)
        let isTrue = answer.code == code && view.isHalf && view == before && !view.config
        trial.judge(answer, isTrue: isTrue, view, location: location)
      }

      /// Attaches it, now that the remedy was made use of, and takes it off.
      private static func finish(_ trial: Trial) async throws {
        #expect(try await trial.guest.view(of: vif).isAbsent)
        try await trial.attachAgain(vif, afterRemedy: true)
        #expect(try await trial.guest.askDetach(vif.selector).status == "detached")
      }
    }
  }
#endif
