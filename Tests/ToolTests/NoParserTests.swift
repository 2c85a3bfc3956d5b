import Testing
import ToolRun

/// Runs where libxml2 is not as it should be.
@Suite struct NoParserTests {
  private static func shell(_ found: UnusableLibrary, _ command: String) async throws -> Command {
    try await found.shell(["libxml2.so.2", "libxml2.so.16"], command)
  }

  @Test(
    arguments: UnusableLibrary.allCases,
    ["check -", "format -", "diff - /dev/null", "domain splice -"]
  )
  func `a document cannot be read`(found: UnusableLibrary, arguments: String) async throws {
    let run = try await Self.shell(
      found,
      #"echo "<interface type='user'/>" | "$VIF" \#(arguments) 2>&1"#
    )
    #expect(run.status > 0)
    #expect(run.output.contains("libxml2, which reads XML, cannot be loaded: "))
    #expect(run.output.contains("libxml2.so."))
    #expect(run.output.contains("install it"))
  }

  @Test func `programs are told the code`() async throws {
    let run = try await Self.shell(
      .empty,
      #"echo '{"id": "a", "xml": "<interface/>"}' | "$VIF" check --format json -"#
    )
    #expect(run.output.contains(#""code":"xml.no-parser""#))
  }

  @Test func `nor is there a schema`() async throws {
    let run = try await Self.shell(
      .empty,
      #"echo "<interface type='user'/>" | "$VIF" check --schema -"#
    )
    #expect(run.status == 2)
    #expect(run.errors.contains("libxml2, which reads XML, cannot be loaded: "))
  }

  @Test func `documents are written all the same`() async throws {
    let run = try await Self.shell(.empty, "echo '\(Sample.vif("br0"))' | \"$VIF\" xml -")
    #expect(run.status == 0)
    #expect(run.output == Sample.xml("br0"))
    #expect(run.errors.isEmpty)
  }
}
