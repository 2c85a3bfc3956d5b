#if Libvirt
  import Lab
  import Testing
  import ToolRun

  extension LibvirtdTests {
    @Suite(.enabled(if: LabHost.has(.openVSwitch), "\(LabHost.reason(.openVSwitch))"))
    struct VHostUser {
      static func item(_ number: Int, path: String, mode: String) -> PlugItem {
        PlugItem(
          "VIFVHostUser",
          version: "1.1",
          mac: "52:54:00:0f:00:0\(number)",
          name: "vhu\(number)",
          ["path": #""\#(path)""#, "mode": #""\#(mode)""#]
        )
      }

      @Test func `connects to a switch that listens`() async throws {
        let host = try #require(LabHost())
        let item = Self.item(1, path: "/run/openvswitch/vhu1", mode: "client")
        try await host.withGuest(.prompt) { guest in
          try await host.withVHostUserPort("vhu1") {
            try await Self.plugAndUnplug(item, port: "vhu1", guest)
          }
        }
      }

      @Test func `listens for a switch that connects`() async throws {
        let host = try #require(LabHost())
        let path = "\(host.folder)/vhu2"
        let item = Self.item(2, path: path, mode: "server")
        try await host.withGuest(.prompt) { guest in
          try await host.withVHostUserPort("vhu2", connectingTo: path) {
            try await Self.plugAndUnplug(item, port: "vhu2", guest)
          }
        }
      }

      @Test func `takes a new NIC for another socket, and for another link`() async throws {
        let host = try #require(LabHost())
        let item = Self.item(3, path: "/run/openvswitch/vhu3", mode: "client")
        let other = Self.item(3, path: "/run/openvswitch/vhu4", mode: "client")
        let down = PlugItem(down: item)
        try await host.withGuest(.prompt) { guest in
          try await host.withVHostUserPort("vhu3") {
            try await host.withVHostUserPort("vhu4") {
              try await guest.plug(item)
              let refused = try await guest.run("update", down, "--live")
              #expect(refused.status == 1)
              #expect(refused.errors.contains("changes nothing of a NIC of type vhostuser"))
              #expect(refused.errors.hasSuffix(" [update.not-live]\n"))
              let run = try await guest.run("update", other, "--live", "--replace")
              // Named after another port than it is on: libvirt knows better.
              #expect(run.errors == "")
              #expect(run.status == 0)
              func status(_ port: String) async throws -> String {
                try await host.openVSwitch("Interface", port, "status:status")
              }
              #expect(try await host.eventually { try await status("vhu4") == "connected" })
              #expect(try await host.eventually { try await status("vhu3") != "connected" })
              #expect(try await guest.sees(item.mac))
              try await guest.unplug(other)
            }
          }
        }
      }

      private static func plugAndUnplug(
        _ item: PlugItem,
        port: String,
        _ guest: LabGuest
      ) async throws {
        func status() async throws -> String {
          try await guest.host.openVSwitch("Interface", port, "status:status")
        }
        try await guest.plug(item)
        #expect(try await guest.host.eventually { try await status() == "connected" })
        #expect(try await guest.host.eventually { guest.nic(item)?.hasCarrier == true })
        // The guest's system greets its neighbours.
        #expect(try await guest.host.hasLearned(item.mac))
        try await guest.unplug(item)
        #expect(try await guest.host.eventually { try await status() != "connected" })
      }
    }
  }
#endif
