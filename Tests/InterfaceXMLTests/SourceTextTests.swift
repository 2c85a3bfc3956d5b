import InterfaceXML
import Testing

/// What each source looks like, and the attributes of the interface itself.
struct SourceTextTests {
  static func document(_ type: String, _ source: String) -> String {
    "<interface type='\(type)'>\n  \(source)\n</interface>\n"
  }

  @Test func `bridge`() throws {
    #expect(
      try Interface(source: Sample.source(.bridge)).xml()
        == Self.document("bridge", "<source bridge='br0'/>")
    )
  }

  @Test(arguments: DirectSource.Mode.allCases)
  func `direct`(mode: DirectSource.Mode) throws {
    let source = DirectSource(dev: try DeviceName("eth0.7"), mode: mode)
    #expect(
      try Interface(source: .direct(source)).xml()
        == Self.document("direct", "<source dev='eth0.7' mode='\(mode.rawValue)'/>")
    )
  }

  @Test func `host device, with its driver before the source`() throws {
    let source = """
      <source>
          <address type='pci' domain='0x00ff' bus='0x0a' slot='0x1f' function='0x7'/>
        </source>
      """
    let address = try Sample.pci("00ff:0a:1f.7")
    var interface = Interface(
      source: .hostdev(HostDeviceSource(address: address, managed: false))
    )
    #expect(try interface.xml() == Self.document("hostdev", source))
    interface.source = .hostdev(HostDeviceSource(address: address))
    interface.driver = try Sample.driver { $0.name = .vfio }
    interface.mac = MAC(MACAddress(bits: 0xFA16_3E00_0001))
    #expect(
      try interface.xml()
        == Self.document(
          "hostdev' managed='yes",
          "<mac address='fa:16:3e:00:00:01'/>\n  <driver name='vfio'/>\n  \(source)"
        )
    )
  }

  @Test func `vhost-user socket`() throws {
    let client = try VHostUserSource(path: "/run/a", mode: .client)
    #expect(
      try Interface(source: .vhostuser(client)).xml()
        == Self.document("vhostuser", "<source type='unix' path='/run/a' mode='client'/>")
    )
    for (reconnect, text) in [
      (try VHostUserSource.Reconnect(timeout: 10), "enabled='yes' timeout='10'"),
      (.off, "enabled='no'"),
    ] {
      let source = try VHostUserSource(path: "/run/a", mode: .server, reconnect: reconnect)
      #expect(
        try Interface(source: .vhostuser(source)).xml()
          == Self.document(
            "vhostuser",
            "<source type='unix' path='/run/a' mode='server'>\n    <reconnect \(text)/>\n  </source>"
          )
      )
    }
  }

  @Test func `vDPA device`() throws {
    #expect(
      try Interface(source: Sample.source(.vdpa)).xml()
        == Self.document("vdpa", "<source dev='/dev/vhost-vdpa-0'/>")
    )
  }

  @Test func `trust in the guest's filters is the interface's own`() throws {
    var interface = Interface(source: .ethernet())
    for (trust, text) in [(true, "yes"), (false, "no")] {
      interface.trustGuestRxFilters = trust
      #expect(
        try interface.xml() == "<interface type='ethernet' trustGuestRxFilters='\(text)'/>\n"
      )
    }
  }
}
