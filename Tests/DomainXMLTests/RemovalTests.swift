import Testing

/// What goes with a device that is taken out.
struct RemovalTests {
  @Test func `takes the device's lines with it`() throws {
    let domain = Sample.domain("<disk/>", "", Sample.interface(1), "", "<video/>")
    let result = Sample.domain("<disk/>", "", "", "<video/>")
    #expect(try Sample.splice(domain, removing: "index:1") == result)
    let crlf = domain.replacing("\n", with: "\r\n")
    #expect(
      try Sample.splice(crlf, removing: "index:1") == result.replacing("\n", with: "\r\n")
    )
  }

  @Test(arguments: [
    ("<disk/>\n  <interface/>  \n  <video/>", "<disk/>\n  <video/>"),
    ("<disk/>\n  <interface/> <!-- a -->\n", "<disk/>\n  <!-- a -->\n"),
    ("<disk/> <interface/> <video/>", "<disk/> <video/>"),
    ("<disk/><interface/><video/>", "<disk/><video/>"),
    ("<!-- a --> <interface/>\n<video/>", "<!-- a -->\n<video/>"),
    ("\n  <interface/>", "\n  "),
    ("<interface/>", ""),
  ])
  func `leaves what else is in its lines`(before: String, after: String) throws {
    let domain = "<domain><devices>\(before)</devices></domain>"
    let result = "<domain><devices>\(after)</devices></domain>"
    #expect(try Sample.splice(domain, removing: "index:1") == result)
  }

  @Test func `an index counts interfaces only, a selector finds host devices too`() throws {
    let device = "<hostdev><alias name='ua-h'/></hostdev>"
    let domain = Sample.domain(device, Sample.interface(1))
    #expect(try Sample.splice(domain, removing: "index:1") == Sample.domain(device))
    #expect(
      try Sample.splice(domain, removing: "alias:ua-h") == Sample.domain(Sample.interface(1))
    )
  }

  @Test func `several go, whatever stands between them`() throws {
    let domain = "<domain><devices><interface/> <interface/><interface/></devices></domain>"
    #expect(
      try Sample.splice(domain, removing: "index:1", "index:3", "index:2")
        == "<domain><devices></devices></domain>"
    )
  }
}
