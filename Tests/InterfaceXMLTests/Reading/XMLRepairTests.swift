import InterfaceXML
import Testing

/// The XML that libvirt prints of what it does not escape.
struct XMLRepairTests {
  private static func domain(_ interface: String) -> String {
    """
    <domain type='kvm'>
      <name>a</name>
      <devices>
        <interface type='bridge'>
    \(interface)
        </interface>
      </devices>
    </domain>
    """
  }

  /// A line of libvirt's, and the value that it means.
  static let rows: [(line: String, name: String, value: String)] = [
    ("<parameters profileid='a<b'/>", "profileid", "a<b"),
    ("<parameters profileid='a&b'/>", "profileid", "a&b"),
    ("<parameters profileid='a'b'/>", "profileid", "a'b"),
    ("<parameters profileid=''''/>", "profileid", "''"),
    ("<parameters profileid='<&'>'/>", "profileid", "<&'>"),
    ("<parameters profileid='&#;&#0;&#x;&#65;'/>", "profileid", "&#;&#0;&#x;A"),
    ("<parameters profileid='a&amp;b<c'/>", "profileid", "a&b<c"),
    ("<parameters profileid='&#x41;<'/>", "profileid", "A<"),
    (
      "<parameters interfaceid='07bd6cea-fb37-4594-b769-90fc51854ee9' profileid='a'b'/>",
      "profileid", "a'b"
    ),
    ("<filterref filter='a&b'/>", "filter", "a&b"),
    ("<filterref filter='it's'>", "filter", "it's"),
    ("<local address='a'b' port='1'/>", "address", "a'b"),
    ("<address type='usb' bus='1' port='<'/>", "port", "<"),
  ]

  @Test(arguments: rows)
  func `a value that libvirt has not escaped`(
    row: (line: String, name: String, value: String)
  ) throws {
    let close = row.line.hasSuffix("/>") ? "" : "\n</filterref>"
    let document = try InterfaceDocument(parsing: Self.domain("      \(row.line)\(close)"))
    let element = try #require(document.interfaces.first?.element.children.first)
    #expect(element[row.name] == row.value)
    #expect(document.repairs.map(\.code) == [.xmlRepaired])
  }

  @Test func `all of a port and of those around are repaired`() throws {
    let text = Self.domain(
      """
            <source bridge='br0'/>
            <virtualport type='openvswitch'>
              <parameters interfaceid='07bd6cea-fb37-4594-b769-90fc51854ee9' profileid='a'b<c&d'/>
            </virtualport>
            <filterref filter='x&y'>
              <parameter name='A' value='1'/>
            </filterref>
      """
    )
    let document = try InterfaceDocument(parsing: text)
    #expect(document.repairs.map(\.details.value) == ["a'b<c&d", "x&y"])
    let interface = try Interface(try #require(document.interfaces.first).element)
    guard case .openVSwitch(let port)? = interface.virtualPort else {
      Issue.record("the port is lost")
      return
    }
    #expect(port.profileID?.description == "a'b<c&d")
    #expect(interface.filterReference?.filter == "x&y")
    // Written, it is XML for everybody.
    #expect(try Interface(xml: interface.xml()) == interface)
    #expect(try XMLDocument(parsing: interface.xml()).root.name == "interface")
  }

  @Test(arguments: measuredVersions)
  func `what a version prints is read as what it keeps`(libvirt: String) throws {
    let part = Part(
      .bridge,
      "<virtualport type='openvswitch'><parameters profileid='a&apos;b&lt;c&amp;d>e'/></virtualport>"
        + "<filterref filter='&lt;&apos;'/><mac address='fa:16:3e:00:00:01'/>"
    )
    let defined = try part.defined(by: libvirt)
    let printed = try defined.xml()
    #expect(throws: Diagnostic.self) { try XMLDocument(parsing: printed) }
    let read = try Interface(
      try #require(InterfaceDocument(parsing: printed).interfaces.first).element
    )
    #expect(read.filterReference == defined.interface?.filterReference)
    guard case .openVSwitch(let port)? = read.virtualPort else {
      Issue.record("the port is lost")
      return
    }
    #expect(port.profileID?.description == "a'b<c&d>e")
  }

  @Test(
    arguments: [
      "<interface><source bridge='a'></interface>", "<interface type='a'b'/>",
      "<interface><parameters profileid='a<b'/></interfaces>",
      "<interface><parameters profileid='a<b/></interface>",
    ]
  )
  func `another fault stays what it is`(xml: String) throws {
    let error = #expect(throws: Diagnostic.self) { try InterfaceDocument(parsing: xml) }
    #expect(error?.code == .xmlMalformed)
    #expect(
      error?.code == (#expect(throws: Diagnostic.self) { try XMLDocument(parsing: xml) })?.code
    )
  }

  @Test func `what is XML is left alone`() throws {
    let xml = "<interface type='user'><parameters profileid='a&lt;b' address='x'/></interface>"
    let document = try InterfaceDocument(parsing: xml)
    #expect(document.repairs.isEmpty)
    #expect(document.interfaces.first?.element.children.first?["profileid"] == "a<b")
  }
}
