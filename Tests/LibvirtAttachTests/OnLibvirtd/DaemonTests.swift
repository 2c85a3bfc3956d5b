#if Libvirt
  import Diagnostics
  import Lab
  import LibvirtAttach
  import Testing

  extension Faults {
    /// What becomes of the library's calls when libvirt's daemon ends, or answers nobody.
    @Suite struct DaemonTests {
      static func bridge(_ number: Int) -> String {
        """
        <interface type='bridge'>
          <mac address='52:54:00:da:00:0\(number)'/>
          <source bridge='br0'/>
          <model type='virtio'/>
          <alias name='ua-vif-dc065497-3c8d-4f44-8fb4-e1d33c16a53\(number)'/>
        </interface>
        """
      }

      /// Runs `body` with a guest, and leaves a daemon and the guest as they were.
      static func withGuest(_ body: (LabHost, LabGuest) async throws -> Void) async throws {
        let host = try #require(LabHost())
        try await host.withGuest(.prompt) { guest in
          let result: Result<Void, any Error>
          do {
            try await body(host, guest)
            result = .success(())
          } catch {
            result = .failure(error)
          }
          try? host.thawDaemon()
          try await host.startDaemonIfGone()
          try await guest.renew()
          try result.get()
        }
      }

      @Test func `notices that the daemon ended, and goes on with the next one`() async throws {
        try await Self.withGuest { host, guest in
          let connection = try await Connection(host.uri)
          let domain = try await connection.domain(named: guest.name)
          var events = try await connection.events().makeAsyncIterator()
          try await host.killDaemon()
          #expect(await events.next() == .connectionLost(ConnectionLoss(.endOfFile)))
          #expect(!connection.isOpen)
          let lost = await #expect(throws: HotPlugError.self) { try await domain.isActive }
          #expect(lost?.diagnosis.code == .connectionLost)
          let refused = await #expect(throws: HotPlugError.self) {
            try await connection.reconnect()
          }
          #expect(refused?.diagnosis.code.rawValue == "connection.no-daemon")

          try await host.startDaemon()
          try await connection.reconnect()
          #expect(await events.next() == .connectionRestored)
          let report = try await domain.attach(Self.bridge(1), .live)
          #expect(
            await events.next()
              == .deviceAdded(domain.identity, alias: report.device?.alias ?? "none")
          )
        }
      }

      @Test func `waits for the guest's answer through the next daemon`() async throws {
        try await Self.withGuest { host, guest in
          let domain = try await Connection(host.uri).domain(named: guest.name)
          try await domain.attach(Self.bridge(2))
          try await guest.suspend()
          let detach = await DetachUnderWay(.index(1), of: domain)
          try await host.killDaemon()
          try await host.startDaemon()
          try await guest.resume()
          let report = try await detach.report.get()
          #expect(report.live == .changed)
          #expect(report.config == .changed)
          #expect(try await domain.devices(in: .live).isEmpty)
        }
      }

      /// With a TAP of another name the new NIC comes first, with the same one the old one goes first.
      @Test(arguments: ["tapdn", "tapdo"])
      func `goes on with a replacement through a new connection`(target: String) async throws {
        func nic(_ target: String, _ mtu: Int) -> String {
          Self.bridge(5).replacing(
            "<model",
            with: "<target dev='\(target)'/><mtu size='\(mtu)'/><model"
          )
        }
        try await Self.withGuest { host, guest in
          let domain = try await Connection(host.uri).domain(named: guest.name)
          try await domain.attach(nic("tapdo", 1500))
          try await guest.suspend()
          let (progress, sender) = AsyncStream.makeStream(of: DetachProgress.self)
          let options = ChangeOptions(onDifference: .replace) { sender.yield($0) }
          async let running = domain.update(nic(target, 1400), .existing, options)
          var isCut = false
          for await step in progress {
            if case .connectionLost = step { break }
            if case .asked = step, !isCut {
              isCut = true
              try await host.cutConnections()
            }
          }
          try await guest.resume()
          let report = try await running
          #expect(report.live == .replaced)
          #expect(report.config == .updated)
          #expect(try await domain.devices(in: .live).map(\.target) == [target])
          #expect(try await domain.devices(in: .config).map(\.target) == [target])
        }
      }

      @Test func `gives a daemon up that does not answer`() async throws {
        try await Self.withGuest { host, guest in
          var settings = ConnectionSettings()
          settings.keepAlive = ConnectionSettings.KeepAlive(interval: 1, count: 2)
          let connection = try await Connection(host.uri, settings)
          let domain = try await connection.domain(named: guest.name)
          try host.freezeDaemon()
          let error = await #expect(throws: HotPlugError.self) {
            try await domain.attach(Self.bridge(4))
          }
          #expect(error?.diagnosis.code == .connectionLost)
          try host.thawDaemon()
          try await connection.reconnect()
          #expect(try await domain.isActive)
        }
      }
    }
  }
#endif
