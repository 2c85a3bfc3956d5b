import Testing
import ToolRun

/// `vif format`, `vif check` and `vif diff`.
struct InterfaceCommandTests {
  static let bridge = """
    <interface type="bridge"><mac address="52:54:00:AA:00:01"/><source bridge="br0"/>\
    <model type="virtio"/><driver queues="1"/></interface>
    """

  static let normal = """
    <interface type='bridge'>
      <mac address='52:54:00:aa:00:01'/>
      <source bridge='br0'/>
      <model type='virtio'/>
    </interface>

    """

  @Test(arguments: [bridge, "<devices>\(bridge)</devices>", domain(bridge)])
  func `formats an interface wherever it stands`(document: String) async throws {
    let folder = try TemporaryFolder()
    let run = try await tool("format", folder.write(document, to: "a.xml"))
    #expect(run.status == 0)
    #expect(run.output == Self.normal)
  }

  @Test func `formats lines, and passes over what it is not asked for`() async throws {
    let folder = try TemporaryFolder()
    let lines = """
      {"id":"a","xml":\(Self.quoted(Self.bridge)),"verdict":{"x":[1]}}
      {"xml":"<interface type='bridge'/>","id":2}
      {"id":3}
      """
    let run = try await tool("format", "--format", "json", folder.write(lines, to: "a.json"))
    #expect(run.status == 1)
    let answers = run.output.split(separator: "\n")
    #expect(answers.count == 3)
    #expect(answers[0] == #"{"id":"a","xml":\#(Self.quoted(Self.normal))}"#)
    #expect(answers[1].hasPrefix(#"{"id":2,"error":{"code":"source.missing""#))
    #expect(answers[2].hasPrefix(#"{"id":3,"error":{"code":"key.missing""#))
  }

  @Test func `writes placeholders when asked to, and another value each time else`() async throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("<interface type='user'/>", to: "a.xml")
    let placeholder = try await tool("format", "--placeholders", file)
    #expect(
      placeholder.output == """
        <interface type='user'>
          <mac address='@RANDOM-MAC@'/>
        </interface>

        """
    )
    let first = try await tool("format", file)
    let second = try await tool("format", file)
    #expect(first.output.contains("<mac address='52:54:00:"))
    #expect(first.output != second.output)
  }

  @Test(arguments: [("9.0.0", 1), ("11.3.0", 0), ("12.8.0", 0)])
  func `a verdict is that of the version`(version: String, status: Int32) async throws {
    let folder = try TemporaryFolder()
    let xml = "<interface type='user'><backend type='passt'/></interface>"
    let file = try folder.write(xml, to: "a.xml")
    let run = try await tool("check", "--libvirt", version, file)
    #expect(run.status == status)
    #expect(run.output.contains("error: /backend/@type: 'passt'") == (status == 1))
    let lines = try folder.write(#"{"id":1,"xml":\#(Self.quoted(xml))}"#, to: "a.json")
    let json = try await tool("check", "--libvirt", version, "--format", "json", lines)
    #expect(json.output.hasPrefix(#"{"id":1,"verdict":"\#(status == 1 ? "error" : "ok")""#))
  }

  @Test func `tells what is dropped and changed, and fails on it when asked to`() async throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(Self.bridge, to: "a.xml")
    let run = try await tool("check", file)
    #expect(run.status == 0)
    #expect(run.output.contains("dropped: /driver/@queues: "))
    #expect(run.output.contains("changed: /mac/@address: libvirt writes '52:54:00:aa:00:01'"))
    for (level, status) in [("error", 0), ("dropped", 1), ("changed", 1), ("note", 1)] {
      let run = try await tool("check", "--fail-on", level, file)
      #expect(run.status == Int32(status), "\(level)")
    }
  }

  @Test(arguments: ["8.0.0", "new", "9", "9.0.0.0"])
  func `refuses a version that it does not know`(version: String) async throws {
    let run = try await tool("check", "--libvirt", version, "/dev/null")
    #expect(run.status == 2)
  }

  @Test func `what libvirt adds is no difference`() async throws {
    let folder = try TemporaryFolder()
    let live = """
      <interface type='bridge'>
        <mac address='52:54:00:aa:00:01'/><source bridge='br0'/><target dev='vnet3'/>
        <model type='virtio'/><alias name='net0'/>
        <address type='pci' domain='0x0000' bus='0x01' slot='0x00' function='0x0'/>
      </interface>
      """
    let left = try folder.write(Self.bridge, to: "a.xml")
    let right = try folder.write(Self.domain(live), to: "b.xml")
    let run = try await tool("diff", left, right)
    #expect(run.status == 0)
    #expect(run.output == "")
    let exact = try await tool("diff", "--exact", left, right)
    #expect(exact.status == 1)
    #expect(exact.output.contains("- /mac/@address: 52:54:00:AA:00:01\n"))
    #expect(exact.output.contains("+ /alias: <alias name='net0'/>\n"))
  }

  @Test func `names the field, and what each has there`() async throws {
    let folder = try TemporaryFolder()
    let left = try folder.write(Self.bridge, to: "a.xml")
    let other = Self.bridge.replacing("br0", with: "br1")
    let right = try folder.write(other, to: "b.xml")
    let run = try await tool("diff", left, right)
    #expect(run.status == 1)
    #expect(run.output == "- /source/@bridge: br0\n+ /source/@bridge: br1\n")
    let json = try await tool("diff", "--format", "json", left, right)
    #expect(json.status == 1)
    #expect(
      json.output == """
        {"equal":false,"differences":[{"interface":"52:54:00:aa:00:01",\
        "path":"/source/@bridge","left":"br0","right":"br1"}]}

        """
    )
  }

  @Test func `compares interfaces of the same address, in whatever order`() async throws {
    let folder = try TemporaryFolder()
    let second = Self.bridge.replacing("AA:00:01", with: "AA:00:02")
    let left = try folder.write(Self.domain(Self.bridge + second), to: "a.xml")
    let right = try folder.write(Self.domain(second + Self.bridge), to: "b.xml")
    let equal = try await tool("diff", left, right)
    #expect(equal.status == 0)
    let fewer = try await tool("diff", left, folder.write(Self.domain(second), to: "c.xml"))
    #expect(fewer.status == 1)
    #expect(fewer.output.hasPrefix("interface 52:54:00:aa:00:01\n- <interface"))
  }

  @Test func `says what cannot be read`() async throws {
    let folder = try TemporaryFolder()
    let good = try folder.write(Self.bridge, to: "a.xml")
    for text in ["<interface", "<network/>", "<interface type='bridge'/>"] {
      let run = try await tool("diff", good, folder.write(text, to: "b.xml"))
      #expect(run.status == 2, "\(text)")
      #expect(run.errors.contains("error: "), "\(text)")
    }
  }

  static func domain(_ devices: String) -> String {
    "<domain type='kvm'><name>a</name><devices>\(devices)</devices></domain>"
  }

  private static func quoted(_ text: String) -> String {
    let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    return "\"\(escaped.replacing("\n", with: "\\n"))\""
  }
}
