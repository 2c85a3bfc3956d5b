#if Libvirt
  import Lab
  import Testing

  extension LibvirtdTests {
    @Suite(.enabled(if: LabHost.has(.openVSwitch), "\(LabHost.reason(.openVSwitch))"))
    struct OpenVSwitch {
      static func item(
        _ number: Int,
        interface: Int? = nil,
        guest: PlugItem.Members = [:]
      ) -> PlugItem {
        let profile: PlugItem.Members = [
          "interface_id": #""07bd6cea-fb37-4594-b769-90fc51854ee\#(interface ?? number)""#,
          "profile_id": #""gold""#,
        ]
        return PlugItem(
          "VIFOpenVSwitch",
          mac: "52:54:00:05:00:0\(number)",
          name: "tapo\(number)",
          [
            "bridge_name": #""ovsbr0""#,
            "port_profile": PlugItem.object(
              "VIFPortProfileOpenVSwitch",
              version: "1.4",
              profile
            ),
          ],
          guest: guest
        )
      }

      @Test func `gives the port its interface and profile ids`() async throws {
        let host = try #require(LabHost())
        let item = Self.item(1)
        try await host.withGuest(.prompt) { guest in
          try await guest.plug(item)
          func id(_ key: String) async throws -> String {
            try await host.openVSwitch("Interface", "tapo1", "external_ids:\(key)")
          }
          #expect(try await id("iface-id") == "07bd6cea-fb37-4594-b769-90fc51854ee1")
          #expect(try await id("attached-mac") == item.mac)
          #expect(try await id("iface-status") == "active")
          let profile = try await host.openVSwitch("Port", "tapo1", "external_ids:port-profile")
          #expect(try await id("port-profile") + profile == "gold")
          try await guest.unplug(item)
          #expect(try await host.openVSwitch("Port", "tapo1", "name") == "")
        }
      }

      @Test func `tags the port with a VLAN`() async throws {
        let host = try #require(LabHost())
        let item = Self.item(2, guest: ["vlan": #"{"tags": [{"id": 42}]}"#])
        try await host.withGuest(.prompt) { guest in
          try await guest.plug(item)
          #expect(try await host.openVSwitch("Port", "tapo2", "tag") == "42")
          try await guest.unplug(item)
        }
      }

      @Test func `makes the port a trunk with a native VLAN`() async throws {
        let host = try #require(LabHost())
        let vlan = #"{"trunk": true, "tags": [{"id": 42}, {"id": 47, "nativeMode": "untagged"}]}"#
        let item = Self.item(3, guest: ["vlan": vlan])
        try await host.withGuest(.prompt) { guest in
          try await guest.plug(item)
          #expect(try await host.openVSwitch("Port", "tapo3", "trunks") == "[42, 47]")
          #expect(try await host.openVSwitch("Port", "tapo3", "tag") == "47")
          #expect(try await host.openVSwitch("Port", "tapo3", "vlan_mode") == "native-untagged")
          try await guest.unplug(item)
        }
      }

      @Test func `limits the bandwidth`() async throws {
        let host = try #require(LabHost())
        let bandwidth = """
          {"inbound": {"average": 1000, "peak": 5000, "burst": 1024}, \
          "outbound": {"average": 128, "burst": 256}}
          """
        let item = Self.item(4, guest: ["bandwidth": bandwidth])
        try await host.withGuest(.prompt) { guest in
          try await guest.plug(item)
          let qos = try await host.openVSwitch("Port", "tapo4", "qos")
          // In bits a second; libvirt takes its KiB for 1000 bytes here.
          #expect(try await host.openVSwitch("QoS", qos, "other_config:max-rate") == "40000000")
          let policing = try await host.openVSwitch("Interface", "tapo4", "ingress_policing_rate")
          #expect(policing == "1024")
          try await guest.unplug(item)
          #expect(try await host.run("ovs-vsctl", "--bare", "list", "QoS").isEmpty)
        }
      }
    }
  }
#endif
