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
