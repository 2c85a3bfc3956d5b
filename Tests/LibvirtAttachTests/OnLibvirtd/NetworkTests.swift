#if Libvirt
  import Lab
  import LibvirtAttach
  import Testing
  import ToolRun

  extension LibvirtdTests {
    /// NICs on a network of libvirt's that is a bridge of the host: of a running guest, libvirt names
    /// both.
    @Suite struct Networks {
      private static func nic(
        _ number: Int,
        source: String = "network='labnet'",
        target: Int? = nil,
        _ more: String = ""
      ) -> String {
        """
        <interface type='\(source.prefix { $0 != "=" })'>\
        <mac address='52:54:00:0c:0d:0\(number)'/><source \(source)/>\
        <target dev='tapnw\(target ?? number)'/><model type='virtio'/>\(more)\
        <alias name='ua-vif-dc065497-3c8d-4f44-8fb4-e1d33c16ad0\(number)'/></interface>
        """
      }

      /// Runs `body` with a guest that has a NIC on the network.
      private static func withGuest(
        having nic: String,
        _ body: (Domain) async throws -> Void
      ) async throws {
        let host = try #require(LabHost())
        try await host.withGuest(.prompt) { guest in
          try await host.withNetwork("labnet", on: "br0") {
            let domain = try await Connection(host.uri).domain(named: guest.name)
            try await domain.attach(nic)
            try await body(domain)
            _ = try await domain.apply([])
          }
        }
      }

      @Test func `stay there when something else is changed, and come back there`() async throws {
        try await Self.withGuest(having: Self.nic(1)) { domain in
          let down = Self.nic(1, "<link state='down'/>")
          let update = try await domain.update(down, .live)
          #expect(update.live == .updated)
          #expect(update.warnings.isEmpty)
          #expect(try await domain.devices(in: .live).map(\.source) == ["labnet"])

          // The new one has the old one's device, and so comes when that is off.
          let asked = [
            Self.nic(3, source: "bridge='br0'"), Self.nic(2, source: "bridge='brnope'", target: 1),
          ]
          let options = ChangeOptions(onDifference: .replace, checksHost: false)
          let error = await #expect(throws: HotPlugError.self) {
            try await domain.apply(asked, .existing, options)
          }
          #expect(error?.diagnosis.code == .changeRolledBack)
          #expect(try await domain.devices(in: .live).map(\.source) == ["labnet"])
          #expect(try await domain.plan([down], .live).isEmpty)
        }
      }
    }
  }
#endif
