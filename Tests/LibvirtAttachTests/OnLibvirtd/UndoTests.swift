#if Libvirt
  import DomainXML
  import Lab
  import Testing
  import ToolRun

  @testable import LibvirtAttach

  extension LibvirtdTests {
    /// What is undone when a step fails, and what is not since it is another client's.
    @Suite struct Undo {
      /// A NIC of an id of its own, for no two tests the same: both prompt guests are on one host.
      ///
      /// - Parameters:
      ///   - mac: The last number of its address; nil for its own.
      ///   - target: The number and more of its TAP device; nil for its own.
      private static func nic(
        _ number: Int,
        mac: Int? = nil,
        bridge: String = "br0",
        target: String? = nil,
        hasAlias: Bool = true,
        _ more: String = ""
      ) -> String {
        let digit = String(number, radix: 16)
        let alias = "<alias name='ua-vif-dc065497-3c8d-4f44-8fb4-e1d33c16a7e\(digit)'/>"
        let address = "52:54:00:0c:00:0" + String(mac ?? number, radix: 16)
        return """
          <interface type='bridge'><mac address='\(address)'/>\
          <source bridge='\(bridge)'/><target dev='tapun\(target ?? digit)'/>\
          <model type='virtio'/>\(more)\(hasAlias ? alias : "")</interface>
          """
      }

      private static var options: ChangeOptions {
        ChangeOptions(onDifference: .replace, checksHost: false)
      }

      /// Changes a guest's device as another client, while the one under test waits for that.
      private static func virsh(
        _ command: String,
        _ guest: LabGuest,
        _ device: String,
        _ scope: String...
      ) {
        do {
          let folder = try TemporaryFolder()
          let path = try folder.write(device, to: "device.xml")
          let run = try Command(
            waitingFor: "virsh",
            ["-q", "-c", guest.host.uri, command, guest.name, path] + scope
          )
          #expect(run.status == 0, "\(run)")
        } catch {
          Issue.record(error)
        }
      }

      /// Applies a plan whose last step fails.
      ///
      /// - Parameter other: What another client does once the first step is done.
      /// - Returns: The numbers of the steps that were said to be undone.
      private static func fail(
        _ domain: Domain,
        _ asked: [String],
        _ options: ChangeOptions = options,
        isWhole: Bool = true,
        other: () -> Void
      ) async throws -> [Int] {
        var undone: [UndoReport] = []
        do throws(HotPlugError) {
          _ = try await domain.apply(asked, .existing, options) {
            if $0.number == 1 { other() }
          } undone: {
            undone.append($0)
          }
          Issue.record("no step failed")
        } catch {
          guard case .rolledBack(_, isWhole) = error else { throw error }
        }
        #expect(undone.allSatisfy { $0.isUndone == isWhole }, "\(undone)")
        return undone.map(\.number)
      }

      private static func addresses(
        _ domain: Domain,
        in definition: Definition = .live
      ) async throws -> [Int] {
        try await domain.devices(in: definition).compactMap(\.mac).map { Int($0.bits & 0xF) }
      }

      @Test func `leaves alone what another client has plugged in first`() async throws {
        let host = try #require(LabHost())
        try await host.withGuest(.prompt) { guest in
          let domain = try await Connection(host.uri).domain(named: guest.name)
          let asked = [Self.nic(1), Self.nic(2), Self.nic(3, bridge: "brnope")]
          let undone = try await Self.fail(domain, asked) {
            Self.virsh("attach-device", guest, Self.nic(2), "--live", "--config")
          }
          #expect(undone == [1])
          #expect(try await Self.addresses(domain) == [2])
          #expect(try await Self.addresses(domain, in: .config) == [2])
        }
      }

      @Test func `leaves alone what the failed step has not changed`() async throws {
        let host = try #require(LabHost())
        try await host.withGuest(.prompt) { guest in
          let domain = try await Connection(host.uri).domain(named: guest.name)
          var options = Self.options
          options.onDifference = .update
          let undone = try await Self.fail(domain, [Self.nic(4), Self.nic(5)], options) {
            let other = Self.nic(5, "<mtu size='1400'/>")
            Self.virsh("attach-device", guest, other, "--live", "--config")
          }
          #expect(undone == [1])
          #expect(try await Self.addresses(domain) == [5])
          #expect(try await Self.addresses(domain, in: .config) == [5])
        }
      }

      @Test func `does not bring back what another client has taken off`() async throws {
        let host = try #require(LabHost())
        try await host.withGuest(.prompt) { guest in
          let domain = try await Connection(host.uri).domain(named: guest.name)
          try await domain.attach(Self.nic(6))
          try await domain.attach(Self.nic(7))
          let asked = [(8, 6), (0, 7)].map { Self.nic($0, mac: $1, bridge: "brnope") }
          let undone = try await Self.fail(domain, asked) {
            Self.virsh("detach-device", guest, Self.nic(7), "--live", "--config")
            let isGone = try? Command(
              waitingFor: "sh",
              [
                "-c",
                """
                for i in $(seq 100); do virsh -c "$1" domiflist "$2" | grep -q 0c:00:07 || exit 0
                sleep 0.1; done; exit 1
                """, "sh", host.uri, guest.name,
              ]
            )
            #expect(isGone?.status == 0)
          }
          #expect(undone == [1])
          #expect(try await Self.addresses(domain) == [6])
          #expect(try await Self.addresses(domain, in: .config) == [6])
        }
      }

      @Test func `brings nothing back beside what another client has put back`() async throws {
        let host = try #require(LabHost())
        try await host.withGuest(.prompt) { guest in
          let domain = try await Connection(host.uri).domain(named: guest.name)
          try await domain.attach(Self.nic(9, hasAlias: false))
          var options = Self.options
          options.ownership = .all
          let asked = [Self.nic(10, bridge: "brnope", target: "9")]
          let place = "<address type='pci' domain='0' bus='3' slot='0' function='0'/>"
          let other = Self.nic(9, target: "9x", hasAlias: false, place)
          let undone = try await Self.fail(domain, asked, options, isWhole: false) {
            Self.virsh("attach-device", guest, other, "--live", "--config")
          }
          #expect(undone == [1])
          #expect(try await domain.devices(in: .live).map(\.target) == ["tapun9x"])
          #expect(try await domain.devices(in: .config).map(\.target) == ["tapun9x"])
        }
      }

      @Test func `takes the new NIC off that a replacement has left beside the old one`()
        async throws
      {
        let host = try #require(LabHost())
        try await host.withGuest(.prompt) { guest in
          let domain = try await Connection(host.uri).domain(named: guest.name)
          try await domain.attach(Self.nic(15))
          let new = Self.nic(15, target: "fb", "<mtu size='1400'/>")
          let plan = try await domain.plan([new], .existing)
          let before = try await domain.snapshot()
          // As it is when the connection is lost before the guest is asked for the old one.
          Self.virsh("attach-device", guest, new.replacing("a7ef'", with: "a7ef-2'"), "--live")
          #expect(try await Self.addresses(domain) == [15, 15])
          let loss = HotPlugError.connectionLost(ConnectionLoss(.endOfFile), wasSent: false)
          let error = HotPlugError.interrupted(loss, Sighting(live: .present))
          var undone: [UndoReport] = []
          let run = PlanRun(domain: domain, options: Self.options, before: before)
          let isWhole = await run.undo(plan.steps, after: [], error) { undone.append($0) }
          #expect(isWhole)
          #expect(undone.map(\.isUndone) == [true])
          #expect(try await domain.devices(in: .live).map(\.target) == ["tapunf"])
          #expect(try await domain.devices(in: .config).map(\.target) == ["tapunf"])
        }
      }
    }
  }
#endif
