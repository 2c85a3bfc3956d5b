import InterfaceXML
import Testing

/// Where the interfaces of a document are.
struct InterfaceDocumentTests {
  private static func places(_ xml: String) throws -> [String] {
    try InterfaceDocument(parsing: xml).interfaces.map { place in
      "\(place.path) \(place.element["type"] ?? "-")"
    }
  }

  @Test(
    arguments: [
      ("<interface type='user'/>", [" user"]),
      ("<devices/>", []),
      (
        "<devices><interface type='user'/><disk/><interface type='null'/></devices>",
        ["/interface/1 user", "/interface/2 null"]
      ),
      (
        "<domain><name>a</name><devices><interface type='user'/></devices></domain>",
        ["/devices/interface/1 user"]
      ),
      ("<domain><interface type='user'/></domain>", []),
      ("<domain/>", []),
      ("<devices><group><interface type='user'/></group></devices>", []),
      (
        "<?xml version='1.0'?><!-- a --><domain xmlns:q='http://q.test'><q:x/><devices>"
          + "<q:interface/><interface type='user'/></devices></domain>",
        ["/devices/interface/1 user"]
      ),
    ]
  )
  func `an interface, a list or a domain`(xml: String, places: [String]) throws {
    #expect(try Self.places(xml) == places)
    #expect(try InterfaceDocument(parsing: xml).repairs.isEmpty)
  }

  @Test(arguments: ["<network/>", "<domainsnapshot/>", "<hostdev/>", "<q:interface xmlns:q='u'/>"])
  func `what holds none`(xml: String) throws {
    let error = #expect(throws: Diagnostic.self) { try InterfaceDocument(parsing: xml) }
    #expect(error?.code == .xmlNoInterface)
  }

  @Test(
    arguments: [
      ("", "xml.malformed"), ("<interface", "xml.malformed"), ("<a/><b/>", "xml.malformed"),
      ("<a x='1' x='2'/>", "xml.malformed"), ("<a>\u{0}</a>", "xml.malformed"),
      ("<!DOCTYPE interface><interface/>", "xml.doctype"),
      ("<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>", "xml.doctype"),
      (String(repeating: "<a>", count: 300), "xml.malformed"),
      ("<a x='\(String(repeating: "y", count: 4 << 20))'/>", "xml.too-large"),
    ]
  )
  func `what is no document`(xml: String, code: String) throws {
    let error = #expect(throws: Diagnostic.self) { try InterfaceDocument(parsing: xml) }
    #expect(error?.code.rawValue == code)
  }
}
