import DomainXML
import Testing

/// Where new devices go, and how they are set there.
struct InsertionTests {
  private static let new = Sample.interface(9)

  @Test func `nothing to do leaves the text as it is`() throws {
    let text = "\u{FEFF}" + Sample.domain(Sample.interface(1)).replacing("\n", with: "\r\n") + " \t"
    #expect(try Sample.splice(text) == text)
  }

  @Test func `goes behind the last interface, with its indentation`() throws {
    let domain = Sample.domain(
      "<serial/>",
      Sample.interface(1),
      "<!-- free -->",
      Sample.interface(2),
      "",
      "<video/>"
    )
    let result = Sample.domain(
      "<serial/>",
      Sample.interface(1),
      "<!-- free -->",
      Sample.interface(2),
      Self.new,
      "",
      "<video/>"
    )
    #expect(try Sample.splice(domain, Self.new) == result)
  }

  @Test func `keeps the order of several`() throws {
    let result = Sample.domain(Sample.interface(1), Self.new, Sample.interface(8))
    let devices = "\(Self.new)\n\n\(Sample.interface(8))\n"
    #expect(try Sample.splice(Sample.domain(Sample.interface(1)), devices) == result)
    let wrapped = "<?xml version='1.0'?>\n<devices>\(devices)</devices>"
    #expect(try Sample.splice(Sample.domain(Sample.interface(1)), wrapped) == result)
  }

  @Test func `the first interface goes where libvirt would print it`() throws {
    let before = ["<emulator/>", "<disk/>", "<controller/>", "<filesystem/>"]
    for predecessor in before {
      #expect(
        try Sample.splice(Sample.domain("<video/>", predecessor, "<serial/>"), Self.new)
          == Sample.domain("<video/>", predecessor, Self.new, "<serial/>")
      )
    }
    #expect(
      try Sample.splice(Sample.domain("<serial/>", "<video/>"), Self.new)
        == Sample.domain(Self.new, "<serial/>", "<video/>")
    )
  }

  @Test func `host devices go among their own, or behind what libvirt prints before them`() throws {
    let device = "<hostdev mode='subsystem' type='pci'/>"
    #expect(
      try Sample.splice(Sample.domain("<video/>", "<redirdev/>"), "\(device)\n\(Self.new)")
        == Sample.domain(Self.new, "<video/>", device, "<redirdev/>")
    )
    #expect(
      try Sample.splice(Sample.domain("<disk/>", "<rng/>"), "\(device)\n\(Self.new)")
        == Sample.domain("<disk/>", Self.new, device, "<rng/>")
    )
    #expect(
      try Sample.splice(Sample.domain(device, Sample.interface(1)), "\(Self.new)\n\(device)")
        == Sample.domain(device, device, Sample.interface(1), Self.new)
    )
  }

  @Test func `a comment that ends the line stays with what it is about`() throws {
    #expect(
      try Sample.splice(Sample.domain("<interface/> <!-- a --><!-- b -->  "), "<interface/>")
        == Sample.domain("<interface/> <!-- a --><!-- b -->", "<interface/>  ")
    )
    #expect(
      try Sample.splice(Sample.domain("<interface/> <!-- a --> <serial/>"), "<interface/>")
        == Sample.domain("<interface/>", "<interface/> <!-- a --> <serial/>")
    )
    #expect(
      try Sample.splice(Sample.domain("<!-- a --> <interface/>"), "<interface/>")
        == Sample.domain("<!-- a --> <interface/>", "<interface/>")
    )
  }

  static let emptyDevices: [(String, String)] = [
    ("<devices/>", "<devices>\n    NEW\n  </devices>"),
    ("<devices />", "<devices>\n    NEW\n  </devices>"),
    ("<devices\n  />", "<devices>\n    NEW\n  </devices>"),
    ("<devices></devices>", "<devices>\n    NEW\n  </devices>"),
    ("<devices> </devices>", "<devices> \n    NEW\n  </devices>"),
    ("<devices>\n  </devices>", "<devices>\n    NEW\n  </devices>"),
    ("<devices> <!-- a -->\n\n  </devices>", "<devices> <!-- a -->\n    NEW\n\n  </devices>"),
    ("<devices a='/>'/>", "<devices a='/>'>\n    NEW\n  </devices>"),
  ]

  @Test(arguments: emptyDevices)
  func `a <devices> without elements takes one`(before: String, after: String) throws {
    let domain = "<domain>\n  \(before)\n</domain>"
    let result = "<domain>\n  \(after.replacing("NEW", with: "<interface/>"))\n</domain>"
    #expect(try Sample.splice(domain, "<interface/>") == result)
  }

  @Test(arguments: [
    ("<domain><devices/></domain>", "<domain><devices>NEW</devices></domain>"),
    ("<domain><devices> </devices></domain>", "<domain><devices> NEW</devices></domain>"),
    (
      "<domain><devices><interface/></devices></domain>",
      "<domain><devices><interface/>NEW</devices></domain>"
    ),
    (
      "<domain> <devices> <disk/> <rng/> </devices></domain>",
      "<domain> <devices> <disk/> NEW <rng/> </devices></domain>"
    ),
  ])
  func `a domain in one line stays in one line`(before: String, after: String) throws {
    let new = "<interface type='user'/>"
    #expect(try Sample.splice(before, new) == after.replacing("NEW", with: new))
  }

  @Test func `takes over tabs and line ends`() throws {
    let domain = Sample.domain("<interface/>").replacing("  ", with: "\t")
      .replacing("\n", with: "\r\n")
    let result = Sample.domain("<interface/>", Self.new).replacing("  ", with: "\t")
      .replacing("\n", with: "\r\n")
    #expect(try Sample.splice(domain, "  \(Self.new)\n") == result)
    let crlf = Self.new.replacing("\n", with: "\r\n")
    #expect(
      try Sample.splice(Sample.domain("<interface/>"), crlf)
        == Sample.domain("<interface/>", Self.new)
    )
  }

  @Test func `changes nothing in a new device that is a value`() throws {
    let device = """
      <interface a='1
       2'>
            <!-- two
                 lines -->
         <script path="a>b"
                 note='x'/>

        <x>
      text
        </x><y><![CDATA[
      <interface>
      ]]></y>
      </interface>
      """
    let result = """
      <interface a='1
       2'>
            <!-- two
                 lines -->
            <script path="a>b"
                    note='x'/>

            <x>
      text
        </x><y><![CDATA[
      <interface>
      ]]></y>
          </interface>
      """
    let domain = try Sample.splice(Sample.domain("<disk/>"), device)
    #expect(domain == Sample.domain("<disk/>", "NEW").replacing("NEW", with: result))
  }
}
