#if Libvirt
  import Lab
  import Testing
  import ToolRun

  @testable import LibvirtAttach

  extension Faults {
    /// The guest says that it does not give the NIC up.
    @Suite struct RefusedRemoval {
      /// QEMU's x86 emulator sends that event for memory and processors alone, so that no NIC's guest can
      /// be brought to it: the guest and the request are real, and the event is put in at the seam
      /// between libvirt's callback and those who wait for it.
      @Test func `says that the guest refused`() async throws {
        try await Faults.try(.guestRefuses, on: .deaf) { trial in
          let guest = trial.guest
          let domain = try await Connection(trial.host.uri).domain(named: guest.name)
          let vif = FaultVIF(number: 9)
          try await guest.give(vif)
          let detach = await DetachUnderWay(.alias(vif.alias), of: domain)
          domain.connection.hub.tell(.deviceRemovalFailed(domain.identity, alias: vif.alias))
          let report = try await detach.report.get()
          let view = try await guest.view(of: vif)
          let isTrue =
            report.live == .stillAttached && report.obstacle == .refused && report.attempts == 1
            && report.config == .untouched && view.live && view.config
          #expect(isTrue, "\(report) \(view)")
          trial.count(
            "still-attached (\(report.obstacle?.rawValue ?? "nothing"))",
            isTrue: isTrue
          )
          try await guest.renew()
        }
      }
    }
  }
#endif
