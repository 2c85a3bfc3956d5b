import DomainXML
import InterfaceXML
import LibvirtAttach
import Testing

/// What each version of libvirt can change while the guest runs, and what takes a new NIC.
@Suite struct LiveUpdateTests {
  private static let mac = "<mac address='52:54:00:00:00:01'/>"
  private static let ovs =
    "<virtualport type='openvswitch'><parameters interfaceid='07bd6cea-fb37-4594-b769-90fc51854ee9'/></virtualport>"
  private static let tag = "<vlan><tag id='42'/></vlan>"
  private static let limit = "<bandwidth><inbound average='1000'/></bandwidth>"

  private static func bridge(_ name: String, _ more: String = "") -> String {
    "<interface type='bridge'>\(mac)<source bridge='\(name)'/>\(more)<model type='virtio'/></interface>"
  }

  private static func direct(_ name: String, _ more: String = "") -> String {
    "<interface type='direct'>\(mac)<source dev='\(name)' mode='bridge'/>\(more)<model type='virtio'/></interface>"
  }

  private static func network(_ name: String, group: String = "") -> String {
    "<interface type='network'>\(mac)<source network='\(name)'\(group)/><model type='virtio'/></interface>"
  }

  private static func vhostuser(_ more: String = "") -> String {
    "<interface type='vhostuser'>\(mac)<source type='unix' path='/run/v' mode='client'/><model type='virtio'/>\(more)</interface>"
  }

  /// The reasons that stand against a change.
  private static func reasons(
    _ live: String,
    _ asked: String,
    _ libvirt: UInt
  ) throws -> [String] {
    let document = try AttachDocument(parsing: asked)
    let present = AttachedInterface(try XMLDocument(parsing: live).root)
    let differences = try document.differences(from: present)
    #expect(!differences.isEmpty)
    return try LiveUpdate(
      to: document,
      from: present,
      differences,
      for: LibvirtVersion(number: libvirt)
    ).obstacles.map(\.reason)
  }

  @Test(arguments: [
    (bridge("br0"), bridge("br1")),
    (bridge("br0"), bridge("br0", "<link state='down'/>")),
    (bridge("br0"), bridge("br0", limit)),
    (bridge("br0", limit), bridge("br0")),
    (bridge("br0"), bridge("br0", "<port isolated='yes'/>")),
    (bridge("br0"), bridge("br0", "<filterref filter='clean-traffic'/>")),
    (bridge("br0"), bridge("br0", "<coalesce><rx><frames max='7'/></rx></coalesce>")),
    (bridge("ovs0", ovs), bridge("ovs0", ovs + tag)),
    (bridge("ovs0", ovs), bridge("ovs0", ovs + limit)),
    (bridge("br0"), network("default")),
    (network("default"), network("other")),
    (direct("eth0"), direct("eth0", "<link state='down'/>")),
  ])
  func `every version changes this`(live: String, asked: String) throws {
    for version: UInt in [9_000_000, 12_008_000] {
      #expect(try Self.reasons(live, asked, version) == [])
    }
  }

  @Test(arguments: [
    (bridge("br0"), bridge("br0", tag), 11_000_000),
    (bridge("ovs0", ovs), bridge("ovs1", ovs), 11_003_000),
    (bridge("ovs0", ovs), bridge("ovs0", ovs.replacing("4ee9", with: "4ee8")), 11_003_000),
    (bridge("ovs0", ovs + limit), bridge("ovs0", ovs), 11_003_000),
    (
      direct("eth0"),
      direct("eth0").replacing("'direct'", with: "'direct' trustGuestRxFilters='yes'"),
      10_000_000
    ),
  ])
  func `a version changes this first`(live: String, asked: String, first: Int) throws {
    #expect(try Self.reasons(live, asked, UInt(first)) == [])
    let reason = try Self.reasons(live, asked, UInt(first - 1)).first
    #expect(reason?.hasSuffix("\(LibvirtVersion(number: UInt(first))) does") == true)
  }

  @Test(arguments: [
    (bridge("br0"), bridge("br0", "<mtu size='1400'/>")),
    (bridge("br0"), bridge("br0", "<driver queues='4'/>")),
    (bridge("br0"), bridge("br0").replacing("virtio", with: "e1000e")),
    (bridge("br0"), direct("eth0")),
    (direct("eth0"), direct("eth1")),
    (direct("eth0"), direct("eth0").replacing("'bridge'", with: "'vepa'")),
    (direct("eth0"), direct("eth0", tag)),
    (vhostuser(), vhostuser("<link state='down'/>")),
    (network("default"), network("default", group: " portgroup='gold'")),
  ])
  func `no version changes this`(live: String, asked: String) throws {
    for version: UInt in [9_000_000, 12_008_000] {
      #expect(try !Self.reasons(live, asked, version).isEmpty)
    }
  }
}
