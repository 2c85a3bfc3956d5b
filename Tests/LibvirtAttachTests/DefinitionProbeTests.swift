#if Libvirt
  import LibvirtAttach
  import Testing

  /// What libvirt makes of a device that is only defined.
  struct DefinitionProbeTests {
    @Test func `prints an interface as libvirt would, and drops what that does not know`() throws {
      let text = """
        <?xml version="1.0"?>
        <interface type="bridge"><foo/><model type='virtio'/>
        <source bridge="br0" foo='1'/><mac address='52:54:00:00:00:0A'/></interface>
        """
      let printed = """
        <interface type='bridge'>
          <mac address='52:54:00:00:00:0a'/>
          <source bridge='br0'/>
          <target dev='testnet0'/>
          <model type='virtio'/>
        </interface>

        """
      let probe = try DefinitionProbe()
      #expect(try probe.normalForm(of: text) == printed)
      #expect(try probe.normalForm(of: printed) == printed)
    }

    @Test func `prints a host device`() throws {
      let printed = try DefinitionProbe().normalForm(
        of: """
          <hostdev mode='subsystem' type='pci'><source><address domain='0' bus='10' slot='0' \
          function='1'/></source></hostdev>
          """
      )
      #expect(
        printed == """
          <hostdev mode='subsystem' type='pci' managed='no'>
            <source>
              <address domain='0x0000' bus='0x0a' slot='0x00' function='0x1'/>
            </source>
          </hostdev>

          """
      )
    }

    @Test func `passes libvirt's refusal on, and goes on`() throws {
      let probe = try DefinitionProbe()
      for _ in 0..<2 {
        let error = #expect(throws: LibvirtError.self) {
          try probe.normalForm(of: "<interface type='nonsense'/>")
        }
        #expect(error?.code == LibvirtError.xmlError)
        #expect(error?.message.contains("nonsense") == true)
        #expect(try probe.normalForm(of: "<interface type='user'/>").hasPrefix("<interface type="))
      }
    }

    @Test(arguments: [
      "", "<interface>", "<disk/>", "<interface type='user'/><interface type='user'/>",
      "<interface type='user'/></devices><devices><interface type='user'/>",
      "<!DOCTYPE interface><interface type='user'/>", "<interface type='user'/>\u{0}",
    ])
    func `asks about one device only`(text: String) throws {
      let probe = try DefinitionProbe()
      let error = #expect(throws: LibvirtError.self) { try probe.normalForm(of: text) }
      #expect(error?.code == LibvirtError.xmlError)
    }

    @Test func `does not show in other connections, nor they in it`() async throws {
      let probes = try (0..<4).map { _ in try DefinitionProbe() }
      await withTaskGroup { group in
        for index in 0..<200 {
          group.addTask {
            let text = "<interface type='ethernet'><target dev='tap\(index)'/></interface>"
            let printed = try? probes[index % probes.count].normalForm(of: text)
            #expect(printed?.contains("<target dev='tap\(index)'/>") == true)
          }
        }
      }
      // A name that the driver makes is the first one again: no other domain is there.
      let text = try probes[0].normalForm(of: "<interface type='user'/>")
      #expect(text.contains("<target dev='testnet0'/>"))
      let connection = try await Connection("test:///default")
      await #expect(throws: HotPlugError.self) { try await connection.domain(named: "stub") }
    }
  }
#endif
