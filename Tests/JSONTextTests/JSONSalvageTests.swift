import Diagnostics
import Glibc
import Testing
import ToolRun

@testable import JSONText

@Suite struct JSONSalvageTests {
  private static func found(_ text: String) throws -> JSONSalvage {
    try JSONReader.withReader(over: text.utf8.span) { $0.salvage("domain") }
  }

  /// What is looked over for each item that is wrong, and what is found there.
  private static func losses(_ text: String) throws -> [String] {
    let folder = try TemporaryFolder()
    let descriptor = unsafe open(try folder.write(text, to: "items"), O_RDONLY)
    defer { close(descriptor) }
    var stream = JSONItemStream(fileDescriptor: descriptor)
    var losses: [String] = []
    while true {
      let item = try stream.next { reader throws(Diagnostic) in
        try reader.beginObject()
        while try reader.nextKey() { try reader.skipValue() }
      } lost: { reader, loss in
        losses.append("\(loss) \(reader.salvage("domain").texts.joined())")
      }
      if item == nil { break }
    }
    return losses
  }

  @Test func `a text of quotes is passed over one by one`() throws {
    // To read on from each of them to the text's end would not come to an end.
    let quotes = String(repeating: #"\""#, count: 400_000)
    let text = #"{"vifs":"\#(quotes)",bad,"domain":"a"}"#
    #expect(try Self.found(text) == JSONSalvage(texts: ["a"]))
  }

  @Test(arguments: [
    #"{"vifs":[7,],"domain":"a"}"#, #"{"vifs":["x],"domain":"a"}"#, #"{"domain" : "a","#,
    #"{"dom\u0061in":"a"}"#, #"}]{"domain":"\u0061""#, "{\"vifs\":[\n\"domain\":\"a\"",
    "{\"vifs\":[\"\u{7}\",\"domain\":\"a\"",
  ])
  func `finds a text wherever the fault is`(text: String) throws {
    #expect(try Self.found(text) == JSONSalvage(texts: ["a"]))
  }

  @Test func `finds all of them, and what is no text`() throws {
    #expect(
      try Self.found(#"{"domain":"a","x":{"domain":"b"},"domain":7,"domain":"c"#)
        == JSONSalvage(texts: ["a", "b"], hasOthers: true)
    )
  }

  @Test(arguments: [
    "", "{}", #"{"domain"}"#, #"{"Domain":"a"}"#,
    #"{"x":"\"domain\":\"a\""}"#,
  ])
  func `finds nothing where there is nothing`(text: String) throws {
    #expect(try Self.found(text) == JSONSalvage())
  }

  @Test(arguments: [
    // An element that is closed is lost alone, on its line and over several.
    (#"[{"domain":"a",,},{"domain":"b"}]"#, ["item(16) a"]),
    ("[\n{\"domain\":\n\"a\",,},{\"domain\":\"b\"}]", ["item(17) a"]),
    (#"[{"domain":"a"},7,{"domain":"b"}]"#, ["item(1) "]),
    // Where the next one begins cannot be told.
    ("[{\"domain\":\"a\"},\nword\n{\"domain\":\"b\"},\n{\"domain\":\"c\"}]", ["rest bc"]),
    ("[{\"domain\":\"a\"},]\n{\"domain\":\"b\"}", ["rest b"]),
    ("[{\"domain\":\"a\",\n{\"domain\":\"b\"}]", ["item(30) ab", "rest "]),
    ("[\(String(repeating: "[", count: 70))\n{\"domain\":\"b\"}]", ["rest b"]),
    // Lines.
    ("{\"domain\":\"a\",\n{\"domain\":\"b\"}", ["lines a"]),
    ("{\"domain\":\"a\",,}\n{\"domain\":\"b\"}", ["item(16) a"]),
    ("word\nword \"domain\":\"a\"\n{\"domain\":\"b\"}", ["lines ", "lines a"]),
    ("{\"a\":[\n\"domain\":\"a\"\n", ["lines a"]),
  ])
  func `all that is lost is looked over, and nothing else`(text: String, found: [String]) throws {
    #expect(try Self.losses(text) == found)
  }

  @Test func `says when more is lost than is looked over`() throws {
    let more = String(repeating: " ", count: JSONItemStream.maximumItemSize + 1 << 17)
    #expect(try Self.losses("[{\"domain\":\"a\"},word\(more)]") == ["beyond "])
  }
}
