import Diagnostics
import JSONText
import Testing

/// What becomes of the other items when one is wrong.
struct JSONItemFaultTests {
  @Test(arguments: [
    // A broken line among good ones.
    ("{\"n\":1}\n{\"n\":}\n{\"n\":3}\n", ["1:1", "2!json.syntax", "3:3"]),
    ("{\"n\":1}\nwords\nwords\n{\"n\":3}\n", ["1:1", "2!json.syntax", "3!json.syntax", "4:3"]),
    ("{\"n\":1}\n12\n{\"n\":3}\n", ["1:1", "2!json.kind", "3:3"]),
    ("{\"n\":1}\n\"a b\" {}\n{\"n\":3}\n", ["1:1", "2!json.kind", "3:3"]),
    ("{\"n\":1}\n{\"n\":\"x\"}\n{\"n\":3}\n", ["1:1", "2!json.kind", "3:3"]),
    ("{\"n\":1}\n{\"s\":\"\\x\"}\n{\"n\":3}\n", ["1:1", "2!json.syntax", "3:3"]),
    ("{\"n\":1}\n{\"s\":\"a\u{1}\"}\n{\"n\":3}\n", ["1:1", "2!json.syntax", "3:3"]),
    // A line that was cut off: the next one begins an item.
    ("{\"n\":1}\n{\"n\":2\n{\"n\":3}\n", ["1:1", "2!json.truncated", "3:3"]),
    ("{\"n\":1}\n{\"s\":\"2\n{\"n\":3}\n", ["1:1", "2!json.truncated", "3:3"]),
    // A fault on a later line of its item is told with that line.
    ("{\n\"a\":1,\n\"n\":x\n}\n{\"n\":2}", ["3!json.syntax", "5:2"]),
    ("{\n \"a\": 1,\n \"n\": \"x\"\n}\n{\"n\":2}", ["3!json.kind", "5:2"]),
    // Cut short.
    ("{\"n\":1}\n{\"n\":2", ["1:1", "2!json.truncated"]), ("{\n\"n\":1,\n", ["1!json.truncated"]),
    ("{\"n\":1}\n{", ["1:1", "2!json.truncated"]),
    // Too many brackets, or commas.
    ("{\"n\":1}}\n{\"n\":2}\n", ["1:1", "1!json.syntax", "2:2"]),
    ("{\"n\":1},\n{\"n\":2},\n", ["1:1", "1!json.syntax", "2:2", "2!json.syntax"]),
    // In arrays.
    ("[{\"n\":1},{\"n\":x},{\"n\":3}]", ["1:1", "1!json.syntax", "1:3"]),
    ("[\n{\"n\":1},\n{\"n\":\n\"x\"},\n{\"n\":3}\n]", ["2:1", "4!json.kind", "5:3"]),
    ("[{\"n\":1},[{\"n\":2}],{\"n\":3}]", ["1:1", "1!json.kind", "1:3"]),
    ("[{\"n\":1},]", ["1:1", "1!json.syntax"]), ("[,{\"n\":1}]", ["1!json.syntax"]),
    ("[{\"n\":1} {\"n\":2}]", ["1:1", "1!json.syntax", "1:2"]),
    ("[{\"n\":1}", ["1:1", "1!json.syntax"]),
    ("[\n{\"n\":1},\n", ["2:1", "3!json.syntax"]), ("[", ["1!json.syntax"]),
    ("[\n{\"n\":1},\n{\"n\":2", ["2:1", "3!json.truncated"]),
    ("[1,{\"n\":2}]", ["1!json.kind", "1:2"]),
    ("]", ["1!json.syntax"]),
    ("[null,{\"n\":2},\"x\",{\"n\":4}]", ["1!json.kind", "1:2", "1!json.kind", "1:4"]),
    // A bracket on a later line begins no array.
    ("{\"n\":1}\n[words\n{\"n\":3}\n", ["1:1", "2!json.kind", "3:3"]),
    ("{\"n\":1}\n[{\"n\":2}]\n{\"n\":3}\n", ["1:1", "2!json.kind", "3:3"]),
  ])
  func `the fault is told and the others go on`(text: String, summary: [String]) throws {
    #expect(try ItemSummary.of(text) == summary)
  }

  @Test func `an item that is not UTF-8 does not stop the others`() throws {
    let bytes = Array("{\"n\":1}\n{\"s\":\"".utf8) + [0xFF] + Array("\"}\n{\"n\":3}\n".utf8)
    #expect(try ItemSummary.of(bytes: bytes) == ["1:1", "2!json.encoding", "3:3"])
    #expect(try ItemSummary.of(bytes: [0xFF, 0xFE, 0x7B, 0]) == ["1!json.syntax"])
  }

  @Test func `a broken item over many lines is told once`() throws {
    let text = "{\n  \"a\": {\n    \"b\": 1\n  ]\n}\n{\"n\":2}\n"
    let summary = try ItemSummary.of(text)
    #expect(summary.count == 2)
    #expect(summary.last == "6:2")
  }

  @Test func `nesting beyond the cap is told and the others go on`() throws {
    let deep = String(repeating: "{\"a\":", count: 70) + "1" + String(repeating: "}", count: 70)
    #expect(
      try ItemSummary.of("{\"n\":1}\n\(deep)\n{\"n\":3}\n") == ["1:1", "2!json.too-deep", "3:3"]
    )
    #expect(
      try ItemSummary.of(String(repeating: "[", count: 100_000)) == ["1!json.too-deep"]
    )
    #expect(
      try ItemSummary.of(String(repeating: "{\"a\":", count: 100_000)) == ["1!json.too-deep"]
    )
  }

  @Test func `an item beyond the cap is told and the others go on`() throws {
    let size = JSONItemStream.maximumItemSize
    let filler = [UInt8](repeating: UInt8(ascii: "x"), count: size + (1 << 17))
    let bytes =
      Array("{\"n\":1}\n{\"s\":\"".utf8) + filler + Array("\"}\n{\"n\":3}\n".utf8)
    #expect(try ItemSummary.of(bytes: bytes) == ["1:1", "2!input.item-too-large", "3:3"])
    let allowed =
      Array("{\"s\":\"".utf8) + filler.prefix(size - 100) + Array("\",\"n\":1}\n{\"n\":2}\n".utf8)
    #expect(try ItemSummary.of(bytes: allowed) == ["1:1", "2:2"])
  }
}
