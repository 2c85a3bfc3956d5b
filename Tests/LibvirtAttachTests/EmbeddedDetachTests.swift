#if Libvirt
  import Diagnostics
  import Lab
  import Testing

  @testable import LibvirtAttach

  extension EmbeddedTests {
    @Suite struct Detach {
      static let bridge = Attach.bridge
      static let mac = "52:54:00:aa:00:01"

      @Test func `takes an interface off the configuration`() async throws {
        try await EmbeddedQEMU.host.withGuest("detach-config", isRunning: false) { guest in
          try await guest.domain.attach(Self.bridge)
          let report = try await guest.domain.detach(InterfaceSelector(Self.mac))
          #expect(report.live == .untouched)
          #expect(report.config == .changed)
          #expect(try await guest.domain.devices(in: .config).isEmpty)
        }
      }

      @Test func `never calls an interface gone that the guest still has`() async throws {
        try await EmbeddedQEMU.host.withGuest("detach-stuck") { guest in
          try await guest.domain.attach(Self.bridge)
          let report = try await guest.domain.detach(
            InterfaceSelector(Self.mac),
            patience: DetachPatience(attempts: 2, timeout: .milliseconds(500))
          )
          #expect(report.live == .stillAttached)
          #expect(report.obstacle == .timeout)
          #expect(report.attempts == 2)
          #expect(report.config == .untouched)
          #expect(!report.isChanged)
          #expect(report.device?.alias == "net0")
          #expect(try await guest.domain.devices(in: .live).map(\.alias) == ["net0"])
          #expect(try await guest.domain.devices(in: .config).count == 1)
        }
      }

      @Test func `sees an interface leave when the guest is reset`() async throws {
        try await EmbeddedQEMU.host.withGuest("detach-reset") { guest in
          try await guest.domain.attach(Self.bridge)
          let detach = await DetachUnderWay(.alias("net0"), .live, of: guest.domain)
          // More than one, since a guest whose firmware has not begun takes no notice of the first.
          let resets = Task {
            while true {
              try await guest.reset()
              try await Task.sleep(for: .seconds(1))
            }
          }
          defer { resets.cancel() }
          let report = try await detach.report.get()
          #expect(report.live == .changed)
          #expect(report.config == .untouched)
          #expect(report.attempts == 1)
          #expect(try await guest.domain.devices(in: .live).isEmpty)
          #expect(try await guest.domain.devices(in: .config).count == 1)
        }
      }

      @Test func `takes a guest that is shut off for one without the interface`() async throws {
        try await EmbeddedQEMU.host.withGuest("detach-off") { guest in
          try await guest.domain.attach(Self.bridge)
          let detach = await DetachUnderWay(.index(1), of: guest.domain)
          try await guest.destroy()
          let report = try await detach.report.get()
          #expect(report.live == .guestEnded)
          #expect(report.config == .changed)
          #expect(report.attempts == 1)
        }
      }

      @Test func `changes nothing when the interface is missing or ambiguous`() async throws {
        try await EmbeddedQEMU.host.withGuest("detach-which") { guest in
          try await guest.domain.attach(Self.bridge)
          // libvirt itself takes it.
          try await guest.domain.call("virDomainAttachDeviceFlags") {
            (handle) throws(LibvirtError) in
            try handle.attach(Self.bridge, to: .live)
          }
          let selector = try InterfaceSelector(Self.mac)
          let candidates = try await guest.domain.devices(in: .live)
          #expect(candidates.count == 2)
          await #expect(throws: HotPlugError.ambiguous(selector, candidates)) {
            try await guest.domain.detach(selector)
          }
          await #expect(throws: HotPlugError.interfaceNotFound(.target("eth9"))) {
            try await guest.domain.detach(.target("eth9"))
          }
          #expect(try await guest.domain.devices(in: .config).count == 1)
        }
      }

      @Test func `takes what is not there for done, if it may be absent`() async throws {
        try await EmbeddedQEMU.host.withGuest("detach-absent") { guest in
          let absent = try await guest.domain.detach(.target("eth9"), ifPresent: true)
          #expect(absent.live == .unchanged)
          #expect(absent.config == .unchanged)
          #expect(!absent.isChanged)
          try await guest.domain.attach(Self.bridge, .config)
          let stored = try await guest.domain.detach(
            InterfaceSelector(Self.mac),
            .liveAndConfig,
            ifPresent: true
          )
          #expect(stored.live == .unchanged)
          #expect(stored.config == .changed)
        }
      }

      @Test func `tells of a paused guest that it is paused`() async throws {
        try await EmbeddedQEMU.host.withGuest("detach-paused") { guest in
          try await guest.domain.attach(Self.bridge)
          try await guest.suspend()
          let report = try await guest.domain.detach(
            .index(1),
            patience: DetachPatience(attempts: 1, timeout: .zero)
          )
          #expect(report.obstacle == .paused)
        }
      }

      @Test func `stops waiting when its task is cancelled`() async throws {
        try await EmbeddedQEMU.host.withGuest("detach-cancelled") { guest in
          try await guest.domain.attach(Self.bridge)
          let detach = await DetachUnderWay(.index(1), of: guest.domain)
          detach.cancel()
          let error = await #expect(throws: HotPlugError.self) { try await detach.report.get() }
          #expect(error?.diagnosis.code == .callCancelled)
          #expect(try await guest.domain.devices(in: .live).count == 1)
        }
      }

      @Test func `takes a host device off a stored configuration`() async throws {
        try await EmbeddedQEMU.host.withGuest("detach-hostdev", isRunning: false) { guest in
          let hostDevice = { (function: Int) in
            """
            <hostdev mode='subsystem' type='pci' managed='yes'>
              <source><address domain='0' bus='0xa' slot='0' function='0x\(function)'/></source>
              <alias name='ua-vif-dc065497-3c8d-4f44-8fb4-e1d33c16a53\(function)'/>
            </hostdev>
            """
          }
          try await guest.domain.attach(hostDevice(1))
          try await guest.domain.attach(hostDevice(2))
          let devices = try await guest.domain.devices(in: .config)
          #expect(devices.map(\.type) == ["pci", "pci"])
          #expect(devices.map(\.source) == ["0000:0a:00.1", "0000:0a:00.2"])
          let report = try await guest.domain.detach(
            InterfaceSelector("vif:dc065497-3c8d-4f44-8fb4-e1d33c16a532")
          )
          #expect(report.config == .changed)
          #expect(try await guest.domain.devices(in: .config).map(\.source) == ["0000:0a:00.1"])
        }
      }

      @Test func `takes a macvtap off a stored configuration`() async throws {
        try await EmbeddedQEMU.host.withGuest("detach-direct", isRunning: false) { guest in
          try await guest.domain.attach(
            """
            <interface type='direct'>
              <mac address='52:54:00:aa:00:05'/>
              <source dev='lo' mode='bridge'/>
              <model type='virtio'/>
            </interface>
            """
          )
          let report = try await guest.domain.detach(.index(1))
          #expect(report.config == .changed)
        }
      }
    }
  }
#endif
