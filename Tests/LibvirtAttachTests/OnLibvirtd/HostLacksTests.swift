#if Libvirt
  import Foundation
  import Lab
  import Testing
  import ToolRun

  extension LibvirtdTests {
    /// What takes hardware that hardly a host has: libvirt's answer where it is missing, word for word.
    @Suite struct HostLacks {
      /// What the tool says of an attach that failed.
      private struct Answer: Decodable, Equatable {
        struct Libvirt: Decodable, Equatable {
          let code: Int
          let domain: Int
          let message: String
        }

        let code: String
        let message: String
        let libvirt: Libvirt?

        init(_ code: String, _ message: String, _ number: Int, _ domain: Int, _ text: String) {
          self.code = code
          self.message = message
          libvirt = Libvirt(code: number, domain: domain, message: text)
        }
      }

      private struct Line: Decodable {
        let error: Answer
      }

      /// Has libvirt asked, whatever can be told without it.
      private static func check(
        _ item: PlugItem,
        _ expected: Answer,
        _ guest: LabGuest,
        location: SourceLocation = #_sourceLocation
      ) async throws {
        let run = try await guest.run(
          "attach",
          item,
          "--live",
          "--no-host-check",
          "--format",
          "json"
        )
        let line = try JSONDecoder().decode(Line.self, from: Data(run.output.utf8))
        #expect(line.error == expected, sourceLocation: location)
        #expect(run.status == 1, sourceLocation: location)
        let view = try await guest.view(of: item.mac, target: nil)
        #expect(view.isAbsent, sourceLocation: location)
      }

      @Test func `a NIC that speaks 802.1Qbh`() async throws {
        let profile = PlugItem.object(
          "VIFPortProfile8021Qbh",
          version: "1.1",
          ["profile_id": #""finance""#]
        )
        let item = PlugItem(
          "VIFDirect",
          mac: "52:54:00:1a:00:02",
          name: "mvlack2",
          [
            "mode": #""passthrough""#, "dev_address": #""0000:0a:00.1""#, "port_profile": profile,
          ],
          netdev: "lowlack2"
        )
        try await LibvirtdTests.withGuest { host, guest in
          try await host.withLowerDevice("lowlack2") {
            try await Self.check(
              item,
              Answer(
                "host.port-profile",
                """
                the port profile could not be associated; 802.1Qbg needs lldpad on the host, 802.1Qbh a \
                NIC whose driver supports it; libvirtd's log has the kernel's reason
                """,
                1,
                11,
                "internal error: sending of PortProfileRequest failed."
              ),
              guest
            )
            let links = try await host.links
            #expect(links.allSatisfy { $0.lower != "lowlack2" || $0.details?.kind != "macvtap" })
            // As the explanation tells: libvirt does not give the device its own address back.
            #expect(links.first { $0.name == "lowlack2" }?.address == item.mac)
          }
        }
      }

      @Test(
        .enabled(
          if: !FileManager.default.fileExists(atPath: "/dev/vfio/vfio"),
          "the host has VFIO"
        ),
        arguments: [
          ([:], "host doesn't support passthrough of host PCI devices"),
          (["driver": #"{"name":"vfio"}"#], "host doesn't support VFIO PCI passthrough"),
        ]
      )
      func `an IOMMU`(guest settings: PlugItem.Members, message: String) async throws {
        // No host has that function: of none is its own taken off it.
        let item = PlugItem(
          "VIFHostDevice",
          mac: "52:54:00:1a:00:01",
          name: "hdlack1",
          ["dev_type": #""ethernet""#, "dev_address": #""ffff:ff:1f.7""#],
          guest: settings.merging(["managed": "false"]) { $1 }
        )
        try await LibvirtdTests.withGuest(.deaf) { _, guest in
          try await Self.check(
            item,
            Answer(
              "host.no-passthrough",
              """
              the host cannot hand PCI devices through; switch its IOMMU on, in the firmware and with \
              intel_iommu=on or amd_iommu=on, and load vfio-pci
              """,
              67,
              10,
              "unsupported configuration: \(message)"
            ),
            guest
          )
        }
      }

      @Test func `a vDPA device`() async throws {
        let item = PlugItem(
          "VIFHostDevice",
          mac: "52:54:00:1a:00:03",
          name: "hdlack3",
          ["dev_type": #""ethernet""#, "dev_address": #""0000:0a:00.1""#],
          guest: ["vdpa": "true"],
          vdpa: "/dev/vhost-vdpa-77"
        )
        try await LibvirtdTests.withGuest(.deaf) { _, guest in
          try await Self.check(
            item,
            Answer(
              "host.vdpa-unopened",
              """
              the vDPA device cannot be opened; load vhost_vdpa, and make the device with 'vdpa dev add': \
              it is /dev/vhost-vdpa-N then
              """,
              38,
              10,
              "Unable to open '/dev/vhost-vdpa-77' for vdpa device: No such file or directory"
            ),
            guest
          )
        }
      }
    }
  }
#endif
