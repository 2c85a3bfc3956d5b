#if Libvirt
  import Lab
  import LibvirtAttach
  import Testing

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
          #expect(try await guest.domain.interfaces(in: .config).isEmpty)
        }
      }

      @Test func `never calls an interface gone that the guest still has`() async throws {
        try await EmbeddedQEMU.host.withGuest("detach-stuck") { guest in
          try await guest.domain.attach(Self.bridge)
          let report = try await guest.domain.detach(
            InterfaceSelector(Self.mac),
            timeout: .seconds(1)
          )
          #expect(report.live == .stillAttached)
          #expect(report.config == .changed)
          #expect(report.interface?.alias == "net0")
          #expect(try await guest.domain.interfaces(in: .live).map(\.alias) == ["net0"])
          #expect(try await guest.domain.interfaces(in: .config).isEmpty)
        }
      }

      @Test func `sees an interface leave when the guest is reset`() async throws {
        try await EmbeddedQEMU.host.withGuest("detach-reset") { guest in
          try await guest.domain.attach(Self.bridge)
          async let report = guest.domain.detach(InterfaceSelector("alias:net0"), .live)
          // More than one, since nothing tells when the request is with the guest.
          let resets = Task {
            while true {
              try await Task.sleep(for: .seconds(1))
              try await guest.reset()
            }
          }
          #expect(try await report.live == .changed)
          #expect(try await report.config == .untouched)
          resets.cancel()
          _ = await resets.result
          #expect(try await guest.domain.interfaces(in: .live).isEmpty)
          #expect(try await guest.domain.interfaces(in: .config).count == 1)
        }
      }

      @Test func `takes a guest that is shut off for one without the interface`() async throws {
        try await EmbeddedQEMU.host.withGuest("detach-off") { guest in
          try await guest.domain.attach(Self.bridge)
          async let report = guest.domain.detach(.index(1), .live)
          // The libvirt call takes five seconds; the guest stops while it is waited for.
          try await Task.sleep(for: .seconds(7))
          try await guest.destroy()
          #expect(try await report.live == .changed)
        }
      }

      @Test func `changes nothing when the interface is missing or ambiguous`() async throws {
        try await EmbeddedQEMU.host.withGuest("detach-which") { guest in
          try await guest.domain.attach(Self.bridge)
          try await guest.domain.attach(Self.bridge, .live)
          let selector = try InterfaceSelector(Self.mac)
          let candidates = try await guest.domain.interfaces(in: .live)
          #expect(candidates.count == 2)
          await #expect(throws: HotPlugError.ambiguous(selector, candidates)) {
            try await guest.domain.detach(selector)
          }
          await #expect(throws: HotPlugError.interfaceNotFound(.target("eth9"))) {
            try await guest.domain.detach(.target("eth9"))
          }
          #expect(try await guest.domain.interfaces(in: .config).count == 1)
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
