import Testing
import ToolRun

/// `vif xml`: what is wrong, where it is told, and with which exit status.
struct XMLCommandFaultTests {
  @Test func `a bad item does not stop the others`() async throws {
    let folder = try TemporaryFolder()
    let items = "\(Sample.vif("br1"))\n\(Sample.vif(nil))\n{\"x\":\n\n\(Sample.vif("br4"))\n"
    let path = try folder.write(items, to: "a.json")
    let run = try await tool("xml", path)
    #expect(run.status == 1)
    #expect(run.output == Sample.xml("br1") + Sample.xml("br4"))
    let lines = run.errors.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(
      lines.first == """
        \(path):2: error: /versioned_object.data/bridge_name: VIFBridge 1.0: bridge_name is not \
        set: it names the bridge; set it [object.field-missing]
        """
    )
    #expect(lines.last?.hasPrefix("\(path):3: error: ") == true)
  }

  @Test func `a fault within an item is told with its own line`() async throws {
    let folder = try TemporaryFolder()
    let text = Sample.vif("br0").replacing(",", with: ",\n").replacing("16:3e", with: "16")
    let path = try folder.write(text, to: "a.json")
    let run = try await tool("xml", path)
    #expect(run.status == 1)
    #expect(run.errors.hasPrefix("\(path):5: error: /versioned_object.data/address: "))
    #expect(run.errors.hasSuffix(" [mac.malformed]\n"))
  }

  @Test func `a fault of the standard input is told with its name`() async throws {
    let run = try await shell(#"echo nonsense | "$VIF" xml"#)
    #expect(run.status == 1)
    #expect(run.errors.hasPrefix("<stdin>:1: error: "))
  }

  @Test func `a warning is no failure`() async throws {
    let folder = try TemporaryFolder()
    let item = Sample.vif("br0").replacing("\"tap1\"", with: "\"vnet1\",\"x\":1")
    let path = try folder.write(item, to: "a.json")
    let run = try await tool("xml", path)
    #expect(run.status == 0)
    #expect(run.output.contains("<target dev='vnet1'/>"))
    let lines = run.errors.split(separator: "\n")
    #expect(lines.allSatisfy { $0.hasPrefix("\(path):1: warning: /versioned_object.data/") })
    #expect(lines.map { $0.hasSuffix(" [object.field-unknown]") } == [true, false])
    #expect(lines.map { $0.hasSuffix(" [target.generated]") } == [false, true])
  }

  @Test func `a file that cannot be read is 2, and the others are translated`() async throws {
    let folder = try TemporaryFolder()
    let good = try folder.write(Sample.vif("br0"), to: "good.json")
    let bad = try folder.write("{}", to: "bad.json")
    for missing in [folder("missing.json"), folder.path] {
      let run = try await tool("xml", bad, missing, good)
      #expect(run.status == 2)
      #expect(run.output == Sample.xml("br0"))
      #expect(run.errors.contains("[input.unreadable]\n"))
    }
  }

  @Test(arguments: ["[]", " [ ]\n[]"])
  func `an empty array is an input`(text: String) async throws {
    let folder = try TemporaryFolder()
    let run = try await tool("xml", folder.write(text, to: "a.json"))
    #expect(run.status == 0)
    #expect(run.output == "")
    #expect(run.errors == "")
  }

  @Test(arguments: ["", " \n\t\n", "\u{FEFF}"])
  func `an input without an item is 2`(text: String) async throws {
    let folder = try TemporaryFolder()
    let run = try await tool("xml", folder.write(text, to: "a.json"))
    #expect(run.status == 2)
    #expect(run.output == "")
    #expect(run.errors.hasPrefix("\(folder("a.json")): error: there is nothing"))
    #expect(run.errors.split(separator: "\n").count == 1)
  }

  @Test func `an input that is cut short is told, wherever it is cut`() async throws {
    let folder = try TemporaryFolder()
    let whole = Array(Sample.vif("br0").utf8)
    let names = try stride(from: 1, to: whole.count, by: 7).map { length in
      try folder.write(Array(whole.prefix(length)), to: "\(length)")
    }
    let run = try await tool(["xml"] + names)
    #expect(run.status == 1)
    #expect(run.output == "")
    let lines = run.errors.split(separator: "\n")
    #expect(lines.count == names.count)
    #expect(lines.allSatisfy { $0.hasSuffix("[json.truncated]") })
  }

  @Test(arguments: [
    ["xml", "--format", "yaml"], ["xml", "--frmat", "json"], ["xlm"], ["xml", "--guest"],
  ])
  func `wrong usage is 2`(arguments: [String]) async throws {
    let run = try await tool(arguments)
    #expect(run.status == 2)
    #expect(run.output == "")
    #expect(run.errors.hasPrefix("Error: "))
  }

  @Test(arguments: [
    (#"{"mtu":1}"#, "/mtu: "), (#"{"modle":1}"#, "/modle: "), ("{", "the JSON text ends"),
    ("", "the JSON"),
  ])
  func `settings that are wrong are 2, and nothing is translated`(
    settings: String,
    message: String
  ) async throws {
    let folder = try TemporaryFolder()
    let guest = try folder.write(settings, to: "guest.json")
    let run = try await tool("xml", "--guest", guest, folder.write(Sample.vif("br0"), to: "a"))
    #expect(run.status == 2)
    #expect(run.output == "")
    #expect(run.errors.hasPrefix("\(guest):1: error: \(message)"))
    let missing = try await tool("xml", "--guest", folder("missing"), folder("a"))
    #expect(missing.status == 2)
    #expect(missing.errors.hasSuffix("[input.unreadable]\n"))
  }

  @Test func `says how it is used, and its version`() async throws {
    for arguments in [["--help"], ["xml", "--help"], ["--version"]] {
      let run = try await tool(arguments)
      #expect(run.status == 0)
      #expect(run.errors == "")
      #expect(!run.output.isEmpty)
    }
  }

  @Test func `an output that nobody takes is 1`() async throws {
    let folder = try TemporaryFolder()
    let run = try await shell(
      #""$VIF" xml "$1" > /dev/full"#,
      folder.write(Sample.vif("br0"), to: "a.json")
    )
    #expect(run.status == 1)
    #expect(run.errors.hasPrefix("error: cannot write the output: "))
  }
}
