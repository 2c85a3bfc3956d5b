#if Libvirt
  import Lab
  import Testing
  import ToolRun

  extension LibvirtdTests {
    @Suite struct HostDevices {
      private static let nic = """
        <interface type='hostdev'><mac address='52:54:00:0f:00:01'/><source><address type='pci' \
        domain='0xffff' bus='0xff' slot='0x1f' function='0x7'/></source>\
        <alias name='ua-vif-dc065497-3c8d-4f44-8fb4-e1d33c16a5c1'/></interface>
        """
      private static let device = """
        <hostdev mode='subsystem' type='pci' managed='yes'><source><address domain='0xffff' \
        bus='0xff' slot='0x1f' function='0x7'/></source>\
        <alias name='ua-vif-dc065497-3c8d-4f44-8fb4-e1d33c16a5c2'/></hostdev>
        """

      @Test(arguments: [nic, device])
      func `refuses a function that the host has not before libvirt is asked`(
        xml: String
      ) async throws {
        let host = try #require(LabHost())
        let folder = try TemporaryFolder()
        let path = try folder.write(xml, to: "nic.xml")
        try await host.withGuest(.deaf) { guest in
          for command in ["attach", "plan", "apply"] {
            let run = try await tool(command, "-c", host.uri, guest.name, path)
            #expect(run.status == 1)
            #expect(
              run.errors.contains("there is no PCI function ffff:ff:1f.7 on the host"),
              "\(run)"
            )
            #expect(run.errors.hasSuffix("[host.function-missing]\n"), "\(run)")
          }
          let unlooked = try await tool(
            "attach",
            "-c",
            host.uri,
            guest.name,
            path,
            "--live",
            "--no-host-check"
          )
          #expect(unlooked.status == 1)
          #expect(!unlooked.errors.contains("host.function-missing"))
          // The configuration is for a host that may get it yet.
          let stored = try await tool("attach", "-c", host.uri, guest.name, path, "--config")
          #expect(stored.status == 0, "\(stored)")
          #expect(try await guest.plan("apply", []).status == 0)
        }
      }
    }
  }
#endif
