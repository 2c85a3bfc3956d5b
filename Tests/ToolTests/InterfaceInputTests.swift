import Testing
import ToolRun

/// `vif format`, `vif check` and `vif diff`: inputs and outputs that cannot be taken.
struct InterfaceInputTests {
  private static let interface = "<interface type='user'/>"

  @Test func `a document in another encoding is refused by all`() async throws {
    let folder = try TemporaryFolder()
    let text = "<?xml version='1.0' encoding='ISO-8859-1'?>\(Self.interface)"
    let file = try folder.write(text, to: "a.xml")
    let check = try await tool("check", file)
    #expect(check.status == 1)
    #expect(check.output.hasPrefix("\(file): error: the document says that it is in 'ISO-8859-1'"))
    let format = try await tool("format", file)
    #expect(format.status == 1)
    #expect(format.errors.hasSuffix(" [xml.encoding]\n"))
    let diff = try await tool("diff", file, file)
    #expect(diff.status == 2)
    #expect(diff.errors.hasSuffix(" [xml.encoding]\n"))
    let plain = try folder.write(text.replacing("ISO-8859-1", with: "utf-8"), to: "b.xml")
    #expect(try await tool("diff", plain, plain).status == 0)
  }

  @Test func `diff names the standard input, and reads it once`() async throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(Self.interface, to: "a.xml")
    let run = try await shell(#"echo '<network/>' | "$VIF" diff "$1" -"#, file)
    #expect(run.status == 2)
    #expect(run.errors.hasPrefix("<stdin>: error: <network> holds no interfaces"))
    let twice = try await shell(#""$VIF" diff - - < "$1""#, file)
    #expect(twice.status == 2)
    #expect(twice.errors.hasPrefix("Error: standard input can be read once"))
  }

  @Test(arguments: ["<domain/>", "<devices/>", "<domain><devices><disk/></devices></domain>"])
  func `a document without an interface is 2`(text: String) async throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(text, to: "a.xml")
    for command in ["check", "format"] {
      let run = try await tool(command, file)
      #expect(run.status == 2)
      #expect(run.output == "")
      #expect(run.errors.hasPrefix("\(file): error: there is no interface in it"))
      #expect(run.errors.hasSuffix(" [input.empty]\n"))
    }
    let good = try folder.write(Self.interface, to: "b.xml")
    let both = try await tool("format", "--placeholders", file, good)
    #expect(both.status == 2)
    #expect(both.output.hasPrefix("<interface type='user'>"))
  }

  @Test func `an input without an item is told what it is to be`() async throws {
    for command in ["check", "format"] {
      let run = try await tool(command, "--format", "json", "/dev/null")
      #expect(run.status == 2)
      #expect(run.errors.contains(#"{"id", "xml"}"#))
      #expect(!run.errors.contains("os-vif"))
    }
  }

  @Test func `a version after the newest that is known is warned of`() async throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(Self.interface, to: "a.xml")
    for command in ["check", "format"] {
      let run = try await tool(command, "--libvirt", "99.0.0", file)
      #expect(run.status == 0)
      #expect(run.errors.hasPrefix("warning: the rules that are known end at libvirt 12.8.0"))
      #expect(run.errors.hasSuffix(" [libvirt-version.newer]\n"))
      let newest = try await tool(command, "--libvirt", "12.8.0", file)
      #expect(newest.errors == "")
    }
  }

  @Test(arguments: [
    #"diff "$1" "$2""#, #"diff --format json "$1" "$1""#, "explain mac.multicast",
    "explain --format json mac.multicast", "--version",
  ])
  func `an output that nobody takes is 1`(command: String) async throws {
    let folder = try TemporaryFolder()
    let run = try await shell(
      #""$VIF" \#(command) > /dev/full"#,
      folder.write(Self.interface, to: "a.xml"),
      folder.write("<interface type='user'><mtu size='9000'/></interface>", to: "b.xml")
    )
    #expect(run.status == 1)
    #expect(run.errors.hasPrefix("error: cannot write the output: "))
  }
}
