import Testing

@testable import JSONText

@Suite struct JSONSalvageTests {
  private static func found(
    _ text: String,
    ofElement isElement: Bool = false
  ) throws -> JSONSalvage {
    try JSONReader.withReader(over: text.utf8.span) { reader in
      reader.salvage("domain", ofElement: isElement)
    }
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
    "", "{}", #"{"domain"}"#, #"{"Domain":"a"}"#, "{\"vifs\":[\n{\"domain\":\"a\"}",
    #"{"x":"\"domain\":\"a\""}"#,
  ])
  func `finds nothing where there is nothing, nor in the next item`(text: String) throws {
    #expect(try Self.found(text) == JSONSalvage())
  }

  @Test func `finds what would be lost with an item of an array`() throws {
    let text = "{\"domain\":\"a\",\n{\"domain\":\"b\"}"
    #expect(try Self.found(text) == JSONSalvage(texts: ["a"]))
    #expect(try Self.found(text, ofElement: true) == JSONSalvage(texts: ["a", "b"]))
  }
}
