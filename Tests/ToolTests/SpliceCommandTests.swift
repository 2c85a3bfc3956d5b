import Testing
import ToolRun

/// `vif domain splice`: files, statuses, and what is written when.
struct SpliceCommandTests {
  private static let first = "    <interface><mac address='52:54:00:00:00:01'/></interface>\n"

  private static func domain(_ devices: String) -> String {
    "<domain>\n  <devices>\n\(devices)  </devices>\n</domain>"
  }

  /// What `vif xml` makes of the sample, inside `<devices>`.
  private static let new = Sample.xml("br0").split(separator: "\n").map { "    \($0)\n" }.joined()

  @Test func `puts in what vif xml writes`() async throws {
    let folder = try TemporaryFolder()
    let run = try await shell(
      #""$VIF" xml "$1" | "$VIF" domain splice "$2" -"#,
      folder.write(Sample.vif("br0"), to: "a.json"),
      folder.write(Self.domain(Self.first), to: "domain.xml")
    )
    #expect(run.status == 0)
    #expect(run.errors == "")
    #expect(run.output == Self.domain(Self.first + Self.new))
  }

  @Test func `reads the domain from the standard input`() async throws {
    let folder = try TemporaryFolder()
    let run = try await shell(
      #""$VIF" domain splice - "$1" --remove index:1 --remove index:2 < "$2""#,
      folder.write(Sample.xml("br0"), to: "new.xml"),
      folder.write(Self.domain(Self.first + "    <interface/>\n"), to: "domain.xml")
    )
    #expect(run.status == 0)
    #expect(run.output == Self.domain(Self.new))
  }

  @Test func `changes a file in place, with its mode, behind a link`() async throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(Self.domain(Self.first), to: "real/domain.xml")
    try folder.link("link.xml", to: "real/domain.xml")
    let new = try folder.write(Sample.xml("br0"), to: "new.xml")
    let run = try await shell(
      #"chmod 640 "$1"; "$VIF" domain splice "$2" "$3" -i && stat -c %a "$1" && ls "$4""#,
      path,
      folder("link.xml"),
      new,
      folder("real")
    )
    #expect(run.status == 0)
    #expect(
      run.output == "inserted bridge br0 (mac:fa:16:3e:00:00:01 target:tap1)\n640\ndomain.xml\n"
    )
    #expect(folder.text(of: "real/domain.xml") == Self.domain(Self.first + Self.new))
    let isLink = try await shell(#"test -L "$1""#, folder("link.xml"))
    #expect(isLink.status == 0)
  }

  @Test func `writes to another file, and says what it did`() async throws {
    let folder = try TemporaryFolder()
    let text = Self.domain(Self.first)
    let run = try await tool(
      "domain",
      "splice",
      folder.write(text, to: "a.xml"),
      "--output",
      folder("b.xml"),
      "--remove",
      "52:54:00:00:00:01"
    )
    #expect(run.status == 0)
    #expect(run.output == "removed interface (mac:52:54:00:00:00:01)\n")
    #expect(folder.text(of: "a.xml") == text)
    #expect(folder.text(of: "b.xml") == Self.domain(""))
  }

  @Test(arguments: [["-i"], ["--output", "out.xml"], []])
  func `nothing is written when something is not found or ambiguous`(
    options: [String]
  ) async throws {
    let folder = try TemporaryFolder()
    let text = Self.domain(Self.first + Self.first)
    let domain = try folder.write(text, to: "domain.xml")
    let new = try folder.write(Sample.xml("br0"), to: "new.xml")
    let options = options.map { $0.hasSuffix("xml") ? folder($0) : $0 }
    for (selector, code) in [
      ("target:vnet0", "not-found"), ("mac:52:54:00:00:00:01", "ambiguous"),
    ] {
      let run = try await tool(
        ["domain", "splice", domain, new, "--remove", selector] + options
      )
      #expect(run.status == 3)
      #expect(run.output == "")
      #expect(run.errors.hasPrefix("\(domain): error: "))
      #expect(run.errors.hasSuffix("[interface.\(code)]\n"))
      #expect(folder.text(of: "domain.xml") == text)
      #expect(folder.text(of: "out.xml") == nil)
    }
  }

  @Test func `a document that is wrong is 1, a file that cannot be read is 2`() async throws {
    let folder = try TemporaryFolder()
    let domain = try folder.write(Self.domain(""), to: "domain.xml")
    let wrong = [
      ("<domain>", "xml.malformed"), ("<network/>", "domain.malformed"),
      ("<domain/>", "domain.no-devices"),
    ]
    for (text, code) in wrong {
      let run = try await tool("domain", "splice", folder.write(text, to: "wrong.xml"))
      #expect(run.status == 1)
      #expect(run.output == "")
      #expect(run.errors.hasSuffix("[\(code)]\n"))
    }
    let devices = try await tool("domain", "splice", domain, folder.write("<disk/>", to: "i.xml"))
    #expect(devices.status == 1)
    #expect(devices.errors.hasPrefix("\(folder("i.xml")): error: <disk> is no network device"))
    let missing = try await tool("domain", "splice", domain, folder("missing"))
    #expect(missing.status == 2)
    let latin = try folder.write([0x3C, 0xE9, 0x2F, 0x3E], to: "latin.xml")
    let encoding = try await tool("domain", "splice", latin)
    #expect(encoding.status == 2)
    #expect(encoding.errors.hasSuffix("is not UTF-8 [input.encoding]\n"))
    let long = try folder.write(String(repeating: " ", count: 4 << 20 + 1), to: "long.xml")
    let size = try await tool("domain", "splice", long)
    #expect(size.status == 2)
    #expect(size.errors.hasSuffix("[input.too-large]\n"))
  }

  @Test(arguments: [
    ["-", "-"], ["-", "-i"], ["a.xml", "-i", "--output", "b"], ["a.xml", "--remove", "net0"], [],
  ])
  func `wrong usage is 2`(arguments: [String]) async throws {
    let run = try await tool(["domain", "splice"] + arguments)
    #expect(run.status == 2)
    #expect(run.output == "")
    #expect(run.errors.hasPrefix("Error: "))
  }

  @Test func `a file that cannot be written is 1, and stays`() async throws {
    let folder = try TemporaryFolder()
    let domain = try folder.write(Self.domain(Self.first), to: "domain.xml")
    let run = try await tool(
      "domain",
      "splice",
      domain,
      "--remove",
      "index:1",
      "--output",
      folder("none/out.xml")
    )
    #expect(run.status == 1)
    #expect(run.output == "")
    #expect(run.errors.hasSuffix("[output.unwritable]\n"))
  }
}
