import DomainXML
import InterfaceXML
import Testing

/// What is a device of a domain, and what only looks so.
struct DomainDocumentTests {
  private static func devices(_ text: String) throws -> [String] {
    try DomainDocument(parsing: text).devices.map { $0.alias ?? "" }
  }

  private static func interface(_ alias: String) -> String {
    "<interface><alias name='\(alias)'/></interface>"
  }

  @Test func `finds interfaces and host devices in every <devices>`() throws {
    let text = """
      <domain><devices>\(Self.interface("a"))<hostdev><alias name='b'/></hostdev></devices>
      <devices><disk/>\(Self.interface("c"))</devices></domain>
      """
    #expect(try Self.devices(text) == ["a", "b", "c"])
  }

  static let disguises: [String] = [
    "<!-- <interface/> -->", "<!-- > <interface/> -->", "<![CDATA[<interface/>]]>",
    "<![CDATA[]] ><!--]]>", "<?note <interface/> ?>", "<?note > ?>",
    "<disk a='<interface/>'/>".replacing("<i", with: "&lt;i"), "<disk a='/>' b=\"'>\"/>",
    "<disk><interface/></disk>", "<x:interface xmlns:x='urn:x'/>",
    "<interface xmlns='urn:x'/>", "<disk xmlns='urn:x'><interface/></disk>", "<interfaces/>",
    "<disk\n/>", "<disk ></disk >", "<disk>&#60;interface/></disk>", "<disk>]] ></disk>",
  ]

  @Test(arguments: disguises)
  func `takes nothing else for one`(disguise: String) throws {
    let text = """
      <?xml version="1.0" encoding="utf-8" standalone='yes'?>
      <!-- <domain> -->
      <?note <domain> ?>
      <domain xmlns:x='urn:y'>\(disguise)<metadata>\(Self.interface("a"))\(disguise)</metadata>
      <devices>\(disguise)\(Self.interface("b"))\(disguise)</devices>\(disguise)</domain>
      <!-- <domain><devices><interface/></devices></domain> -->
      """
    #expect(try Self.devices(text) == ["b"])
    let removed = try Sample.splice(text, removing: "index:1")
    #expect(removed == text.replacing(Self.interface("b"), with: ""))
    let replaced = try Sample.splice(
      text.replacing("name='b'", with: "name='ua-b'"),
      "<hostdev><alias name='ua-b'/></hostdev>"
    )
    #expect(
      replaced
        == text.replacing(Self.interface("b"), with: "<hostdev><alias name='ua-b'/></hostdev>")
    )
  }

  @Test func `a namespace that was taken back is none`() throws {
    let text =
      "<domain><devices><interface xmlns=''><alias name='a'/></interface></devices></domain>"
    #expect(try Self.devices(text) == ["a"])
  }

  static let refused: [(String, Diagnostic.Code)] = [
    ("", .init(rawValue: "xml.malformed")),
    ("<domain><devices></domain>", .init(rawValue: "xml.malformed")),
    ("<!DOCTYPE domain><domain><devices/></domain>", .init(rawValue: "xml.doctype")),
    ("<domain/>", .domainWithoutDevices),
    ("<domain><x><devices/></x></domain>", .domainWithoutDevices),
    ("<domain><devices xmlns='urn:x'/></domain>", .domainWithoutDevices),
    ("<network><devices/></network>", .domainMalformed),
    ("<domain xmlns='urn:x'><devices/></domain>", .domainMalformed),
    ("<x:domain xmlns:x='urn:x'><devices/></x:domain>", .domainMalformed),
    ("<?xml version='1.0' encoding='ISO-8859-1'?><domain><devices/></domain>", .xmlEncoding),
    ("<?xml version='1.0' encoding = \"UTF-16\"?><domain><devices/></domain>", .xmlEncoding),
  ]

  @Test(arguments: refused)
  func `refuses what is no domain`(text: String, code: Diagnostic.Code) {
    #expect(throws: Diagnostic(code, "")) { try DomainDocument(parsing: text) }
  }

  @Test(arguments: [
    ("", "device.none"), ("<!-- none -->", "device.none"), ("<devices/>", "device.none"),
    ("<disk/>", "device.kind"), ("<interface/>x", "device.kind"),
    ("<devices>x<interface/></devices>", "device.kind"),
    ("<interface xmlns='urn:x'/>", "device.kind"), ("<domain/>", "device.kind"),
    ("<interface>", "xml.malformed"), ("</devices><devices>", "xml.malformed"),
    ("<?xml version='1.0' encoding='ASCII'?><interface/>", "xml.encoding"),
    ("<!DOCTYPE interface><interface/>", "xml.malformed"),
  ])
  func `refuses a file without a device, or with anything else`(
    text: String,
    code: String
  ) throws {
    #expect(throws: Diagnostic(.init(rawValue: code), "")) { try WrittenDevice.list(parsing: text) }
  }

  @Test(arguments: ["52:54", "", "52-54-00-00-00-01", "52:54:00:00:00:001"])
  func `refuses a MAC address that is none to libvirt`(address: String) throws {
    let error = #expect(throws: Diagnostic.self) {
      try WrittenDevice.list(parsing: "<interface><mac address='\(address)'/></interface>")
    }
    #expect(error?.code == .macMalformed)
    #expect(error?.path == JSONPointer(["mac", "address"]))
  }
}
