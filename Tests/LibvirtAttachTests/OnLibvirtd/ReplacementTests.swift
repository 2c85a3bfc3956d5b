#if Libvirt
  import Diagnostics
  import Lab
  import LibvirtAttach
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
          let options = ["--attempts", "1", "--timeout", "0", "--format", "json"]
          for changed in [true, false] {
            let update = try await guest.run("update", other, ["--live", "--replace"] + options)
            #expect(update.status == 4)
            let start = #"{"status":"still-attached","changed":\#(changed),"#
            #expect(update.output.hasPrefix(start), "\(update)")
            #expect(update.errors.contains("[change.both-present]"))
          }
          try await guest.reset()
          #expect(try await guest.comesToHave("tapr6b"))
          #expect(try await host.link("tapr6") == nil)
          let done = try await guest.run("update", other, "--live")
          #expect(done.errors == "")
          #expect(done.output.hasSuffix(": nothing to do\n"))
        }
      }

      /// Gives a guest that has an item a second NIC, as a replacement that was cut off leaves it.
      private static func leaveHalfReplaced(
        _ guest: LabGuest,
        _ item: PlugItem,
        _ name: String
      ) async throws {
        let folder = try TemporaryFolder()
        let path = try folder.write(
          """
          <interface type='bridge'><mac address='\(item.mac)'/><source bridge='br0'/>\
          <target dev='\(name)'/><model type='virtio'/><mtu size='1400'/>\
          <alias name='ua-vif-dc065497-3c8d-4f44-8fb4-e1d33c16a536-2'/></interface>
          """,
          to: "second.xml"
        )
        try await guest.virsh("attach-device", guest.name, path, "--live")
      }

      @Test func `goes on with a replacement that was cut off, and says so`() async throws {
        let host = try #require(LabHost())
        let item = Self.item(8)
        let other = Self.item(8, name: "tapr8b", mtu: 1400)
        try await host.withGuest(.prompt) { guest in
          try await guest.plug(item)
          try await Self.leaveHalfReplaced(guest, item, "tapr8b")
          let attach = try await guest.run("attach", other, "--live")
          #expect(attach.status == 0)
          #expect(attach.output.hasSuffix(": nothing to do\n"))
          #expect(attach.errors.hasSuffix("[change.both-present]\n"))
          #expect(attach.errors.contains("alias:ua-vif-dc065497-3c8d-4f44-8fb4-e1d33c16a536-2 "))
          let update = try await guest.run("update", other, "--live", "--replace")
          #expect(update.status == 0)
          #expect(update.output.hasPrefix("replaced bridge br0 (mac:\(other.mac) "))
          #expect(update.errors.hasSuffix("[change.resumed]\n"))
          #expect(try await host.link("tapr8") == nil)
          #expect(try await host.eventually { guest.nics.count == 1 })
          let again = try await guest.run("update", other, "--live", "--replace")
          #expect(again.errors == "")
          #expect(again.output.hasSuffix(": nothing to do\n"))
        }
      }

      @Test func `takes off what was left before it replaces the other by a third`() async throws {
        let host = try #require(LabHost())
        let item = Self.item(9)
        let third = Self.item(9, name: "tapr9c", mtu: 1300)
        try await host.withGuest(.prompt) { guest in
          try await guest.plug(item)
          try await Self.leaveHalfReplaced(guest, item, "tapr9b")
          let update = try await guest.run("update", third, "--live", "--replace")
          #expect(update.status == 0, "\(update)")
          #expect(update.output.hasPrefix("replaced "))
          #expect(try await host.link("tapr9") == nil)
          #expect(try await host.link("tapr9b") == nil)
          #expect(try await host.eventually { guest.nics.map(\.mtu) == [1300] })
        }
      }

      /// The guest takes over six seconds, and with the same TAP device it goes first.
      @Test(arguments: ["tapra", "taprb"])
      func `counts what the guest takes to no item's time`(target: String) async throws {
        let host = try #require(LabHost())
        func nic(_ target: String, _ mtu: Int) -> String {
          """
          <interface type='bridge'><mac address='52:54:00:0e:00:0a'/><source bridge='br0'/>\
          <target dev='\(target)'/><model type='virtio'/><mtu size='\(mtu)'/>\
          <alias name='ua-vif-dc065497-3c8d-4f44-8fb4-e1d33c16a53a'/>\
          </interface>
          """
        }
        try await host.withGuest(.late) { guest in
          let domain = try await Connection(host.uri).domain(named: guest.name)
          try await domain.attach(nic("tapra", 1500))
          let none = ChangeOptions(onDifference: .replace, timeout: .zero)
          let error = await #expect(throws: HotPlugError.self) {
            try await domain.update(nic(target, 1400), .existing, none)
          }
          #expect(error?.diagnosis.code == .callDeadline)
          #expect(try await domain.devices(in: .live).map(\.target) == ["tapra"])
          let options = ChangeOptions(onDifference: .replace, timeout: .seconds(4))
          let report = try await domain.update(nic(target, 1400), .existing, options)
          #expect(report.live == .replaced)
          #expect(report.config == .updated)
          #expect(try await domain.devices(in: .live).map(\.target) == [target])
          #expect(try await domain.devices(in: .config).map(\.target) == [target])
        }
      }

      @Test func `takes off first what has an alias that no other can be told from`() async throws {
        let host = try #require(LabHost())
        let folder = try TemporaryFolder()
        func nic(_ target: String, _ more: String = "") throws -> String {
          try folder.write(
            """
            <interface type='bridge'><mac address='52:54:00:0e:00:0c'/><source bridge='br0'/>\
            <target dev='\(target)'/><model type='virtio'/>\(more)<alias name='ua-front'/></interface>
            """,
            to: "\(target).xml"
          )
        }
        let old = try nic("taprf")
        let new = try nic("taprg", "<mtu size='1400'/>")
        try await host.withGuest(.prompt) { guest in
          #expect(try await tool("attach", "-c", host.uri, guest.name, old).status == 0)
          let update = try await tool("update", "-c", host.uri, guest.name, new, "--replace")
          #expect(update.errors == "")
          #expect(update.output.hasPrefix("replaced bridge br0 (mac:52:54:00:0e:00:0c "))
          #expect(try await host.link("taprf") == nil)
          #expect(try await host.eventually { guest.nics.map(\.mtu) == [1400] })
          let again = try await tool("update", "-c", host.uri, guest.name, new, "--replace")
          #expect(again.output.hasSuffix(": nothing to do\n"), "\(again)")
        }
      }

      @Test func `finishes a replacement whose time was up while the new one came`() async throws {
        let host = try #require(LabHost())
        let mac = "52:54:00:0e:00:0b"
        let item = Self.item(11, mac: mac)
        let other = Self.item(11, mac: mac, name: "tapr11b", mtu: 1400)
        try await host.withGuest(.prompt) { guest in
          try await guest.plug(item)
          try guest.freezeHypervisor()
          let cut = try await guest.run("attach", other, "--live", "--replace", "--timeout", "2")
          try guest.thawHypervisor()
          #expect(cut.status == 1)
          #expect(cut.errors.hasSuffix(" [change.interrupted]\n"), "\(cut)")
          #expect(try await host.eventually { guest.nics.count == 2 })
          let update = try await guest.run("update", other, "--live", "--replace")
          #expect(update.status == 0, "\(update)")
          #expect(update.errors.hasSuffix("[change.resumed]\n"), "\(update)")
          #expect(try await host.eventually { guest.nics.map(\.mtu) == [1400] })
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
