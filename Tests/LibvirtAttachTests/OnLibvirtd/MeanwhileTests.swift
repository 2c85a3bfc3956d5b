#if Libvirt
  import Lab
  import Synchronization
  import Testing
  import ToolRun

  @testable import LibvirtAttach

  extension LibvirtdTests {
    /// What another client does between the steps of a plan.
    @Suite struct Meanwhile {
      private static func nic(
        _ number: Int,
        _ suffix: String = "",
        bridge: String = "br0"
      ) -> String {
        """
        <interface type='bridge'><mac address='52:54:00:0c:0e:0\(number)'/>\
        <source bridge='\(bridge)'/><target dev='tapmw\(number)\(suffix)'/><model type='virtio'/>\
        <alias name='ua-vif-dc065497-3c8d-4f44-8fb4-e1d33c16ae0\(number)\(suffix)'/></interface>
        """
      }

      private static func targets(
        _ domain: Domain,
        in definition: Definition
      ) async throws -> [String?] {
        try await domain.devices(in: definition).map(\.target)
      }

      /// Changes the running guest's devices as another client, while the one under test waits.
      private static func virsh(_ command: String, _ guest: LabGuest, _ device: String) {
        do {
          let folder = try TemporaryFolder()
          let path = try folder.write(device, to: "device.xml")
          let run = try Command(
            waitingFor: "virsh",
            ["-q", "-c", guest.host.uri, command, guest.name, path, "--live"]
          )
          #expect(run.status == 0, "\(run)")
        } catch {
          Issue.record(error)
        }
      }

      /// libvirt's definition of the running guest has a device before the guest does.
      @Test(arguments: [false, true])
      func `calls nothing attached that libvirt is still plugging in`(plans: Bool) async throws {
        let nic = Self.nic(plans ? 8 : 9)
        let host = try #require(LabHost())
        try await host.withGuest(.prompt) { guest in
          let domain = try await Connection(host.uri).domain(named: guest.name)
          let hasGoneOn = Mutex(false)
          try guest.freezeHypervisor()
          let first = Task { try await domain.attach(nic, .live) }
          #expect(try await host.eventually { try await !domain.devices(in: .live).isEmpty })
          let second = Task {
            let other = try await Connection(host.uri).domain(named: guest.name)
            if plans {
              _ = try await other.apply([nic], .live)
            } else {
              _ = try await other.attach(nic, .live)
            }
            return hasGoneOn.withLock { $0 }
          }
          try await Task.sleep(for: .seconds(1))
          hasGoneOn.withLock { $0 = true }
          try guest.thawHypervisor()
          #expect(try await second.value)
          #expect(try await first.value.live == .changed)
        }
      }

      @Test func `takes off the configuration what the guest has lost since, by another name`()
        async throws
      {
        let host = try #require(LabHost())
        try await host.withGuest(.prompt) { guest in
          let domain = try await Connection(host.uri).domain(named: guest.name)
          try await domain.attach(Self.nic(1), .config)
          // As a replacement leaves it.
          Self.virsh("attach-device", guest, Self.nic(1, "-2"))
          let reports = try await domain.apply([Self.nic(2)]) { report in
            guard report.number == 1 else { return }
            Self.virsh("detach-device", guest, Self.nic(1, "-2"))
          }
          #expect(reports.map(\.report.config) == [.changed, .changed])
          #expect(try await Self.targets(domain, in: .live) == ["tapmw2"])
          #expect(try await Self.targets(domain, in: .config) == ["tapmw2"])
        }
      }

      @Test func `finishes a plan for a guest that ends in the middle of it`() async throws {
        let host = try #require(LabHost())
        try await host.withGuest(.prompt) { guest in
          let domain = try await Connection(host.uri).domain(named: guest.name)
          try await domain.attach(Self.nic(3))
          let reports = try await domain.apply([Self.nic(4)]) { report in
            guard report.number == 1 else { return }
            let arguments = ["-q", "-c", guest.host.uri, "destroy", guest.name]
            _ = try? Command(waitingFor: "virsh", arguments)
          }
          #expect(reports.last?.report.live == .unchanged)
          #expect(reports.last?.report.config == .changed)
          #expect(try await Self.targets(domain, in: .config) == ["tapmw4"])
        }
      }

      @Test func `takes off again what it has plugged in, not what came beside it`() async throws {
        let host = try #require(LabHost())
        try await host.withGuest(.prompt) { guest in
          let domain = try await Connection(host.uri).domain(named: guest.name)
          let options = ChangeOptions(onDifference: .replace, checksHost: false)
          let asked = [Self.nic(5), Self.nic(6, bridge: "brnope")]
          let error = await #expect(throws: HotPlugError.self) {
            try await domain.apply(asked, .live, options) { _ in
              Self.virsh("attach-device", guest, Self.nic(5, "-2"))
            }
          }
          #expect(error?.diagnosis.code == .changeRolledBack)
          #expect(try await Self.targets(domain, in: .live) == ["tapmw5-2"])
        }
      }
    }
  }
#endif
