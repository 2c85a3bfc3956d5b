#if Libvirt
  import Lab
  import Testing

  extension LibvirtdTests {
    @Suite struct Direct {
      /// os-vif's mode, and the kernel's word for it.
      @Test(arguments: [
        ("vepa", "vepa"), ("bridge", "bridge"), ("passthrough", "passthru"),
      ])
      func `puts a macvtap upon the device`(mode: String, kernel: String) async throws {
        let host = try #require(LabHost())
        let lower = "low\(mode.prefix(4))"
        let item = PlugItem(
          "VIFDirect",
          mac: "52:54:00:d1:00:01",
          name: "mv\(mode.prefix(4))",
          ["mode": #""\#(mode)""#, "dev_address": #""0000:0a:00.1""#],
          netdev: lower
        )
        try await host.withGuest(.prompt) { guest in
          try await host.withLowerDevice(lower) {
            let before = try await host.link(lower)
            try await guest.plug(item)
            let link = try #require(
              await host.links.first { $0.lower == lower && $0.details?.kind == "macvtap" }
            )
            #expect(link.details?.settings?.mode == kernel)
            #expect(link.address == item.mac)
            try await guest.unplug(item)
            #expect(
              try await host.links.allSatisfy { $0.details?.kind != "macvtap" || $0.lower != lower }
            )
            #expect(try await host.link(lower)?.address == before?.address)
          }
        }
      }

      @Test(.enabled(if: LabHost.has(.edge), "\(LabHost.reason(.edge))"))
      func `associates the guest with an 802.1Qbg switch`() async throws {
        let host = try #require(LabHost())
        let instance = "72a00fee-2fbb-43e6-a592-c858d056fcfc"
        let profile: PlugItem.Members = [
          "manager_id": "8", "type_id": "1193047", "type_id_version": "2",
          "instance_id": #""\#(instance)""#,
        ]
        let item = PlugItem(
          "VIFDirect",
          mac: "52:54:00:d1:00:05",
          name: "mvedge",
          [
            "mode": #""vepa""#, "dev_address": #""0000:0a:00.1""#,
            "port_profile": PlugItem.object(
              "VIFPortProfile8021Qbg",
              version: "1.1",
              profile
            ),
          ],
          netdev: "edge0"
        )
        try await host.withGuest(.prompt) { guest in
          try await guest.plug(item)
          #expect(host.associations == [instance: item.mac])
          try await guest.unplug(item)
          #expect(host.associations.isEmpty)
        }
      }
    }
  }
#endif
