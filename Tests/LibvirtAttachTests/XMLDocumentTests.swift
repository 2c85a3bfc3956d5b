import Diagnostics
import InterfaceXML
import Testing

@Suite struct XMLDocumentTests {
  @Test func `copies names, attributes, children and text in order`() throws {
    let root = try XMLDocument(
      parsing: """
        <?xml version='1.0'?>
        <!-- a note --><a x='1' y="&lt;&#233;"><b>  t&amp;u </b><c/><b><![CDATA[<raw>]]></b></a>
        """
    ).root
    #expect(root.name == "a")
    #expect(root.attributes.map(\.name) == ["x", "y"])
    #expect(root["y"] == "<é")
    #expect(root["z"] == nil)
    #expect(root.children.map(\.name) == ["b", "c", "b"])
    #expect(root.first("b")?.text == "t&u")
    #expect(root.all("b").map(\.text) == ["t&u", "<raw>"])
  }

  @Test func `references are replaced once`() throws {
    let root = try XMLDocument(parsing: "<a x='&amp;lt;&#38;amp;&#x26;'>&amp;lt;</a>").root
    #expect(root["x"] == "&lt;&amp;&")
    #expect(root.text == "&lt;")
  }

  @Test func `names have their prefixes, and declarations come first`() throws {
    let root = try XMLDocument(
      parsing: "<p:a b='1' xmlns:p='u' p:b='2' xmlns='v' q:b='3' xml:lang='4'><c/><q:d/></p:a>"
    ).root
    #expect(root.name == "p:a")
    #expect(root.attributes.map(\.name) == ["xmlns:p", "xmlns", "b", "p:b", "q:b", "xml:lang"])
    #expect(root.attributes.map(\.value) == ["u", "v", "1", "2", "3", "4"])
    #expect(root.children.map(\.name) == ["c", "q:d"])
  }

  /// An element's text, and the content that is read of it.
  static let contents = [
    ("", ""), (" \n ", " \n "), ("\n <b/>\n <b/>\n", ""), ("x<b>inner</b>y<!-- c -->z", "xyz"),
    (" <b/>x<b>  </b> ", " x "), ("<![CDATA[<]]>&#9;<?p i?><![CDATA[ ]]>", "<\t "),
    ("<![CDATA[ ]]><b/>\n", ""), ("<b/>&#160;", ""),
  ]

  @Test(arguments: contents)
  func `text is put together, and the blanks between elements are none`(
    text: String,
    content: String
  ) throws {
    #expect(try XMLDocument(parsing: "<a>\(text)</a>").root.content == content)
  }

  @Test func `writes what it would read again`() throws {
    let element = XMLElement(
      "a",
      attributes: [.init(name: "x", value: "<&>'\"\n\té")],
      children: [XMLElement("b", content: "1 < 2"), XMLElement("c")]
    )
    #expect(try XMLDocument(parsing: element.description).root == element)
  }

  static let refused: [(String, Diagnostic.Code)] = [
    ("", .xmlMalformed),
    ("   ", .xmlMalformed),
    ("text", .xmlMalformed),
    ("<a>", .xmlMalformed),
    ("<a></b>", .xmlMalformed),
    ("<a/><b/>", .xmlMalformed),
    ("<a/>trailing", .xmlMalformed),
    ("<a x='1' x='2'/>", .xmlMalformed),
    ("<a>&#1;</a>", .xmlMalformed),
    ("<a>&undeclared;</a>", .xmlMalformed),
    ("<!DOCTYPE a><a/>", .xmlDocumentType),
    ("<!DOCTYPE a><a>", .xmlMalformed),
    ("<!DOCTYPE a [<!ENTITY e '<b>'>]><a>&e;</a>", .xmlMalformed),
    ("<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>", .xmlDocumentType),
    ("<!DOCTYPE a [<!ATTLIST a b CDATA 'default'>]><a/>", .xmlDocumentType),
    ("<!DOCTYPE a [<!ENTITY e 'x'>]><a>&e;</a>", .xmlDocumentType),
    ("<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><a>&e;</a>", .xmlDocumentType),
  ]

  @Test(arguments: refused)
  func `refuses what is no plain document`(text: String, code: Diagnostic.Code) {
    #expect(throws: Diagnostic(code, "")) { try XMLDocument(parsing: text) }
  }

  @Test func `refuses control characters wherever they stand`() {
    for text in ["<a>\u{1}</a>", "<a>\u{0}</a>", "<a/>\u{0}", "<a/>\u{0}<b/>", "\u{0}<a/>"] {
      #expect(throws: Diagnostic(.xmlMalformed, "")) { try XMLDocument(parsing: text) }
    }
  }

  @Test func `refuses an entity bomb`() {
    let levels = (1...9).map { level in
      let use = String(repeating: "&e\(level - 1);", count: 10)
      return "<!ENTITY e\(level) '\(use)'>"
    }
    let text = "<!DOCTYPE a [<!ENTITY e0 'ha'>\(levels.joined())]><a>&e9;</a>"
    #expect(throws: Diagnostic.self) { try XMLDocument(parsing: text) }
  }

  @Test func `refuses a depth that would use the stack up`() {
    let text =
      String(repeating: "<a>", count: 100_000) + String(repeating: "</a>", count: 100_000)
    #expect(throws: Diagnostic(.xmlMalformed, "")) { try XMLDocument(parsing: text) }
  }

  @Test func `refuses more than libvirt would take`() {
    let text = "<a>\(String(repeating: " ", count: XMLDocument.maximumLength))</a>"
    #expect(throws: Diagnostic(.xmlTooLarge, "")) { try XMLDocument(parsing: text) }
  }

  @Test func `repairs bytes that are no UTF-8 before libxml2 sees them`() throws {
    let bytes = Array("<a>".utf8) + [0xC3, 0x28] + Array("</a>".utf8)
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(try XMLDocument(parsing: text).root.text == "\u{FFFD}(")
  }

  @Test func `reads UTF-8 whatever the declaration says`() throws {
    let text = "<?xml version='1.0' encoding='ISO-8859-1'?><a>é</a>"
    #expect(try XMLDocument(parsing: text).root.text == "é")
  }

  @Test func `names the line of the fault`() throws {
    let error = #expect(throws: Diagnostic.self) {
      try XMLDocument(parsing: "<a>\n<b>\n</c></a>")
    }
    #expect(error?.problem.hasPrefix("line 3: ") == true)
  }
}
