import Diagnostics
import Glibc
import JSONText
import Testing
import ToolRun

/// Which items a file has, and which lines they are on.
struct JSONItemStreamTests {
  @Test(arguments: [
    ("", []), (" \n\t\r\n ", []), (#"{"n":1}"#, ["1:1"]), ("{\"n\":1}\n", ["1:1"]),
    ("\n\n {\"n\":1}", ["3:1"]),
    // A value over many lines.
    ("{\n  \"n\": 1,\n  \"o\": {\n    \"p\": []\n  }\n}\n", ["1:1"]),
    ("{\n\"n\":1\n}\n{\n\"n\":2\n}\n", ["1:1", "4:2"]),
    // JSON lines, with blank lines and either line end, with and without the last one.
    ("{\"n\":1}\n{\"n\":2}\n{\"n\":3}", ["1:1", "2:2", "3:3"]),
    ("{\"n\":1}\r\n\r\n{\"n\":2}\r\n", ["1:1", "3:2"]),
    ("{\"n\":1}\n\n \n{\"n\":2}\n", ["1:1", "4:2"]),
    // Values side by side.
    (#"{"n":1}{"n":2} {"n":3}"#, ["1:1", "1:2", "1:3"]), ("{\"n\":1} {\n\"n\":2}", ["1:1", "1:2"]),
    // Arrays, of which there may be several.
    ("[]", []), ("[ \n ]\n", []), (#"[{"n":1}]"#, ["1:1"]),
    (#"[{"n":1},{"n":2} , {"n":3}]"#, ["1:1", "1:2", "1:3"]),
    ("[\n  {\"n\": 1},\n  {\n    \"n\": 2\n  }\n]\n", ["2:1", "3:2"]),
    ("[\n{\n\"n\":1\n}\n,\n{\n\"n\":2\n}\n]", ["2:1", "6:2"]),
    ("[{\"n\":1}]\n[{\"n\":2}]\n{\"n\":3}", ["1:1", "2:2", "3:3"]),
    // Line ends, brackets and quotes inside of strings are no line ends, brackets and quotes.
    (#"{"s":"}{][\"\\","n":1}{"n":2}"#, ["1:1", "1:2"]),
    ("{\"s\":\"}\\\"]\",\n\"n\":1}\n{\"n\":2}", ["1:1", "3:2"]),
  ])
  func `finds the items`(text: String, summary: [String]) throws {
    #expect(try ItemSummary.of(text) == summary)
  }

  @Test(arguments: [",", ":", "{", "[", "{\"n\":1,", "{\"o\":{\"p\":1}", "{\"s\":\"x"])
  func `a line that is cut off takes nothing of the next`(line: String) throws {
    let text = "{\"n\":1}\n{\"m\":\(line)\n{\"n\":3}\n{\"n\":4}\n"
    let summary = try ItemSummary.of(text)
    #expect(summary.first == "1:1" && summary.suffix(2) == ["3:3", "4:4"])
    #expect(summary.count == 4)
  }

  @Test func `passes a byte order mark over, at the start only`() throws {
    #expect(try ItemSummary.of("\u{FEFF}{\"n\":1}\n{\"n\":2}") == ["1:1", "2:2"])
    #expect(try ItemSummary.of("\u{FEFF}[{\"n\":1}]") == ["1:1"])
    #expect(try ItemSummary.of("\u{FEFF}") == [])
    #expect(try ItemSummary.of("\u{FEFF}\u{FEFF}{\"n\":1}") == ["1!json.syntax"])
    #expect(try ItemSummary.of("{\"n\":1}\n\u{FEFF}{\"n\":2}\n{\"n\":3}").last == "3:3")
    #expect(try ItemSummary.of(bytes: [0xEF, 0xBB]) == ["1!json.syntax"])
  }

  static let texts = [
    "\u{FEFF}{\"n\":1}\n{\"n\":2}\n", "{\n \"n\": 1,\n \"s\": \"é\\u00e9\\\"\"\n}\n\n{\"n\":2}",
    "[\n{\"n\":1},\r\n{\n\"n\":2\n}\n]\n", "{\"n\":1}\n{\"n\": bad}\n{\"n\":3}\n",
    "{\"n\":1}\n{\"n\":2\n{\"n\":3}\n", "[{\"n\":1},{\"n\":x},{\"n\":3}]",
  ]

  @Test(arguments: texts)
  func `finds the same items wherever reads are split`(text: String) throws {
    let bytes = Array(text.utf8)
    let whole = try ItemSummary.of(text)
    #expect(whole.count >= 2)
    for split in 0...bytes.count {
      let pieces = [Array(bytes[..<split]), Array(bytes[split...])]
      #expect(try ItemSummary.of(pieces: pieces) == whole, "split at \(split)")
    }
    #expect(try ItemSummary.of(pieces: bytes.map { [$0] }) == whole, "byte by byte")
  }

  @Test func `finds items behind long ones`() throws {
    // Around the reader's chunk of 64 KiB, in which the line's end may or may not be.
    for length in [65_520, 65_535, 65_536, 65_537, 131_072, 200_000] {
      let filler = String(repeating: "x", count: length)
      let text = "{\"s\":\"\(filler)\",\"n\":1}\n{\"n\":2}\n"
      #expect(try ItemSummary.of(text) == ["1:1", "2:2"], "\(length)")
      #expect(try ItemSummary.of("[\(text.replacing("\n{", with: ",\n{"))]") == ["1:1", "2:2"])
    }
  }

  @Test func `takes no bracket within a long line for the next one`() throws {
    for filler in ["x{", "{x", "x {"] {
      let text = "{\"s\":\"\(String(repeating: filler, count: 50_000))\",\"n\":1}\n{\"n\":2}\n"
      #expect(try ItemSummary.of(text) == ["1:1", "2:2"], "\(filler)")
    }
  }

  @Test func `says when it would have to wait`() throws {
    var ends: [CInt] = [-1, -1]
    #expect(unsafe pipe(&ends) == 0)
    defer { for end in ends { close(end) } }
    let text = Array("{\"n\":1}\n{\"n\":2}\n".utf8)
    #expect(unsafe write(ends[1], text, text.count) == text.count)
    var stream = JSONItemStream(fileDescriptor: ends[0])
    let skip = { (reader: inout JSONReader) throws(Diagnostic) in try reader.skipValue() }
    #expect(try stream.next(skip) != nil)
    let mustWaitForSecond = stream.isDrained
    #expect(!mustWaitForSecond)
    // The second item is given at once, though nobody has closed the pipe.
    #expect(try stream.next(skip) != nil)
    let mustWaitForThird = stream.isDrained
    #expect(mustWaitForThird)
  }

  @Test func `throws when the file cannot be read`() throws {
    let folder = try TemporaryFolder()
    let descriptor = unsafe open(folder.path, O_RDONLY)
    defer { close(descriptor) }
    let error = #expect(throws: Diagnostic.self) { try ItemSummary.of(descriptor: descriptor) }
    #expect(error?.code.rawValue == "input.unreadable")
  }
}
