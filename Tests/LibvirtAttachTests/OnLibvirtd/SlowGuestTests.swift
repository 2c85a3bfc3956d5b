#if Libvirt
  import Lab
  import Testing
  import ToolRun

  extension LibvirtdTests {
    @Suite struct SlowGuest {
      @Test func `waits for a guest that answers after libvirt has given up`() async throws {
        let host = try #require(LabHost())
        let item = Bridge.item(5)
        try await host.withGuest(.late) { guest in
          try await guest.plug(item)
          try await guest.unplug(item)
          #expect(try await host.link("tapb5") == nil)
        }
      }

      @Test func `says that a guest without an answer has it until the reset`() async throws {
        let host = try #require(LabHost())
        let item = Bridge.item(6)
        try await host.withGuest(.deaf) { guest in
          try await guest.plug(item)
          let run = try await tool(
            ["detach", "-c", host.uri, guest.name, item.mac, "--live", "--timeout", "0"]
          )
          #expect(run.status == 4)
          #expect(try await host.link("tapb6") != nil)
          try await guest.reset()
          #expect(try await host.eventually { try await host.link("tapb6") == nil })
        }
      }
    }
  }
#endif
