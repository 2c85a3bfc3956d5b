import InterfaceXML
import Testing
import ToolRun

private let isInstalled = (try? InterfaceSchema()) != nil

/// libvirt's schema: what it takes, and what is said of what it does not take.
@Suite(.enabled(if: isInstalled, "needs \(InterfaceSchema.defaultPath) (Debian 12: libvirt0)"))
struct InterfaceSchemaTests {
  private let schema: InterfaceSchema

  init() throws { schema = try InterfaceSchema() }

  private func findings(_ text: String) throws -> [Diagnostic] { try schema.findings(in: text) }

  /// A bridge's interface with more in it.
  private static func bridge(_ more: String) -> String {
    """
    <interface type='bridge'><mac address='52:54:00:00:00:01'/><source bridge='br0'/>\(more)\
    </interface>
    """
  }

  @Test(arguments: [
    bridge(""), bridge("<!-- a --><vlan trunk='yes'><tag id='1'/><tag id='2'/></vlan>"),
    bridge("<virtualport type='802.1Qbh'><parameters profileid='a'/></virtualport>"),
    bridge("<tune><sndbuf>1600</sndbuf></tune>"), "<interface type='user'/>",
    "<?xml version='1.0'?>\n<interface type='network'><source network='a b'/></interface>",
    """
    <hostdev mode='subsystem' type='pci' managed='yes'><source><address domain='0x0000' \
    bus='0x0a' slot='0x00' function='0x1'/></source></hostdev>
    """,
  ])
  func `finds nothing in what it takes`(text: String) throws {
    #expect(try findings(text) == [])
  }

  /// A document, and the code, the place and a part of the message of what is wrong with it.
  static let faults: [(String, Diagnostic.Code, String, String)] = [
    (bridge("<vlan><tag nr='1' id='1'/></vlan>"), .schemaAttribute, "/vlan/tag/nr", "nativeMode"),
    (
      "<interface type='bridge'><source bridge='br0' portgruop='a'/></interface>",
      .schemaAttribute, "/source/portgruop", "did you mean portgroup?"
    ),
    (bridge("<virtualprot/>"), .schemaElement, "/virtualprot", "did you mean virtualport?"),
    (bridge("<x:mtu xmlns:x='urn:x' size='1500'/>"), .schemaElement, "/x:mtu", "x:mtu"),
    (
      "<interface type='brigde'/>", .schemaValue, "/type", "bridge, ethernet, vhostuser, network"
    ),
    (
      "<interface trustGuestRxFilters='on' type='user'/>", .schemaValue, "/trustGuestRxFilters",
      "(allowed: yes, no)"
    ),
    (bridge("<mtu size='65536'/>"), .schemaValue, "/mtu/size", "from 0 up to 65535"),
    (
      bridge("<vlan><tag id='1'/><tag id='4096'/></vlan>"), .schemaValue, "/vlan/tag/2/id",
      "id='4096'"
    ),
    (
      bridge("<virtualport type='ovs'><parameters/></virtualport>"), .schemaValue,
      "/virtualport/type", "(allowed: 802.1Qbg, 802.1Qbh, openvswitch, midonet)"
    ),
    (
      bridge("<virtualport type='802.1Qbh'><parameters profile='a'/></virtualport>"),
      .schemaAttribute, "/virtualport/parameters/profile", "did you mean profileid?"
    ),
    (bridge("<tune><sndbuf>x</sndbuf></tune>"), .schemaValue, "/tune/sndbuf", "unsignedInt"),
    (bridge("<tune><sndbuf/></tune>"), .schemaValue, "/tune/sndbuf", "unsignedInt"),
    (bridge("<ip address='1.2.3'/>"), .schemaValue, "/ip/address", "ipv4Addr, ipv6Addr"),
    (bridge("<mtu size='1'/><mtu size='2'/>"), .schemaCombination, "/mtu/2", "more than one"),
    (
      "<interface type='ethernet'><virtualport type='openvswitch'/></interface>",
      .schemaCombination, "/virtualport", "(allowed: type bridge, network, direct, hostdev)"
    ),
    (bridge("<mtu/>"), .schemaRequired, "/mtu", "<mtu> lacks attribute size"),
    ("<interface type='network'/>", .schemaRequired, "", "<interface> lacks <source>"),
    ("<interface/>", .schemaRequired, "", "<interface> lacks attribute type"),
    ("<interface type='user'>text</interface>", .schemaValue, "", "the text 'text'"),
    ("<disk/>", .schemaElement, "", "(allowed: hostdev, interface)"),
  ]

  @Test(arguments: faults)
  func `says which part it does not take`(
    text: String,
    code: Diagnostic.Code,
    path: String,
    message: String
  ) throws {
    let findings = try findings(text)
    #expect(findings.map(\.code) == [code])
    #expect(findings.map(\.path.description) == [path])
    #expect(findings.first?.message.contains(message) == true, "\(findings)")
  }

