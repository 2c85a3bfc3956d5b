#if Libvirt
  import Lab
  import Testing
  import ToolRun

  extension LibvirtdTests {
    /// A new NIC in the place of another, in each definition.
    @Suite struct Replacement {
      private static func item(
        _ number: Int,
        mac: String? = nil,
        name: String? = nil,
        mtu: Int? = nil,
        guest: PlugItem.Members = [:]
      ) -> PlugItem {
        .bridge(
          name ?? "tapr\(number)",
          mac: mac ?? "52:54:00:0e:00:0\(number)",
          mtu: mtu,
          guest: guest
        )
      }

      private static let selector = "vif:dc065497-3c8d-4f44-8fb4-e1d33c16a536"

      @Test func `replaces in both definitions, and is done then`() async throws {
        let item = Self.item(1)
        let other = Self.item(1, name: "tapr1b", mtu: 1400)
        try await LibvirtdTests.withGuest { host, guest in
          #expect(try await guest.run("attach", item).status == 0)
          let update = try await guest.run("update", other, "--replace")
          #expect(update.errors == "")
          #expect(update.output.hasPrefix("replaced "))
          let again = try await guest.run("update", other, "--replace")
          #expect(again.output.hasSuffix(": nothing to do\n"), "\(again)")
          let detach = try await tool(
            ["detach", "-c", host.uri, guest.name, Self.selector]
          )
          #expect(detach.status == 0, "\(detach)")
          let rest = try await tool("list", "-c", host.uri, guest.name, "--config")
          #expect(!rest.output.contains("52:54:00:0e:00:01"))
        }
      }

      @Test func `gives the stored configuration's NIC another address`() async throws {
        let item = Self.item(2)
        let other = Self.item(3)
        try await LibvirtdTests.withGuest { host, guest in
          #expect(try await guest.run("attach", item, "--config").status == 0)
          let update = try await guest.run("update", other, "--config")
          #expect(update.errors == "")
          #expect(update.output.hasPrefix("updated "))
          let list = try await tool("list", "-c", host.uri, guest.name, "--config")
          #expect(list.output.contains(other.mac) && !list.output.contains(item.mac))
          let again = try await guest.run("update", other, "--config")
          #expect(again.output.hasSuffix(": nothing to do\n"))
        }
      }

      @Test func `gives a NIC of both definitions another address`() async throws {
        let item = Self.item(4)
        let other = Self.item(4, mac: "52:54:00:0e:00:05")
        try await LibvirtdTests.withGuest { _, guest in
          #expect(try await guest.run("attach", item).status == 0)
          let update = try await guest.run("update", other, "--replace")
          #expect(update.errors == "")
          #expect(try await guest.sees(other.mac))
          #expect(try await guest.misses(item.mac))
          let again = try await guest.run("update", other)
          #expect(again.output.hasSuffix(": nothing to do\n"), "\(again)")
        }
      }

      @Test func `says that a guest without an answer has both, and leaves it the new one`()
        async throws
      {
        let item = Self.item(6)
        let other = Self.item(6, name: "tapr6b", mtu: 1400)
        try await LibvirtdTests.withGuest(.deaf, having: item) { host, guest in
          let update = try await guest.run(
            "update",
            other,
            "--live",
            "--replace",
            "--attempts",
            "1",
            "--timeout",
            "0",
            "--format",
            "json"
          )
          #expect(update.status == 4)
          #expect(update.output.hasPrefix(#"{"status":"still-attached","changed":true,"#))
          #expect(update.errors.contains("[change.both-present]"))
          try await guest.reset()
          #expect(try await host.eventually { try await host.link("tapr6") == nil })
          #expect(try await host.link("tapr6b") != nil)
          let again = try await guest.run("update", other, "--live")
          #expect(again.output.hasSuffix(": nothing to do\n"))
        }
      }

      @Test func `says that an update without an answer may still be made`() async throws {
        let item = Self.item(7)
        let other = Self.item(7, guest: ["link": #""down""#])
        try await LibvirtdTests.withGuest(having: item) { _, guest in
          try guest.freezeHypervisor()
          let update = try await guest.run("update", other, "--live", "--call-timeout", "2")
          try guest.thawHypervisor()
          #expect(update.status == 1)
          #expect(update.errors.hasSuffix(" [change.interrupted]\n"), "\(update)")
        }
      }
    }
  }
#endif
