#if Libvirt
  import Lab
  import LibvirtAttach
  import Testing
  import ToolRun

  extension LibvirtdTests {
    /// Changes of which libvirt makes one half and not the other.
    @Suite struct HalfDone {
      private static func nic(_ number: Int, bridge: String = "br0") -> String {
        """
        <interface type='bridge'><mac address='52:54:00:0c:0f:0\(number)'/>\
        <source bridge='\(bridge)'/><target dev='taphd\(number)'/><model type='virtio'/>\
        <alias name='ua-vif-dc065497-3c8d-4f44-8fb4-e1d33c16af0\(number)'/></interface>
        """
      }

      @Test func `says that the guest has the NIC when the configuration cannot be stored`()
        async throws
      {
        let host = try #require(LabHost())
        try await host.withGuest(.prompt) { guest in
          let domain = try await Connection(host.uri).domain(named: guest.name)
          try await guest.withoutStore {
            let error = await #expect(throws: HotPlugError.self) {
              try await domain.attach(Self.nic(1))
            }
            #expect(error?.diagnosis.code == .changeInterrupted)
            #expect(error?.sighting?.live == .present)
            #expect(error?.sighting?.config == .absent)
          }
          let rest = try await domain.attach(Self.nic(1))
          #expect(rest.live == .unchanged)
          #expect(rest.config == .changed)
        }
      }

      @Test func `takes the NIC off again when a plan cannot store the configuration`()
        async throws
      {
        let host = try #require(LabHost())
        try await host.withGuest(.prompt) { guest in
          let domain = try await Connection(host.uri).domain(named: guest.name)
          try await guest.withoutStore {
            var undone: [Bool] = []
            do throws(HotPlugError) {
              _ = try await domain.apply([Self.nic(2)], undone: { undone.append($0.isUndone) })
              Issue.record("it was stored")
            } catch {
              guard case .rolledBack(_, isWhole: true) = error else { throw error }
            }
            #expect(undone == [true])
            #expect(try await domain.devices(in: .live).isEmpty)
          }
        }
      }

      @Test func `tells of a plan's first step what could not be undone`() async throws {
        let host = try #require(LabHost())
        let new = Self.nic(4, bridge: "brhd").replacing("<model", with: "<mtu size='1400'/><model")
        try await host.withGuest(.prompt) { guest in
          try await host.run("ip", "link", "add", "brhd", "type", "bridge")
          let domain = try await Connection(host.uri).domain(named: guest.name)
          try await domain.attach(Self.nic(4, bridge: "brhd"), .live)
          // It goes while the guest is waited for: neither the new NIC nor the old one can come then.
          let options = ChangeOptions(onDifference: .replace) { _ in
            _ = try? Command(waitingFor: "ip", ["link", "delete", "brhd"])
          }
          var undone: [UndoReport] = []
          let error = await #expect(throws: HotPlugError.self) {
            try await domain.apply([new], .live, options, undone: { undone.append($0) })
          }
          #expect(error?.diagnosis.code == .changeNotRolledBack)
          #expect(undone.map(\.number) == [1])
          #expect(undone.flatMap(\.failures).map(\.definition) == [.live])
        }
      }

      @Test func `says that the stored configuration has the old NIC when it cannot be stored`()
        async throws
      {
        let host = try #require(LabHost())
        let new = Self.nic(3).replacing("<model", with: "<mtu size='1400'/><model")
        try await host.withGuest(.prompt) { guest in
          let domain = try await Connection(host.uri).domain(named: guest.name)
          try await domain.attach(Self.nic(3))
          try await guest.withoutStore {
            let options = ChangeOptions(onDifference: .replace)
            let error = await #expect(throws: HotPlugError.self) {
              try await domain.update(new, .existing, options)
            }
            #expect(error?.sighting?.live == .present)
            #expect(error?.sighting?.config == .different)
          }
        }
      }
    }
  }
#endif
