#if Libvirt
  import Lab
  import Testing

  extension LibvirtdTests {
    @Suite struct Ethernet {
      @Test func `plugs in a TAP device that is there, and leaves it there`() async throws {
        let host = try #require(LabHost())
        let item = PlugItem("VIFGeneric", mac: "52:54:00:e1:00:01", name: "tape1")
        try await host.withGuest(.prompt) { guest in
          try await host.withTAP("tape1") {
            try await guest.plug(item)
            #expect(try await guest.host.eventually { guest.nic(item)?.hasCarrier == true })
            try await guest.unplug(item)
            #expect(try await host.link("tape1") != nil)
          }
        }
      }

      @Test func `lets libvirt make the TAP device, with the network's MTU`() async throws {
        let host = try #require(LabHost())
        let item = PlugItem(
          "VIFGeneric",
          mac: "52:54:00:e1:00:02",
          name: "tape2",
          mtu: 9000,
          guest: ["tapManaged": "true"]
        )
        try await host.withGuest(.prompt) { guest in
          try await guest.plug(item)
          #expect(try await host.link("tape2")?.mtu == 9000)
          #expect(guest.nic(item)?.mtu == 9000)
          try await guest.unplug(item)
          #expect(try await host.link("tape2") == nil)
        }
      }
    }
  }
#endif
