import Testing
import ToolRun

/// `vif xml`: input and output.
struct XMLCommandTests {
  @Test func `translates a file`() async throws {
    let folder = try TemporaryFolder()
    let run = try await tool("xml", folder.write(Sample.vif("br0"), to: "a.json"))
    #expect(run.status == 0)
    #expect(run.output == Sample.xml("br0"))
    #expect(run.errors == "")
  }

  @Test(arguments: [#""$VIF" xml < "$1""#, #""$VIF" xml - < "$1""#, #"cat "$1" | "$VIF" xml"#])
  func `translates the standard input`(script: String) async throws {
    let folder = try TemporaryFolder()
    let run = try await shell(script, folder.write(Sample.vif("br0"), to: "a.json"))
    #expect(run.status == 0)
    #expect(run.output == Sample.xml("br0"))
  }

  @Test func `translates several files in their order`() async throws {
    let folder = try TemporaryFolder()
    let first = try folder.write(Sample.vif("br1"), to: "1.json")
    let second = try folder.write(Sample.vif("br2"), to: "2.json")
    let run = try await tool("xml", second, first, second)
    #expect(run.status == 0)
    #expect(run.output == Sample.xml("br2") + Sample.xml("br1") + Sample.xml("br2"))
  }

  @Test(arguments: [
    "VIF1\nVIF2\n", "VIF1\r\n\r\nVIF2", "[VIF1,VIF2]", "[\n  VIF1,\n  VIF2\n]\n",
    "\u{FEFF}VIF1 VIF2",
    "[VIF1]\n[VIF2]",
  ])
  func `translates lines and arrays`(form: String) async throws {
    let text = form.replacing("VIF1", with: Sample.vif("br1"))
      .replacing("VIF2", with: Sample.vif("br2"))
    let folder = try TemporaryFolder()
    let run = try await tool("xml", folder.write(text, to: "a.json"))
    #expect(run.status == 0)
    #expect(run.output == Sample.xml("br1") + Sample.xml("br2"))
  }

  @Test func `writes a line of JSON for each item when asked to`() async throws {
    let folder = try TemporaryFolder()
    let text = """
      {"id":"a\\"","vif":\(Sample.vif("br0"))}
      \(Sample.vif("br0"))
      {"id":7,"vif":\(Sample.vif(nil))}
      {"id":8,"vif":\(Sample.vif("br0")),"guest":{"driver":{"queues":300}}}
      nonsense
      """
    let run = try await tool("xml", "--format", "json", folder.write(text, to: "a.json"))
    #expect(run.status == 1)
    #expect(run.errors == "")
    let lines = run.output.split(separator: "\n")
    #expect(lines.count == 5)
    let xml = Sample.xml("br0").replacing("\n", with: "\\n")
    #expect(lines.first == #"{"id":"a\"","xml":"\#(xml)","warnings":[]}"#)
    #expect(lines.dropFirst().first == #"{"id":null,"xml":"\#(xml)","warnings":[]}"#)
    let third = lines.dropFirst(2).first ?? ""
    #expect(third.hasPrefix(#"{"id":7,"error":{"code":"object.field-missing","message":""#))
    #expect(third.hasSuffix(#","path":"/vif/versioned_object.data/bridge_name"}}"#))
    let fourth = lines.dropFirst(3).first ?? ""
    #expect(fourth.hasPrefix(#"{"id":8,"xml":""#))
    #expect(fourth.contains(#""warnings":[{"code":"driver.queues","#))
    #expect(lines.last?.hasPrefix(#"{"id":null,"error":{"code":"json."#) == true)
  }

  @Test func `an id is never taken from another item`() async throws {
    let folder = try TemporaryFolder()
    let text = #"{"id":7,"vif":\#(Sample.vif("br0"))}"# + "\n{\n"
    let run = try await tool("xml", "--format", "json", folder.write(text, to: "a.json"))
    #expect(run.output.split(separator: "\n").last?.hasPrefix(#"{"id":null,"error""#) == true)
  }

  @Test func `settings of a file hold for every item that has none of its own`() async throws {
    let folder = try TemporaryFolder()
    let guest = try folder.write(#"{"boot": 1, "mtu": 1400}"#, to: "guest.json")
    let items = """
      \(Sample.vif("br0"))
      {"vif":\(Sample.vif("br0")),"guest":{"mtu":9000}}
      """
    let run = try await tool("xml", "--guest", guest, folder.write(items, to: "a.json"))
    #expect(run.status == 0)
    #expect(
      run.output.split(separator: "\n").filter { $0.contains("mtu") || $0.contains("boot") }
        == [
          "  <mtu size='1400'/>", "  <boot order='1'/>", "  <mtu size='9000'/>",
          "  <boot order='1'/>",
        ]
    )
  }

  @Test func `host devices are looked up below the folder that is given`() async throws {
    let folder = try TemporaryFolder()
    try folder.makeFolder("sys/bus/pci/devices/0000:0a:00.1/net/eth7")
    let vif = Sample.vif(nil).replacing("VIFBridge", with: "VIFDirect")
      .replacing(#""vif_name":"tap1""#, with: #""mode":"vepa","dev_address":"0000:0a:00.1""#)
    let path = try folder.write(vif, to: "a.json")
    let run = try await tool("xml", "--sysfs", folder("sys"), path)
    #expect(run.status == 0)
    #expect(run.output.contains("<source dev='eth7' mode='vepa'/>"))
    let missing = try await tool("xml", "--sysfs", folder("nothing"), path)
    #expect(missing.status == 1)
    #expect(missing.errors.contains("[host.netdev-missing]"))
    let item = #"{"vif":\#(vif),"host":{"netdev":{"0000:0a:00.1":"eth8"}}}"#
    let named = try await tool("xml", "--sysfs", folder("sys"), folder.write(item, to: "b.json"))
    #expect(named.output.contains("<source dev='eth8' mode='vepa'/>"))
  }

  @Test func `passes on what is done before it waits for more`() async throws {
    let folder = try TemporaryFolder()
    // The tool writes to one pipe and waits at the other, whose end the shell keeps open.
    let script = """
      mkfifo "$2/in" "$2/out"; "$VIF" xml "$2/in" > "$2/out" & exec 3<> "$2/out"
      exec 4> "$2/in"; cat "$1" >&4; head -n 6 <&3; exec 4>&-; wait $!
      """
    let run = try await shell(script, folder.write(Sample.vif("br0") + "\n", to: "a"), folder.path)
    #expect(run.output == Sample.xml("br0"))
    #expect(run.status == 0)
  }

  @Test func `writes documents of thousands of items`() async throws {
    let folder = try TemporaryFolder()
    let items = (0..<3000).map { Sample.vif("br0", id: $0) + "\n" }.joined()
    let run = try await tool("xml", folder.write(items, to: "a.json"))
    #expect(run.status == 0)
    #expect(run.output == (0..<3000).map { Sample.xml("br0", id: $0) }.joined())
  }
}
