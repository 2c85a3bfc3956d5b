#if Libvirt
  import Lab
  import Testing
  import ToolRun

  extension LibvirtdTests {
    @Suite struct Update {
      static func item(
        _ number: Int,
        bridge: String = "br0",
        name: String? = nil,
        mtu: Int? = nil,
        guest: PlugItem.Members = [:]
      ) -> PlugItem {
        .bridge(
          name ?? "tapu\(number)",
          mac: "52:54:00:0d:00:\(number < 10 ? "0" : "")\(number)",
          on: bridge,
          mtu: mtu,
          guest: guest
        )
      }

      @Test func `sets the link down and up again`() async throws {
        let up = Self.item(1)
        let down = Self.item(1, guest: ["link": #""down""#])
        try await LibvirtdTests.withGuest(having: up) { host, guest in
          #expect(try await host.eventually { guest.nic(up)?.hasCarrier == true })
          try await guest.update(down)
          #expect(try await host.eventually { guest.nic(up)?.hasCarrier == false })
          try await guest.update(up)
          #expect(try await host.eventually { guest.nic(up)?.hasCarrier == true })
          try await guest.unplug(up)
        }
      }

      @Test func `moves the port to another bridge, and isolates it there`() async throws {
        let first = Self.item(2)
        let second = Self.item(2, bridge: "bru2", guest: ["port": #"{"isolated": true}"#])
        try await LibvirtdTests.withGuest { host, guest in
          try await host.withBridge("bru2") {
            try await guest.plug(first)
            try await guest.update(second)
            #expect(try await host.link("tapu2")?.master == "bru2")
            let port = try await host.run("bridge", "-d", "link", "show", "dev", "tapu2")
            #expect(port.contains(" isolated on"))
            try await guest.unplug(second)
          }
        }
      }

      @Test func `looks for another bridge before libvirt is asked`() async throws {
        let item = Self.item(21)
        let other = Self.item(21, bridge: "brnope", guest: ["link": #""down""#])
        try await LibvirtdTests.withGuest(having: item) { _, guest in
          for (command, option) in [
            ("update", "--live"), ("attach", "--update"), ("apply", "--live"),
          ] {
            let run = try await guest.run(command, other, option)
            #expect(run.status == 1)
            #expect(run.errors.contains("there is no bridge brnope on the host; "), "\(run)")
            #expect(run.errors.hasSuffix("make the bridge first [host.bridge-missing]\n"), "\(run)")
          }
          let again = try await guest.run("update", item, "--live")
          #expect(again.output.hasSuffix(": nothing to do\n"), "\(again)")
          try await guest.unplug(item)
        }
      }

      @Test func `changes nothing when there is nothing to change`() async throws {
        let item = Self.item(3)
        try await LibvirtdTests.withGuest(having: item) { _, guest in
          let run = try await guest.run("update", item, "--format", "json")
          #expect(run.status == 0)
          #expect(
            run.output.hasPrefix(#"{"status":"unchanged","changed":false,"live":"unchanged""#)
          )
          try await guest.unplug(item)
        }
      }

      @Test func `says what cannot be changed, and leaves it`() async throws {
        let item = Self.item(4)
        let other = Self.item(4, mtu: 1400)
        try await LibvirtdTests.withGuest(having: item) { _, guest in
          let attach = try await guest.run("attach", other, "--live")
          #expect(attach.status == 1)
          #expect(attach.errors.hasSuffix("update it, or detach it first [attach.differs]\n"))
          let update = try await guest.run("update", other, "--live")
          #expect(update.status == 1)
          #expect(update.errors.contains("/mtu nothing, not "))
          #expect(update.errors.hasSuffix(" [update.not-live]\n"))
          #expect(update.errors.contains("; have it replaced (--replace), or change "))
          #expect(guest.nic(item)?.mtu == 1500)
          try await guest.unplug(item)
        }
      }

      @Test(arguments: [("tapu5", "tapu5"), ("tapu6", "tapu7")])
      func `replaces what cannot be changed`(old: String, new: String) async throws {
        let item = Self.item(5, name: old)
        let other = Self.item(5, name: new, mtu: 1400)
        try await LibvirtdTests.withGuest(having: item) { host, guest in
          let update = try await guest.run("update", other, "--live", "--replace")
          #expect(update.errors == "")
          #expect(update.output.hasPrefix("replaced bridge br0 (mac:52:54:00:0d:00:05 "))
          #expect(try await host.eventually { guest.nic(item)?.mtu == 1400 })
          #expect(guest.nics.count == 1)
          #expect(try await host.link(new)?.mtu == 1400)
          try await guest.unplug(other)
        }
      }

      @Test func `brings the old one back when the new one cannot be had`() async throws {
        let item = Self.item(8)
        let other = Self.item(8, bridge: "brnope", mtu: 1400)
        try await LibvirtdTests.withGuest(having: item) { host, guest in
          let update = try await guest.run(
            "attach",
            other,
            "--live",
            "--replace",
            "--no-host-check"
          )
          #expect(update.status == 5)
          #expect(update.errors.hasSuffix(" [change.rolled-back]\n"))
          #expect(try await guest.sees(item.mac))
          #expect(try await host.link("tapu8")?.master == "br0")
          try await guest.unplug(item)
        }
      }

      @Test func `changes the stored configuration, whatever it is`() async throws {
        let item = Self.item(9)
        let other = Self.item(9, mtu: 1400, guest: ["model": #""e1000e""#])
        try await LibvirtdTests.withGuest { host, guest in
          #expect(try await guest.run("attach", item, "--config").status == 0)
          let update = try await guest.run("update", other, "--config")
          #expect(update.errors == "")
          #expect(update.output.hasSuffix(" to \(guest.name): config\n"))
          let list = try await tool("list", "-c", host.uri, guest.name, "--config")
          #expect(list.output.contains(" e1000e "))
          #expect(try await guest.run("update", other).output.hasSuffix(": nothing to do\n"))
          #expect(try await guest.run("update", other, "--live").status == 3)
        }
      }
    }
  }

  extension LabGuest {
    /// Runs a command with an item's file.
    func run(_ command: String, _ item: PlugItem, _ options: String...) async throws -> Command {
      try await run(command, item, options)
    }

    func run(_ command: String, _ item: PlugItem, _ options: [String]) async throws -> Command {
      let folder = try TemporaryFolder()
      let path = try folder.write(item.json, to: "item.json")
      return try await tool([command, "-c", host.uri, name, path] + options)
    }

    /// Changes an item of the running guest in its place.
    func update(_ item: PlugItem, location: SourceLocation = #_sourceLocation) async throws {
      let run = try await run("update", item, "--live")
      #expect(run.errors == "", sourceLocation: location)
      #expect(run.output.hasPrefix("updated "), sourceLocation: location)
    }
  }
#endif