  @Test func `tells all that is wrong`() throws {
    let findings = try findings(
      Self.bridge("<mtu size='x' y='1'/><foo/><vlan><tag/><tag id='5000'/></vlan><link/>")
    )
    #expect(
      findings.map(\.path.description)
        == ["/mtu/size", "/mtu/y", "/foo", "/vlan/tag/1", "/vlan/tag/2/id", "/link"]
    )
  }

  @Test func `tells of no more than anyone would read`() throws {
    let many = String(repeating: "<foo/>", count: 5000)
    #expect(try findings(Self.bridge(many)).count == 20)
  }

  @Test func `does not look at what would take its time`() throws {
    let many = String(repeating: "<tag id='1'/>", count: 100_000)
    let findings = try findings(Self.bridge("<vlan trunk='yes'>\(many)</vlan>"))
    #expect(findings.map(\.code) == [.schemaTooLarge])
  }

  /// An attribute too many in each element of a document is found in each.
  @Test func `finds an unknown attribute wherever it is`() throws {
    let driver = """
      <driver name='vhost' txmode='iothread' ioeventfd='on' event_idx='on' queues='2' \
      rx_queue_size='256' tx_queue_size='256' iommu='on' ats='on' packed='on' page_per_vq='on'>\
      <host csum='on' gso='on' tso4='on' tso6='on' ecn='on' ufo='on' mrg_rxbuf='on'/>\
      <guest csum='on' tso4='on' tso6='on' ecn='on' ufo='on'/></driver>
      """
    let text = Self.bridge(
      """
      <model type='virtio'/>\(driver)<bandwidth><inbound average='1'/><outbound average='1'/>\
      </bandwidth><coalesce><rx><frames max='1'/></rx></coalesce><boot order='1'/>\
      <filterref filter='a'><parameter name='B' value='c'/></filterref><rom bar='on'/>
      """
    )
    #expect(try findings(text) == [])
    for start in text.matches(of: /<[a-z]+/) {
      var broken = text
      broken.insert(contentsOf: " zzz='1'", at: start.range.upperBound)
      let findings = try findings(broken)
      #expect(findings.map(\.code) == [.schemaAttribute])
      #expect(findings.first?.path.components.last == "zzz")
    }
  }

  @Test func `refuses what is no XML`() throws {
    for text in ["", "<interface>", "<!DOCTYPE a><interface type='user'/>"] {
      #expect(throws: Diagnostic.self) { try schema.findings(in: text) }
    }
  }

  @Test func `may be shared by tasks`() async throws {
    await withTaskGroup { group in
      for index in 0..<100 {
        group.addTask { [schema] in
          let text = Self.bridge("<mtu size='\(65_535 + index % 2)'/>")
          #expect((try? schema.findings(in: text))?.count == index % 2)
        }
      }
    }
  }
}

/// Where libvirt's schema is read from.
@Suite(.enabled(if: isInstalled, "needs \(InterfaceSchema.defaultPath) (Debian 12: libvirt0)"))
struct InterfaceSchemaFileTests {
  @Test func `says that there is none, and what has it`() throws {
    let error = #expect(throws: Diagnostic.self) { try InterfaceSchema(path: "/nowhere/a.rng") }
    #expect(error?.code == .schemaMissing)
    #expect(error?.message.contains("libvirt0") == true)
  }

  private static let grammar = """
    <grammar xmlns="http://relaxng.org/ns/structure/1.0">BODY<define name="hostdev"><element \
    name="hostdev"><empty/></element></define></grammar>
    """
  private static let definition = """
    <define name="interface"><element name="interface"><attribute name="a"/></element></define>
    """

  @Test(arguments: ["s.rng", "a b/%41'&é.rng"])
  func `reads one from any place, with the files that it includes`(name: String) throws {
    let folder = try TemporaryFolder()
    let inner = Self.grammar.replacing("BODY", with: Self.definition)
    let path = try folder.write(inner, to: name)
    let schema = try InterfaceSchema(path: path)
    #expect(try schema.findings(in: "<interface a='1'/>") == [])
    #expect(
      try schema.findings(in: "<interface b='1'/>").map(\.code) == [
        .schemaAttribute, .schemaRequired,
      ]
    )
  }

  @Test(arguments: [
    "", "text", "<a/>", grammar, grammar.replacing("BODY", with: "<include href='missing'/>"),
    grammar.replacing(
      "BODY",
      with: definition.replacing("<attribute name=\"a\"/>", with: "<ref name='none'/>")
    ),
    grammar.replacing("BODY", with: definition.replacing("<attribute name=\"a\"/>", with: "<x/>")),
  ])
  func `refuses a file that is no schema of devices`(text: String) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(text, to: "s.rng")
    let error = #expect(throws: Diagnostic.self) { try InterfaceSchema(path: path) }
    #expect(error?.code == .schemaUnreadable)
  }
}
