#if Libvirt
  import Lab
  import Testing

  extension LibvirtdTests {
    @Suite struct Bridge {
      static func item(_ number: Int, mtu: Int? = nil, guest: PlugItem.Members = [:]) -> PlugItem {
        .bridge("tapb\(number)", mac: "52:54:00:b1:00:0\(number)", mtu: mtu, guest: guest)
      }

      @Test func `makes a port of the bridge, with the network's MTU`() async throws {
        let host = try #require(LabHost())
        let item = Self.item(1, mtu: 1400)
        try await host.withGuest(.prompt) { guest in
          try await guest.plug(item)
          let link = try await host.link("tapb1")
          #expect(link?.master == "br0")
          #expect(link?.mtu == 1400)
          #expect(guest.nic(item)?.mtu == 1400)
          #expect(try await host.eventually { guest.nic(item)?.hasCarrier == true })
          try await guest.unplug(item)
          #expect(try await host.link("tapb1") == nil)
        }
      }

      @Test func `sets the link down that is to be down`() async throws {
        let host = try #require(LabHost())
        let item = Self.item(2, guest: ["link": #""down""#])
        try await host.withGuest(.prompt) { guest in
          try await guest.plug(item)
          #expect(guest.nic(item)?.hasCarrier == false)
          try await guest.unplug(item)
        }
      }

      @Test func `isolates the port`() async throws {
        let host = try #require(LabHost())
        let item = Self.item(3, guest: ["port": #"{"isolated": true}"#])
        try await host.withGuest(.prompt) { guest in
          try await guest.plug(item)
          #expect(
            try await host.run("bridge", "-d", "link", "show", "dev", "tapb3").contains(
              " isolated on"
            )
          )
          try await guest.unplug(item)
        }
      }

      @Test func `filters with the rules of a filter`() async throws {
        let host = try #require(LabHost())
        let item = Self.item(4, guest: ["filterref": #"{"filter": "no-mac-spoofing"}"#])
        try await host.withGuest(.prompt) { guest in
          try await guest.plug(item)
          let rules = try await host.run("ebtables", "-t", "nat", "-L")
          #expect(rules.contains("libvirt-I-tapb4"))
          try await guest.unplug(item)
          #expect(try await !host.run("ebtables", "-t", "nat", "-L").contains("tapb4"))
        }
      }
    }
  }
#endif
