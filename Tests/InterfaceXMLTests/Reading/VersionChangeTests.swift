import InterfaceXML
import Testing

/// What changed between libvirt's versions: what was before, and what is since.
struct VersionChangeTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let part: Part
    /// The last version that did the one, the first that does the other.
    let versions: (before: String, since: String)
    let outcomes: (before: Outcome, since: Outcome)

    init(
      _ part: Part,
      _ before: String,
      _ was: Outcome,
      since: String,
      _ now: Outcome
    ) {
      self.part = part
      versions = (before, since)
      outcomes = (was, now)
    }

    var testDescription: String { "\(part.type.rawValue) \(part.elements), \(versions.since)" }
  }

  private static let uuid = "00000000-0000-0001-0000-000000000002"

  static let taken: [Row] = [
    Row(
      Part(.user, "<backend type='passt'/>"),
      "9.0.0",
      .refused("value.not-allowed"),
      since: "9.1.0",
      .printed("<backend type='passt'/>")
    ),
    Row(
      Part(.bridge, "<backend type='default' tap='/a'/>"),
      "10.5.0",
      .refused("value.not-allowed"),
      since: "10.6.0",
      .printed("<backend tap='/a'/>")
    ),
    Row(
      Part(.vhostuser, "<source path='/s'/>"),
      "11.0.0",
      .refused("xml.attribute-missing"),
      since: "11.1.0",
      .printed("<source type='unix' path='/s' mode='client'/>")
    ),
    Row(
      Part(.vhostuser, "<source type='unix' path='/s' mode='server'/><model type='e1000'/>"),
      "11.0.0",
      .refused("model.virtio-only"),
      since: "11.1.0",
      .printed("<source type='unix' path='/s' mode='server'/><model type='e1000'/>")
    ),
    Row(
      Part(
        .vhostuser,
        "<source type='unix' path='/s' mode='server'><reconnect enabled='yes' timeout='1'/></source>"
      ),
      "11.0.0",
      .refused("vhostuser.reconnect"),
      since: "11.1.0",
      .printed(
        "<source type='unix' path='/s' mode='server'><reconnect enabled='yes' timeout='1'/></source>"
      )
    ),
    Row(
      Part(.vds, "<source switchid='\(uuid)'/>"),
      "10.10.0",
      .refused("xml.attribute-missing"),
      since: "11.0.0",
      .printed("<source switchid='\(uuid)' portid='0' connectionid='0'/>")
    ),
    Row(
      Part(.bridge, "<model type='IGB'/>"),
      "9.2.0",
      .printed("<model type='IGB'/>"),
      since: "9.3.0",
      .printed("<model type='igb'/>")
    ),
    Row(
      Part(.hostdev, "<driver name='vfio' model='mlx5'/>"),
      "9.10.0",
      .printed("<driver name='vfio'/>"),
      since: "10.0.0",
      .printed("<driver name='vfio' model='mlx5'/>")
    ),
    Row(
      Part(.hostdev, "<driver iommufd='yes'/>"),
      "12.0.0",
      .printed(""),
      since: "12.1.0",
      .printed("<driver iommufd='yes'/>")
    ),
    Row(
      Part(.bridge, "<acpi nodeset='1,0-1'/>"),
      "11.7.0",
      .printed(""),
      since: "11.8.0",
      .printed("<acpi nodeset='0-1'/>")
    ),
    Row(
      Part(.user, "<backend hostname='h'/>"),
      "11.7.0",
      .printed(""),
      since: "11.8.0",
      .refused("backend.passt")
    ),
    Row(
      Part(.bridge, "<bandwidth><inbound average='1'/><inbound average='2'/></bandwidth>"),
      "10.10.0",
      .refused("xml.repeated-element"),
      since: "11.0.0",
      .printed("<bandwidth><inbound average='1'/></bandwidth>")
    ),
    Row(
      Part(.bridge, "<address type='pci'><zpci uid='1'/><zpci uid='2'/></address>"),
      "10.10.0",
      .printed("<address type='pci'><zpci uid='0x0002' fid='0x00000000'/></address>"),
      since: "11.0.0",
      .printed("<address type='pci'><zpci uid='0x0001' fid='0x00000000'/></address>")
    ),
    Row(
      Part(.network, "<route gateway='10.0.0.1'/>"),
      "12.1.0",
      .refused("xml.attribute-missing"),
      since: "12.2.0",
      .printed("<route gateway='10.0.0.1'/>")
    ),
    Row(
      Part(.hostdev, "<source><address type='usb' bus='1' port='1.2'/></source>"),
      "11.10.0",
      .refused("xml.attribute-missing"),
      since: "12.0.0",
      .printed("<source><address type='usb' bus='1' port='1.2'/></source>")
    ),
  ]

  static let refused: [Row] = [
    Row(
      Part(.bridge, "<bandwidth><outbound average='18014398509481985'/></bandwidth>"),
      "10.10.0",
      .printed("<bandwidth><outbound average='18014398509481985'/></bandwidth>"),
      since: "11.0.0",
      .refused("value.out-of-range")
    ),
    Row(
      Part(.bridge, "<bandwidth><outbound average='1' burst='4194304'/></bandwidth>"),
      "10.10.0",
      .printed("<bandwidth><outbound average='1' burst='4194304'/></bandwidth>"),
      since: "11.0.0",
      .refused("value.out-of-range")
    ),
    Row(
      Part(.bridge, "<bandwidth><inbound average='1' floor='0'/></bandwidth>"),
      "10.10.0",
      .printed("<bandwidth><inbound average='1'/></bandwidth>"),
      since: "11.0.0",
      .refused("bandwidth.floor")
    ),
    Row(
      Part(.bridge, "<mac address='00:00:00:00:00:00'/>"),
      "10.10.0",
      .printed("<mac address='00:00:00:00:00:00'/>"),
      since: "11.0.0",
      .printed("<mac address='@RANDOM-MAC@'/>")
    ),
    Row(
      Part(.hostdev, "", attributes: "display='x'"),
      "10.10.0",
      .printed(""),
      since: "11.0.0",
      .refused("value.not-allowed")
    ),
    Row(
      Part(.bridge, "<portForward proto='tcp'/>"),
      "11.0.0",
      .printed("<portForward proto='tcp'/>"),
      since: "11.1.0",
      .refused("backend.passt")
    ),
    Row(
      Part(.user, "<portForward proto='tcp'><range end='9' exclude='yes'/></portForward>"),
      "11.0.0",
      .printed("<portForward proto='tcp'><range exclude='yes'/></portForward>"),
      since: "11.1.0",
      .refused("xml.attribute-missing")
    ),
    Row(
      Part(.network, "<virtualport type='802.1Qbg'><parameters managerid='0xff'/></virtualport>"),
      "11.10.0",
      .printed(
        "<virtualport type='802.1Qbg'><parameters managerid='255' instanceid='@RANDOM-UUID@'/>"
          + "</virtualport>"
      ),
      since: "12.0.0",
      .refused("value.out-of-range")
    ),
    Row(
      Part(.network, "<virtualport type='802.1Qbg'><parameters managerid='010'/></virtualport>"),
      "11.10.0",
      .printed(
        "<virtualport type='802.1Qbg'><parameters managerid='8' instanceid='@RANDOM-UUID@'/>"
          + "</virtualport>"
      ),
      since: "12.0.0",
      .printed(
        "<virtualport type='802.1Qbg'><parameters managerid='10' instanceid='@RANDOM-UUID@'/>"
          + "</virtualport>"
      )
    ),
    Row(
      Part(.ethernet, "<vlan><tag id='7'/></vlan>"),
      "11.10.0",
      .printed("<vlan><tag id='7'/></vlan>"),
      since: "12.0.0",
      .refused("type.unsupported-element")
    ),
    Row(
      Part(.direct, "<source dev='eth0' mode='bridge'/><vlan><tag id='7'/></vlan>"),
      "11.10.0",
      .printed("<source dev='eth0' mode='bridge'/><vlan><tag id='7'/></vlan>"),
      since: "12.0.0",
      .refused("vlan.mode")
    ),
    Row(
      Part(
        .bridge,
        "<virtualport type='midonet'><parameters interfaceid='\(uuid)' typeid='1'/></virtualport>"
      ),
      "11.10.0",
      .printed("<virtualport type='midonet'><parameters interfaceid='\(uuid)'/></virtualport>"),
      since: "12.0.0",
      .refused("virtualport.extra")
    ),
  ]

  @Test(arguments: taken + refused)
  func `a version before and one since a change`(row: Row) throws {
    for libvirt in ["9.0.0", row.versions.before] {
      try row.outcomes.before.check(row.part, libvirt: libvirt)
    }
    for libvirt in [row.versions.since, "12.8.0"] {
      try row.outcomes.since.check(row.part, libvirt: libvirt)
    }
  }

  @Test func `the address of a socket is not escaped before 11.0`() throws {
    let part = Part(.client, "<source address='a&amp;b&apos;c' port='1'/>")
    let old = try part.defined(by: "10.10.0").xml()
    #expect(old.contains("<source address='a&b'c' port='1'/>"))
    let new = try part.defined(by: "11.0.0").xml()
    #expect(new.contains("<source address='a&amp;b&apos;c' port='1'/>"))
  }

  @Test(arguments: ["", "9", "9.0.0.1", "nine.0.0", "9.-1.0", "9.0.1000", " 9.0.0"])
  func `what is no version`(text: String) throws {
    let error = #expect(throws: Diagnostic.self) { try LibvirtVersion(text) }
    #expect(error?.code == .libvirtVersionMalformed)
  }

  @Test func `versions have an order, and a number in the API`() throws {
    #expect(try LibvirtVersion("9.10") > LibvirtVersion("9.9.1"))
    #expect(LibvirtVersion(number: 12_008_003) > .newest)
    #expect(LibvirtVersion(number: 9_000_000) == .oldest)
    let error = #expect(throws: Diagnostic.self) { try LibvirtVersion("8.10.0") }
    #expect(error?.code == .libvirtVersionUnknown)
  }
}
