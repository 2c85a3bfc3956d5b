import FileAccess
import Testing

@testable import InterfaceXML

/// What a value may hold, and how a document holds it.
struct EscapingTests {
  /// The elements' own bounds refuse some of these texts, so the writer is asked itself.
  private static func xml(path: String) throws(Diagnostic) -> String {
    var writer = XMLWriter()
    try writer.element("source") { writer throws(Diagnostic) in
      try writer.attribute("path", "/\(path)")
    }
    return writer.finish().text
  }

  @Test(arguments: [
    ("a b", "a b"), ("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("'", "&apos;"), ("\"", "&quot;"),
    ("\t", "&#9;"), ("\n", "&#10;"), ("\r", "&#13;"), ("\r\n", "&#13;&#10;"),
    ("&amp;", "&amp;amp;"),
    ("]]>", "]]&gt;"), ("é", "é"), ("😀", "😀"), ("\u{10FFFD}", "\u{10FFFD}"),
    ("e\u{301}", "e\u{301}"), ("\u{FFFD}", "\u{FFFD}"), ("\u{FEFF}", "\u{FEFF}"),
    ("\u{E000}", "\u{E000}"), ("'\u{301}", "&apos;\u{301}"), ("%s", "%s"),
  ])
  func `values come back as they were`(text: String, escaped: String) throws {
    let expected = """
      <source path='/\(escaped)'/>

      """
    // Byte by byte: equality of strings does not see how they are composed.
    #expect(try Array(Self.xml(path: text).utf8) == Array(expected.utf8))
  }

  @Test(arguments: [
    ("\u{0}", "U+0000"), ("\u{1}", "U+0001"), ("\u{8}", "U+0008"), ("\u{B}", "U+000B"),
    ("\u{C}", "U+000C"), ("\u{1B}", "U+001B"), ("\u{1F}", "U+001F"), ("\u{FFFE}", "U+FFFE"),
    ("\u{FFFF}", "U+FFFF"),
  ])
  func `refuses what no XML document can hold`(text: String, name: String) {
    let error = #expect(throws: Diagnostic.self) { try Self.xml(path: "a\(text)b") }
    #expect(error?.code.rawValue == "xml.character")
    #expect(error?.path.description == "/source/path")
    #expect(error?.problem.contains(name) == true)
  }

  @Test func `escapes wherever a value is`() throws {
    var interface = try Sample.interface(.bridge)
    interface.target = Target(dev: try DeviceName("<&>'\""))
    interface.rom = try ROM(file: "/'")
    let xml = try interface.xml()
    #expect(xml.contains("<target dev='&lt;&amp;&gt;&apos;&quot;'/>"))
    #expect(xml.contains("<rom file='/&apos;'/>"))
  }
}
