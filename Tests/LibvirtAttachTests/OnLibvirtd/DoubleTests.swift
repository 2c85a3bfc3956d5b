#if Libvirt
  import Lab
  import LibvirtAttach
  import Testing
  import ToolRun

  extension LibvirtdTests {
    /// NICs that are there twice, since a guest has not answered or a replacement was cut off.
    @Suite struct Doubles {
      private static let base = "ua-vif-dc065497-3c8d-4f44-8fb4-e1d33c16a57"
      private static let briefly = ["--replace", "--attempts", "1", "--timeout", "0"]

      /// A NIC with the number as the last of its address and of its VIF's id.
      private static func nic(
        _ number: Int,
        _ target: String,
        bridge: String = "br0",
        mtu: Int = 1500,
        alias suffix: String? = "",
        address: String = ""
      ) -> String {
        let alias = suffix.map { "<alias name='\(base)\(number)\($0)'/>" } ?? ""
        return """
          <interface type='bridge'><mac address='52:54:00:d0:00:0\(number)'/>\
          <source bridge='\(bridge)'/><target dev='\(target)'/><model type='virtio'/>\
          <mtu size='\(mtu)'/>\(alias)\(address)</interface>
          """
      }

      @Test func `asks a guest without an answer for no other NIC, whatever is wanted next`()
        async throws
      {
        let host = try #require(LabHost())
        let (old, new) = (Self.nic(1, "tapd1"), Self.nic(1, "tapd1b", mtu: 1400))
        let third = Self.nic(1, "tapd1c", mtu: 1300)
        try await host.withGuest(.deaf) { guest in
          #expect(try await guest.tool("attach", old, "--live").status == 0)
          #expect(try await guest.tool("update", new, ["--live"] + Self.briefly).status == 4)
          for (command, wanted) in [("update", old), ("update", third), ("apply", old)] {
            let next = try await guest.tool(command, wanted, ["--live"] + Self.briefly)
            #expect(next.status == 4, "\(next)")
            let words = "the guest still has bridge br0 (mac:52:54:00:d0:00:01 alias:\(Self.base)1 "
            #expect(next.errors.contains(words), "\(next)")
            guard command == "update" else { continue }
            #expect(
              next.errors.contains("the new device (mac:52:54:00:d0:00:01 alias:\(Self.base)1-2 ")
            )
            #expect(next.errors.contains("the old one (mac:52:54:00:d0:00:01 alias:\(Self.base)1 "))
          }
          try await guest.reset()
          #expect(try await guest.comesToHave("tapd1b"))
          #expect(try await host.link("tapd1") == nil)
          #expect(try await host.link("tapd1c") == nil)
          #expect(try await guest.nicCount == 1)
          let done = try await guest.tool("update", new, "--live")
          #expect(done.output.hasSuffix(": nothing to do\n"), "\(done)")
        }
      }

      @Test func `brings what is left to what is asked for, once the older NIC is off`()
        async throws
      {
        let host = try #require(LabHost())
        let (old, half) = (Self.nic(2, "tapd2"), Self.nic(2, "tapd2b", mtu: 1400, alias: "-2"))
        try await host.withGuest(.prompt) { guest in
          #expect(try await guest.tool("attach", old, "--live").status == 0)
          try await guest.give(half)
          let update = try await guest.tool("update", old, "--live", "--replace")
          #expect(update.status == 0, "\(update)")
          #expect(update.errors.hasSuffix("[change.resumed]\n"), "\(update)")
          #expect(try await host.link("tapd2b") == nil)
          #expect(try await host.eventually { guest.nics.map(\.mtu) == [1500] })
        }
      }

      @Test func `goes on until a foreign NIC has given way`() async throws {
        let host = try #require(LabHost())
        let foreign = Self.nic(3, "tapd3", alias: nil)
        let own = Self.nic(3, "tapd3b", mtu: 1400)
        try await host.withGuest(.deaf) { guest in
          try await guest.give(foreign)
          for _ in 1...2 {
            let options = ["--live", "--foreign"] + Self.briefly
            let apply = try await guest.tool("apply", own, options)
            #expect(apply.status == 4, "\(apply)")
            #expect(apply.errors.contains("the guest still has bridge br0 "), "\(apply)")
          }
          try await guest.reset()
          #expect(try await guest.comesToHave("tapd3b"))
          #expect(try await host.link("tapd3") == nil)
          let done = try await guest.tool("apply", own, "--live", "--foreign", "--replace")
          #expect(done.output == "\(guest.name): nothing to do\n")
        }
      }

      @Test func `sees two NICs that have their address alone in common`() async throws {
        let host = try #require(LabHost())
        let first = Self.nic(4, "tapd4", mtu: 1400, alias: nil)
        let second = Self.nic(4, "tapd4b", alias: nil)
        try await host.withGuest(.prompt) { guest in
          try await guest.give(first)
          try await guest.give(second)
          #expect(try await host.eventually { guest.nics.count == 2 })
          let update = try await guest.tool("update", second, "--live")
          #expect(update.status == 0)
          #expect(update.errors.hasSuffix("[change.both-present]\n"), "\(update)")
          let replace = try await guest.tool("update", second, "--live", "--replace")
          #expect(replace.status == 0, "\(replace)")
          #expect(replace.errors.hasSuffix("[change.resumed]\n"), "\(replace)")
          #expect(try await host.eventually { guest.nics.map(\.mtu) == [1500] })
        }
      }

      @Test func `looks at the host before it takes off a NIC whose place is needed`() async throws
      {
        let host = try #require(LabHost())
        let old = Self.nic(5, "tapd5")
        try await host.withGuest(.deaf) { guest in
          #expect(try await guest.tool("attach", old, "--live").status == 0)
          let options = ["--live"] + Self.briefly
          let bridge = Self.nic(5, "tapd5", bridge: "brnope", mtu: 1400)
          let lacksBridge = try await guest.tool("update", bridge, options)
          #expect(lacksBridge.errors.hasSuffix("[host.bridge-missing]\n"), "\(lacksBridge)")
          let list = try await guest.virsh("dumpxml", guest.name)
          let place = try #require(
            list.split(separator: "<interface ").last?.split(separator: "\n").first {
              $0.contains("<address type='pci'")
            }
          )
          let function = """
            <interface type='hostdev'><mac address='52:54:00:d0:00:05'/><source><address type='pci' \
            domain='0x0000' bus='0xfe' slot='0x1f' function='0x7'/></source>\
            <alias name='\(Self.base)5'/>\(place)</interface>
            """
          let lacksFunction = try await guest.tool("update", function, options)
          #expect(lacksFunction.errors.hasSuffix("[host.function-missing]\n"), "\(lacksFunction)")
          // What it had been asked for it would give up now.
          try await guest.reset()
          #expect(try await host.link("tapd5") != nil)
          let still = try await guest.tool("update", old, "--live")
          #expect(still.output.hasSuffix(": nothing to do\n"), "\(still)")
        }
      }

      @Test func `changes the configuration of a guest that ends meanwhile`() async throws {
        let host = try #require(LabHost())
        let (old, new) = (Self.nic(6, "tapd6"), Self.nic(6, "tapd6b", mtu: 1400))
        try await host.withGuest(.deaf) { guest in
          #expect(try await guest.tool("attach", old).status == 0)
          try await guest.give(Self.nic(6, "tapd6b", mtu: 1400, alias: "-2"))
          let (asked, sender) = AsyncStream<Void>.makeStream()
          let options = ChangeOptions(onDifference: .replace) { _ in sender.yield() }
          let domain = try await Connection(host.uri).domain(named: guest.name)
          async let update = domain.update(new, .existing, options)
          for await _ in asked { break }
          try await guest.destroy()
          let report = try await update
          #expect(report.live == .guestEnded)
          #expect(report.config == .updated)
          #expect(try await domain.devices(in: .config).map(\.target) == ["tapd6b"])
        }
      }

      @Test func `tells what it has done when the rest fails`() async throws {
        let host = try #require(LabHost())
        let new = Self.nic(7, "tapd7c", mtu: 1400)
        // QEMU takes nothing off the root complex itself.
        let place = "<address type='pci' domain='0x0000' bus='0x00' slot='0x1d' function='0x0'/>"
        try await host.withGuest(.prompt) { guest in
          try await guest.give(Self.nic(7, "tapd7"), "--config")
          let fixed = Self.nic(7, "tapd7b", alias: "-2", address: place)
          try await guest.give(fixed, "--config")
          try await guest.destroy()
          try await guest.start()
          try await guest.give(Self.nic(7, "tapd7c", mtu: 1400, alias: "-3"))
          let update = try await guest.tool("update", new, "--live", "--replace")
          #expect(update.status == 1)
          #expect(update.errors.contains("; a look at the domain shows: live present"), "\(update)")
          #expect(update.errors.hasSuffix("[change.interrupted]\n"), "\(update)")
          #expect(try await host.link("tapd7") == nil)
        }
      }
    }
  }

  extension LabGuest {
    /// Runs `vif` with a document.
    fileprivate func tool(
      _ command: String,
      _ xml: String,
      _ options: String...
    ) async throws -> Command {
      try await tool(command, xml, options)
    }

    fileprivate func tool(
      _ command: String,
      _ xml: String,
      _ options: [String]
    ) async throws -> Command {
      let folder = try TemporaryFolder()
      let path = try folder.write(xml, to: "nic.xml")
      return try await ToolRun.tool([command, "-c", host.uri, name, path] + options)
    }

    /// Gives it a NIC as another program does.
    fileprivate func give(_ xml: String, _ option: String = "--live") async throws {
      let folder = try TemporaryFolder()
      try await virsh("attach-device", name, try folder.write(xml, to: "nic.xml"), option)
    }
  }
#endif
