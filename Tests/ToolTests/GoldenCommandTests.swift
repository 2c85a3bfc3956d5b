import Testing
import ToolRun

/// `vif golden`: folders of pinned translations.
struct GoldenCommandTests {
  private static func check(_ folder: TemporaryFolder) async throws -> Command {
    try await tool("golden", "check", folder.path)
  }

  private static func record(
    _ folder: TemporaryFolder,
    _ options: String...
  ) async throws
    -> Command
  {
    try await tool(["golden", "record"] + options + [folder.path])
  }

  @Test func `records what is new, and then finds it as recorded`() async throws {
    let folder = try TemporaryFolder()
    try folder.write(Sample.vif("br0"), to: "a/good.json")
    try folder.write(#"{"vif":\#(Sample.vif(nil))}"#, to: "a/b/bad.json")
    let unrecorded = try await Self.check(folder)
    #expect(unrecorded.status == 1)
    #expect(unrecorded.output.contains("a/good: not recorded\n"))
    #expect(unrecorded.output.hasSuffix("2 cases: 0 as recorded, 2 not\n"))
    let recorded = try await Self.record(folder)
    #expect(recorded.status == 0)
    #expect(recorded.output.contains("+  <source bridge='br0'/>\n"))
    #expect(recorded.output.hasSuffix("2 cases: 2 recorded, 0 refused\n"))
    #expect(folder.text(of: "a/good.xml") == Sample.xml("br0"))
    let error = folder.text(of: "a/b/bad.error.json") ?? ""
    #expect(error.hasPrefix("{\n  \"code\": \"object.field-missing\",\n"))
    #expect(error.hasSuffix("  \"path\": \"/vif/versioned_object.data/bridge_name\"\n}\n"))
    let same = try await Self.check(folder)
    #expect(same.status == 0)
    #expect(same.output == "2 cases: 2 as recorded, 0 not\n")
    let again = try await Self.record(folder)
    #expect(again.status == 0)
    #expect(again.output == "2 cases: 0 recorded, 0 refused\n")
  }

  @Test func `shows what has changed, and records it`() async throws {
    let folder = try TemporaryFolder()
    try folder.write(Sample.vif("br1"), to: "a.json")
    try folder.write(Sample.xml("br0"), to: "a.xml")
    let difference = """
      a: differs
      --- recorded
      +++ now
      @@ -1,6 +1,6 @@
       <interface type='bridge'>
         <mac address='fa:16:3e:00:00:01'/>
      -  <source bridge='br0'/>
      +  <source bridge='br1'/>
         <target dev='tap1'/>
         <model type='virtio'/>
       </interface>

      """
    let check = try await Self.check(folder)
    #expect(check.status == 1)
    #expect(check.output == difference + "1 cases: 0 as recorded, 1 not\n")
    #expect(folder.text(of: "a.xml") == Sample.xml("br0"))
    let record = try await Self.record(folder)
    #expect(record.status == 0)
    #expect(record.output == difference + "1 cases: 1 recorded, 0 refused\n")
    #expect(folder.text(of: "a.xml") == Sample.xml("br1"))
  }

  @Test(arguments: [(Optional("br0"), ".error.json", ".xml"), (nil, ".xml", ".error.json")])
  func `a case that has turned is recorded by force only`(
    bridge: String?,
    old: String,
    new: String
  ) async throws {
    let folder = try TemporaryFolder()
    try folder.write(Sample.vif(bridge), to: "a.json")
    try folder.write("old\n", to: "a\(old)")
    let check = try await Self.check(folder)
    #expect(check.status == 1)
    #expect(check.output.contains("a: recorded as a"))
    let refused = try await Self.record(folder)
    #expect(refused.status == 1)
    #expect(refused.output.contains("left as it was: give --force to record it\n"))
    #expect(refused.output.hasSuffix("1 cases: 0 recorded, 1 refused\n"))
    #expect(folder.text(of: "a\(old)") == "old\n")
    #expect(folder.text(of: "a\(new)") == nil)
    let forced = try await Self.record(folder, "--force")
    #expect(forced.status == 0)
    #expect(folder.text(of: "a\(old)") == nil)
    #expect(folder.text(of: "a\(new)") != nil)
    #expect(try await Self.check(folder).status == 0)
  }

  @Test func `a case with two records contradicts itself`() async throws {
    let folder = try TemporaryFolder()
    try folder.write(Sample.vif("br0"), to: "a.json")
    try folder.write(Sample.xml("br0"), to: "a.xml")
    try folder.write("{}\n", to: "a.error.json")
    let check = try await Self.check(folder)
    #expect(check.status == 1)
    #expect(check.output.hasPrefix("a: recorded twice, as a document and as an error\n"))
    #expect(try await Self.record(folder).status == 1)
    #expect(folder.text(of: "a.error.json") == "{}\n")
    #expect(try await Self.record(folder, "--force").status == 0)
    #expect(folder.text(of: "a.error.json") == nil)
    #expect(folder.text(of: "a.xml") == Sample.xml("br0"))
  }

  @Test func `a record without its item is a failure, and is left`() async throws {
    let folder = try TemporaryFolder()
    try folder.write("x", to: "a/orphan.xml")
    try folder.write("x", to: "orphan.error.json")
    try folder.write("x", to: "README.md")
    let check = try await Self.check(folder)
    #expect(check.status == 1)
    #expect(check.output.contains("\(folder("a/orphan.xml")): a record without an item\n"))
    #expect(check.output.hasSuffix("2 cases: 0 as recorded, 2 not\n"))
    #expect(try await Self.record(folder, "--force").status == 1)
    #expect(folder.text(of: "a/orphan.xml") == "x")
  }

  @Test func `devices of this host do not count`() async throws {
    let folder = try TemporaryFolder()
    let vif = Sample.vif(nil).replacing("VIFBridge", with: "VIFDirect")
      .replacing(#""vif_name":"tap1""#, with: #""mode":"vepa","dev_address":"0000:0a:00.1""#)
    try folder.write(vif, to: "a.json")
    _ = try await Self.record(folder)
    #expect(folder.text(of: "a.error.json")?.contains("host.netdev-missing") == true)
  }

  @Test func `a folder that cannot be read is 2`() async throws {
    let folder = try TemporaryFolder()
    for command in ["check", "record"] {
      let run = try await tool("golden", command, folder("missing"))
      #expect(run.status == 2)
      #expect(run.output == "")
      #expect(run.errors.hasSuffix("[input.unreadable]\n"))
    }
  }
}
