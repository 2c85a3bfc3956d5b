#if Libvirt
  import Lab
  import Testing
  import ToolRun

  extension LibvirtdTests {
    /// What guests are plugged with besides os-vif objects.
    @Suite struct InputForm {
      private static let id = "17bd6cea-fb37-4594-b769-90fc51854ee1"

      @Test func `a port of Neutron's, with the MTU of its network`() async throws {
        let host = try #require(LabHost())
        let folder = try TemporaryFolder()
        let ports = try folder.write(
          """
          {"ports":[{"id":"\(Self.id)","mac_address":"52:54:00:e0:00:01",
          "network_id":"b82c1929-051e-481d-8110-4669916c7915","binding:vif_type":"ovs",
          "binding:vnic_type":"normal","binding:vif_details":{},"binding:profile":{}}]}
          """,
          to: "ports.json"
        )
        let networks = try folder.write(
          #"{"networks":[{"id":"b82c1929-051e-481d-8110-4669916c7915","mtu":1442}]}"#,
          to: "networks.json"
        )
        try await host.withGuest(.prompt) { guest in
          func apply() async throws -> Command {
            try await tool(
              "apply",
              "-c",
              host.uri,
              guest.name,
              ports,
              "--from",
              "neutron",
              "--network",
              networks
            )
          }
          #expect(try await apply().status == 0)
          #expect(
            try await host.eventually {
              guest.nics.contains { $0.mac == "52:54:00:e0:00:01" && $0.mtu == 1442 }
            }
          )
          #expect(try await host.link("tap17bd6cea-fb")?.mtu == 1442)
          #expect(try await apply().output == "\(guest.name): nothing to do\n")
          let detach = try await tool("detach", "-c", host.uri, guest.name, "vif:\(Self.id)")
          #expect(detach.status == 0)
          #expect(try await host.link("tap17bd6cea-fb") == nil)
        }
      }

      @Test(
        .serialized,
        arguments: [
          "<interface type='direct'>MAC<source dev='lowform' mode='private'/>MODEL</interface>",
          "<interface type='user'>MAC MODEL</interface>",
        ]
      )
      func `an element of libvirt's own`(element: String) async throws {
        let host = try #require(LabHost())
        let folder = try TemporaryFolder()
        let nic = try folder.write(
          element.replacing("MAC", with: "<mac address='52:54:00:e0:00:02'/>")
            .replacing("MODEL", with: "<model type='virtio'/>"),
          to: "nic.xml"
        )
        try await host.withGuest(.prompt) { guest in
          try await host.withLowerDevice("lowform") {
            let attach = try await tool("attach", "-c", host.uri, guest.name, nic)
            #expect(attach.errors == "")
            #expect(attach.output.hasSuffix(": live and config\n"))
            #expect(try await guest.sees("52:54:00:e0:00:02"))
            if element.contains("private") {
              let macvtap = try await host.links.first {
                $0.lower == "lowform" && $0.details?.kind == "macvtap"
              }
              #expect(macvtap?.details?.settings?.mode == "private")
            }
            let again = try await tool("attach", "-c", host.uri, guest.name, nic)
            #expect(again.output.hasSuffix(": nothing to do\n"))
            let detach = try await tool("detach", "-c", host.uri, guest.name, "52:54:00:e0:00:02")
            #expect(detach.status == 0)
            #expect(try await guest.misses("52:54:00:e0:00:02"))
          }
        }
      }

      @Test func `one MAC address in both definitions, also when nobody asked for one`()
        async throws
      {
        let host = try #require(LabHost())
        let folder = try TemporaryFolder()
        let nic = try folder.write(
          """
          <interface type='bridge'><source bridge='br0'/><model type='virtio'/>\
          <alias name='ua-form'/></interface>
          """,
          to: "nic.xml"
        )
        try await host.withGuest(.prompt) { guest in
          for option in ["--live", "--config"] {
            let attach = try await tool("attach", "-c", host.uri, guest.name, nic, option)
            #expect(attach.status == 0)
          }
          let devices = try await [["--live"], ["--config"]].asyncMap { option in
            try await tool(["list", "-c", host.uri, guest.name, "--format", "json"] + option).output
          }
          let addresses = devices.map { $0.split(separator: #""mac":""#).last?.prefix(17) }
          #expect(addresses[0] != nil && addresses[0] == addresses[1])
          let update = try await tool("update", "-c", host.uri, guest.name, nic)
          #expect(update.output.hasSuffix(": nothing to do\n"))
          let detach = try await tool("detach", "-c", host.uri, guest.name, "alias:ua-form")
          #expect(detach.status == 0)
        }
      }
    }
  }

  extension Array {
    fileprivate func asyncMap<Result>(
      _ transform: (Element) async throws -> Result
    ) async throws -> [Result] {
      var results: [Result] = []
      for element in self { results.append(try await transform(element)) }
      return results
    }
  }
#endif
