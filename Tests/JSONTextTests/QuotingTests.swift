import Diagnostics
import FileAccess
import JSONText
import JSONTree
import Testing

struct QuotingTests {
  @Test(arguments: [
    ("", #""""#), ("a b/é😀", #""a b/é😀""#), ("\"\\", #""\"\\""#), ("\n\t\r", #""\n\t\r""#),
    ("\u{0}\u{1}\u{1B}\u{1F}", #""\u0000\u0001\u001b\u001f""#),
    ("\u{7F}\u{85}\u{9B}", #""\u007f\u0085\u009b""#), ("\u{2028}\u{2029}", #""\u2028\u2029""#),
    ("\r\n", #""\r\n""#), ("\u{FFFE}", "\"\u{FFFE}\""), ("<&>'", #""<&>'""#),
  ])
  func `escapes what ends strings or lines or drives terminals`(text: String, json: String) {
    #expect(quoted(text) == json)
  }

  @Test func `comes back as it was, whatever the character`() throws {
    var text = ""
    for value in 0..<UInt32(0x3000) {
      if let scalar = Unicode.Scalar(value) { text.unicodeScalars.append(scalar) }
    }
    guard case .string(let read) = try JSONTree(quoted(text)) else {
      Issue.record("no string")
      return
    }
    #expect(Array(read.unicodeScalars) == Array(text.unicodeScalars))
    #expect(quoted(text).unicodeScalars.allSatisfy { $0.value >= 0x20 })
  }

  @Test func `bytes are quoted as a text is, wherever what is special stands`() {
    for value in 0..<UInt32(0x100) {
      for place in 0..<20 {
        var text = String(repeating: "a", count: 20)
        text.unicodeScalars.insert(
          Unicode.Scalar(value) ?? "b",
          at: text.unicodeScalars.index(text.startIndex, offsetBy: place)
        )
        var bytes = ByteBuffer()
        var json = ByteBuffer()
        bytes.append(text)
        json.append("[")
        json.append(quoted: bytes)
        #expect(json.text == "[" + quoted(text))
      }
    }
  }

  @Test func `writes a diagnostic as an object`() {
    let diagnostic = Diagnostic(.valueNotAllowed, "\"x\"\n").at("a/b")
    #expect(
      diagnostic.json() == #"{"code":"value.not-allowed","message":"\"x\"\n","path":"/a~1b"}"#
    )
    #expect(
      diagnostic.json(pretty: true) == """
        {
          "code": "value.not-allowed",
          "message": "\\"x\\"\\n",
          "path": "/a~1b"
        }

        """
    )
  }
}
