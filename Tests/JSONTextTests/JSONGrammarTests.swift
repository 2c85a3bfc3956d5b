import Diagnostics
import JSONText
import JSONTree
import Testing

/// RFC 8259, rule by rule; what is read and what is passed over must agree.
struct JSONGrammarTests {
  @Test func `reads each kind of value`() throws {
    #expect(try JSONTree("null") == .null)
    #expect(try JSONTree("true") == .boolean(true))
    #expect(try JSONTree("false") == .boolean(false))
    #expect(try JSONTree("-0.5e3") == .number("-0.5e3"))
    #expect(try JSONTree(#""x""#) == .string("x"))
    #expect(try JSONTree("[]") == .array([]))
    #expect(try JSONTree("{}") == .object([]))
  }

  @Test func `keeps the order of elements and members, and repeated keys`() throws {
    let tree = try JSONTree(#"{"b":[1,[],{"c":null}],"a":"","b":true}"#)
    let inner = JSONTree.object([.init(name: "c", value: .null)])
    #expect(
      tree
        == .object([
          .init(name: "b", value: .array([.number("1"), .array([]), inner])),
          .init(name: "a", value: .string("")), .init(name: "b", value: .boolean(true)),
        ])
    )
  }

  @Test func `takes the four blanks anywhere between tokens`() throws {
    let blanks = " \t\r\n"
    let text = ["", "{", #""a""#, ":", "[", "1", ",", "2", "]", "}", ""].joined(separator: blanks)
    #expect(
      try JSONTree(text)
        == .object([.init(name: "a", value: .array([.number("1"), .number("2")]))])
    )
  }

  @Test func `decodes escapes in keys`() throws {
    #expect(try JSONTree(#"{"\u0061\/":1}"#) == .object([.init(name: "a/", value: .number("1"))]))
    let isKey = try JSONReader.read(#"{"\u0061":1}"#) { reader throws(Diagnostic) in
      try reader.beginObject()
      _ = try reader.nextKey()
      let isKey = reader.keyIs("a") && !reader.keyIs("b") && reader.hasKey
      try reader.skipValue()
      let hasMore = try reader.nextKey()
      return isKey && !hasMore && !reader.hasKey
    }
    #expect(isKey)
  }

  @Test func `takes 64 levels and no more`() throws {
    let depth = JSONReader.maximumDepth
    for (open, close) in [("[", "]"), (#"{"a":"#, "}")] {
      let inner = open == "[" ? "" : "1"
      let allowed =
        String(repeating: open, count: depth) + inner + String(repeating: close, count: depth)
      #expect(throws: Never.self) { try JSONTree(allowed) }
      let tooDeep =
        String(repeating: open, count: depth + 1) + inner
        + String(repeating: close, count: depth + 1)
      let error = #expect(throws: Diagnostic.self) { try JSONTree(tooDeep) }
      #expect(error?.code.rawValue == "json.too-deep")
      #expect(throws: Diagnostic.self) { try JSONTree.skip(Array(tooDeep.utf8)) }
    }
    // Side by side is not nested.
    #expect(throws: Never.self) {
      try JSONTree("[" + String(repeating: "[],", count: 200) + "[]]")
    }
  }

  @Test(arguments: [
    "nul", "nulL", "NULL", "tru", "True", "fals", "falsey", "nullnull", "'a'", "a", "NaN",
    "Infinity", "-Infinity", "undefined", "[1,]", "[,1]", "[1 2]", "[1,,2]", "[1}", "{\"a\":1]",
    "{,}", "{\"a\":1,}", "{\"a\" 1}", "{\"a\":}", "{\"a\"}", "{a:1}", "{1:1}", "{'a':1}", "{:1}",
    "{\"a\":1 \"b\":2}", "]", "}", ",", ":", "[]]", "{}}", "1 2", "// x\n1", "1 // x", "/**/1",
    "#\n1", "\u{FEFF}1", "\u{A0}1", "\u{B}1", "\u{C}1", "[1\u{0}]", "\u{0}", "\"a\"b", "+1", ".5",
    "1.", "1.e1", "1e", "1e+", "-", "-a", "--1", "01", "-01", "00", "1.2.3", "1e1.5", "0x10",
    "1_000",
    "1,000",
  ])
  func `refuses what is not JSON`(text: String) {
    let read = #expect(throws: Diagnostic.self) { try JSONTree(text) }
    let skipped = #expect(throws: Diagnostic.self) { try JSONTree.skip(Array(text.utf8)) }
    for code in [read?.code.rawValue, skipped?.code.rawValue] {
      #expect(code == "json.syntax" || code == "json.truncated")
    }
  }

  @Test func `tells a text that was cut short from one that is wrong`() {
    let text = #"{"a":[1,-2.5e+3,"x\u00e9\n",{"b":true,"c":false,"d":null}]}"#
    for length in 0..<text.utf8.count {
      let cut = Array(text.utf8.prefix(length))
      let error = #expect(throws: Diagnostic.self, "\(length)") { try JSONTree(cut) }
      #expect(error?.code.rawValue == "json.truncated", "\(length)")
      #expect(error?.details.offset == length, "\(length)")
    }
    #expect(throws: Never.self) { try JSONTree(text) }
  }

  @Test(arguments: [
    (#"{"a":1,"b":x}"#, 11), ("[1,2,]", 5), (#"{"a":"b" "c":1}"#, 9), ("[01]", 2), ("  tru!", 5),
    ("[1] x", 4), (#"["a\x"]"#, 4), ("[\"a\u{1}\"]", 3), (#"["\ud800x"]"#, 2), ("[-x]", 2),
  ])
  func `tells the offset of the fault`(text: String, offset: Int) {
    let error = #expect(throws: Diagnostic.self) { try JSONTree(text) }
    #expect(error?.details.offset == offset)
  }

  @Test func `never lets a control character of the text into a message`() {
    for text in ["[\u{1B}[31m]", "[1 \u{7}]", "[\"\u{0}\"]"] {
      let error = #expect(throws: Diagnostic.self) { try JSONTree(text) }
      let message = error?.message ?? ""
      #expect(message.unicodeScalars.allSatisfy { $0.value >= 0x20 }, "\(message)")
    }
  }
}
