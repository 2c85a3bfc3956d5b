#if Libvirt
  import Lab
  import Testing
  import ToolRun

  extension LibvirtdTests.Update {
    /// Each kind of change, seen on the host or in the guest.
    @Suite struct InPlace {
      @Test func `changes a filter's rules, and takes them away`() async throws {
        func item(_ filter: String?) -> PlugItem {
          LibvirtdTests.Update.item(
            10,
            guest: filter.map { ["filterref": #"{"filter": "\#($0)"}"#] } ?? [:]
          )
        }
        try await LibvirtdTests.withGuest(having: item(nil)) { host, guest in
          func rules() async throws -> String {
            try await host.run("ebtables", "-t", "nat", "-L", "I-tapu10-mac")
          }
          try await guest.update(item("no-mac-spoofing"))
          #expect(try await rules().contains("52:54:00:0d:00:10"))
          try await guest.update(item("no-mac-broadcast"))
          let tables = try await host.run("ebtables", "-t", "nat", "-L")
          #expect(tables.contains("tapu10") && !tables.contains("52:54:00:0d:00:10"))
          try await guest.update(item(nil))
          #expect(try await !host.run("ebtables", "-t", "nat", "-L").contains("tapu10"))
          try await guest.unplug(item(nil))
        }
      }

      @Test func `says that libvirt called an update done that changed nothing`() async throws {
        let host = try #require(LabHost())
        let nic = """
          <interface type='direct'><mac address='52:54:00:0d:00:aa'/>\
          <source dev='lowinert' mode='bridge'/><model type='virtio'/><alias name='ua-inert'/>\
          </interface>
          """
        let folder = try TemporaryFolder()
        let plain = try folder.write(nic, to: "nic.xml")
        let filtered = try folder.write(
          nic.replacing("</int", with: "<filterref filter='clean-traffic'/></int"),
          to: "filtered.xml"
        )
        try await host.withGuest(.prompt) { guest in
          try await host.withLowerDevice("lowinert") {
            let attach = try await tool("attach", "-c", host.uri, guest.name, plain)
            #expect(attach.status == 0, "\(attach)")
            for definition in ["--live", "--config"] {
              let update = try await tool(
                ["update", "-c", host.uri, guest.name, filtered, definition, "--format", "json"]
              )
              #expect(update.status == 1)
              #expect(
                update.errors.contains(": /filterref nothing, not ")
                  && update.errors.hasSuffix(" [update.no-effect]\n"),
                "\(update)"
              )
              #expect(update.output.contains(#""differences":[{"path":"/filterref","#))
            }
            #expect(
              try await tool("detach", "-c", host.uri, guest.name, "alias:ua-inert").status == 0
            )
          }
        }
      }

      @Test func `changes how the host's device coalesces`() async throws {
        func item(_ frames: Int?) -> PlugItem {
          LibvirtdTests.Update.item(
            11,
            guest: frames.map { ["coalesce": #"{"rx": {"frames": {"max": \#($0)}}}"#] } ?? [:]
          )
        }
        try await LibvirtdTests.withGuest(having: item(nil)) { host, guest in
          #expect(try await host.coalescedFrames(of: "tapu11") == 0)
          try await guest.update(item(7))
          #expect(try await host.coalescedFrames(of: "tapu11") == 7)
          try await guest.unplug(item(7))
        }
      }

      @Test func `limits a bridge's port, and takes the limit away`() async throws {
        func item(_ average: Int?) -> PlugItem {
          LibvirtdTests.Update.item(
            12,
            guest: average.map { ["bandwidth": #"{"inbound": {"average": \#($0)}}"#] } ?? [:]
          )
        }
        try await LibvirtdTests.withGuest(having: item(nil)) { host, guest in
          func classes() async throws -> String {
            try await host.run("tc", "class", "show", "dev", "tapu12")
          }
          try await guest.update(item(1000))
          #expect(try await classes().contains("rate 8Mbit"))
          try await guest.update(item(500))
          #expect(try await classes().contains("rate 4Mbit"))
          try await guest.update(item(nil))
          #expect(try await !classes().contains("htb"))
          try await guest.unplug(item(nil))
        }
      }

      @Test func `cannot trust what the guest filters before libvirt 10, and says so`() async throws
      {
        func item(_ guest: PlugItem.Members = [:]) -> PlugItem {
          PlugItem(
            "VIFDirect",
            mac: "52:54:00:0d:00:13",
            name: "mvtu13",
            ["mode": #""bridge""#, "dev_address": #""0000:0a:00.1""#],
            guest: guest,
            netdev: "lowu13"
          )
        }
        try await LibvirtdTests.withGuest { host, guest in
          try await host.withLowerDevice("lowu13") {
            try await guest.plug(item())
            let run = try await guest.run("update", item(["trustGuestRxFilters": "true"]), "--live")
            if run.status != 0 { #expect(run.errors.hasSuffix(" [update.not-live]\n")) }
            try await guest.update(item(["link": #""down""#]))
            #expect(try await host.eventually { guest.nic(item())?.hasCarrier == false })
            try await guest.unplug(item())
          }
        }
      }
    }
  }

  extension LibvirtdTests.OpenVSwitch {
    /// Changes of a switch's port, seen in its database.
    @Suite struct InPlace {
      private typealias Switch = LibvirtdTests.OpenVSwitch

      @Test func `changes the tags of the port`() async throws {
        func item(_ vlan: String?) -> PlugItem {
          Switch.item(5, guest: vlan.map { ["vlan": $0] } ?? [:])
        }
        try await LibvirtdTests.withGuest(having: item(nil)) { host, guest in
          func port(_ column: String) async throws -> String {
            try await host.openVSwitch("Port", "tapo5", column)
          }
          try await guest.update(item(#"{"tags": [{"id": 42}]}"#))
          #expect(try await port("tag") == "42")
          try await guest.update(item(#"{"trunk": true, "tags": [{"id": 43}, {"id": 44}]}"#))
          #expect(try await port("trunks") == "[43, 44]")
          try await guest.update(item(nil))
          #expect(try await port("tag") + port("trunks") == "[][]")
          try await guest.unplug(item(nil))
        }
      }

      @Test func `changes limits, and replaces the NIC when they are to go`() async throws {
        func item(_ bandwidth: String?) -> PlugItem {
          Switch.item(6, guest: bandwidth.map { ["bandwidth": $0] } ?? [:])
        }
        try await LibvirtdTests.withGuest(having: item(nil)) { host, guest in
          func rates() async throws -> String {
            try await host.run("ovs-vsctl", "--bare", "--columns=other_config", "list", "QoS")
          }
          try await guest.update(
            item(#"{"inbound": {"average": 1007}, "outbound": {"average": 99}}"#)
          )
          #expect(try await rates().contains("min-rate=8056000"))
          #expect(
            try await host.openVSwitch("Interface", "tapo6", "ingress_policing_rate") == "792"
          )
          try await guest.update(item(#"{"inbound": {"average": 2007}}"#))
          #expect(try await rates().contains("min-rate=16056000"))
          #expect(try await host.openVSwitch("Interface", "tapo6", "ingress_policing_rate") == "0")
          // libvirt 9.0 would report success, and leave the limit.
          let run = try await guest.run("update", item(nil), "--live", "--replace")
          #expect(run.status == 0)
          #expect(try await !rates().contains("min-rate=16056000"))
          try await guest.unplug(item(nil))
        }
      }

      @Test func `replaces the NIC for another port of the switch`() async throws {
        let item = Switch.item(7)
        let other = Switch.item(7, interface: 8)
        try await LibvirtdTests.withGuest(having: item) { host, guest in
          let run = try await guest.run("update", other, "--live", "--replace")
          #expect(run.errors == "")
          #expect(run.status == 0)
          let id = try await host.openVSwitch("Interface", "tapo7", "external_ids:iface-id")
          #expect(id.hasSuffix("e8"))
          try await guest.unplug(other)
        }
      }
    }
  }
#endif
