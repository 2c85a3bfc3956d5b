import Testing
import ToolRun

/// What may come from anybody does no harm.
struct HostileInputTests {
  /// Characters that drive terminals, or that end the line of a message.
  static let controls = [
    "\\u001b[31m", "\\u0000", "\\u0007", "\\r", "\\n", "\\u007f", "\\u009b31m", "\\u0085",
  ]

  @Test(arguments: controls)
  func `control characters of the input never reach the terminal raw`(text: String) async throws {
    let folder = try TemporaryFolder()
    let items = [
      Sample.vif("\(text) br"), Sample.vif("br0").replacing("fa:16", with: text),
      Sample.vif("br0").replacing("VIFBridge", with: "VIF\(text)"),
      Sample.vif("br0").replacing("bridge_name", with: "bridge\(text)"),
      Sample.vif("br0").replacing(#""1.0""#, with: #""\#(text)""#),
      #"{"vif":\#(Sample.vif("br0")),"guest":{"\#(text)":1}}"#,
      #"{"vif":\#(Sample.vif("br0")),"guest":{"alias":"\#(text)"}}"#,
      #"{"\#(text)":1}"#, #""\#(text)""#,
    ]
    let path = try folder.write(items.joined(separator: "\n"), to: "a.json")
    for format in ["xml", "json"] {
      let run = try await tool("xml", "--format", format, path)
      #expect(run.status == 1)
      for scalar in (run.errors + run.output).unicodeScalars where scalar != "\n" {
        #expect(scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value))
      }
      // A line is a message, and a message is a line.
      #expect(run.errors.split(separator: "\n").allSatisfy { $0.hasPrefix("\(path):") })
    }
  }

  @Test func `bare control characters never reach the terminal raw`() async throws {
    let folder = try TemporaryFolder()
    let text = "\u{1B}[2J\n{\"a\":\u{1B}[2J}\n{\"\u{1B}[2J\":1}\n\u{9B}2J\n\u{7}\n"
    let run = try await tool("xml", folder.write(text, to: "a\u{1B}[2J.json"))
    #expect(run.status == 1)
    #expect(!run.errors.isEmpty)
    for scalar in run.errors.unicodeScalars where scalar != "\n" {
      #expect(scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value))
    }
  }

  @Test(arguments: ["&#10;", "&#13;", "&#x7f;", "&#x85;", "&#x9b;31m"])
  func `control characters in XML never reach the terminal raw`(text: String) async throws {
    let folder = try TemporaryFolder()
    let value = "x\(text)nl.xml: error: y [z]"
    func document(_ device: String, _ rest: String = "") -> String {
      "<interface type='user'><mac address='52:54:00:00:00:01'/>\(rest)"
        + "<target dev='\(device)'/><alias name='\(value)'/></interface>"
    }
    let left = try folder.write(document(value), to: "a\u{9B}2J.xml")
    let unknown = "<x a='\(value)'>\(text)- /mac: \(text)</x>"
    let right = try folder.write(document("tap1", unknown), to: "b.xml")
    let devices = try folder.write("<devices>\(document(value))</devices>", to: "c.xml")
    let more = "<interface type='user'><alias name='\(value)'/>\(unknown)</interface>"
    let both = try folder.write("<devices>\(document("a"))\(more)</devices>", to: "d.xml")
    let check = try await tool("check", left, right)
    let diffs = [
      try await tool("diff", "--exact", left, right),
      try await tool("diff", "--exact", devices, both),
    ]
    for run in [check] + diffs {
      #expect(!run.output.isEmpty)
      for scalar in (run.errors + run.output).unicodeScalars where scalar != "\n" {
        #expect(scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value))
      }
    }
    #expect(check.output.split(separator: "\n").allSatisfy { $0.hasPrefix(folder.path) })
    for line in diffs.flatMap({ $0.output.split(separator: "\n") }) {
      let isWhole = line.hasPrefix("interface ") || line.hasPrefix("- ") || line.hasPrefix("+ ")
      #expect(isWhole && !line.dropFirst().hasPrefix(" /mac"), "\(line)")
    }
  }

  @Test func `what the XML parser has to say of a document is not printed beside the findings`()
    async throws
  {
    let folder = try TemporaryFolder()
    let attributes = "xml:id='1' xml:lang='' q:a='1' xml:base=' ://' xmlns:r='::'"
    let document =
      "<interface type='user'><model type='virtio' \(attributes)/><r:a xmlns:r='r'/></interface>"
    let run = try await tool("check", folder.write(document, to: "a.xml"))
    #expect(run.output.contains("xml.unknown-attribute"))
    #expect(run.errors == "")
  }

  /// Nested, repeated, in one line or in many.
  @Test(arguments: [
    #"yes '[' | tr -d '\n' | head -c 100000000"#,
    #"yes '{"a":' | tr -d '\n' | head -c 30000000"#, #"yes '{"a":' | head -c 300000"#,
    #"printf '{"a":"'; yes 'aaaaaaaaaaaaaaaa' | tr -d '\n' | head -c 40000000"#,
    #"yes ' ' | head -c 30000000; printf '['"#,
    #"printf '['; yes '{},' | tr -d '\n' | head -c 300000"#,
  ])
  func `an endless input does not take the memory`(source: String) async throws {
    let script = """
      ({ \(source); } | { ulimit -v 160000; exec "$VIF" xml; }) 2>&1 | tail -c 300
      """
    let run = try await shell(script)
    #expect(run.output.contains(": error: "))
    #expect(run.output.hasSuffix("]\n"))
  }

  /// Each is told with far more than it has itself.
  @Test func `nor do many short items that are wrong, of which several blocks wait`() async throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(String(repeating: "{}\n", count: 540_000), to: "a.json")
    let run = try await shell(
      """
      ulimit -v 150000
      export MALLOC_ARENA_MAX=1
      "$VIF" xml --jobs 3 "$1" 2>&1 | grep -c 'key[.]missing'
      """,
      path
    )
    #expect(run.output == "540000\n")
  }

  @Test func `ends with 1 when it could not take all`() async throws {
    let run = try await shell(
      #"yes '[' | tr -d '\n' | head -c 100000000 | { ulimit -v 160000; exec "$VIF" xml; }"#
    )
    #expect(run.status == 1)
    #expect(run.errors.contains("[json.too-deep]\n"))
    #expect(run.errors.split(separator: "\n").count == 1)
  }
}
