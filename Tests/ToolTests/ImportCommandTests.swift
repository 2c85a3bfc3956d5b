import JSONTree
import Testing
import ToolRun

/// `vif import`: records of OpenStack's in, VIFs and documents out.
struct ImportCommandTests {
  private static func record(_ type: String = "ovs", name: String = "tap0") -> String {
    """
    {"id":"07bd6cea-fb37-4594-b769-90fc51854ee9","address":"fa:16:3e:00:00:01",\
    "type":"\(type)","devname":"\(name)","delegate_create":true,\
    "network":{"id":"b82c1929-051e-481d-8110-4669916c7915","bridge":"br-int","meta":{"mtu":1442}}}
    """
  }

  private static func xml(name: String = "tap0", driver: String = "") -> String {
    """
    <interface type='ethernet'>
      <mac address='fa:16:3e:00:00:01'/>
      <target dev='\(name)'/>
      <model type='virtio'/>
    \(driver)  <mtu size='1442'/>
    </interface>

    """
  }

  @Test(arguments: ["VIF1", "VIF1\nVIF2", "[VIF1, VIF2]", #"{"vif": VIF1, "category": "x"}"#])
  func `documents come of records in each form`(form: String) async throws {
    let folder = try TemporaryFolder()
    let text = form.replacing("VIF1", with: Self.record())
      .replacing("VIF2", with: Self.record(name: "tap1"))
    let run = try await tool("import", folder.write(text, to: "a.json"))
    #expect(run.errors == "")
    #expect(run.status == 0)
    #expect(run.output == Self.xml() + (form.contains("VIF2") ? Self.xml(name: "tap1") : ""))
  }

  @Test func `a VIF that was imported is what the tool translates`() async throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(Self.record(), to: "a.json")
    let run = try await shell(#""$VIF" import --to vif "$1" | "$VIF" xml"#, file)
    #expect(run.status == 0)
    #expect(run.output == Self.xml())
  }

  @Test func `the instance's side is taken from a file, and an item's own goes before`()
    async throws
  {
    let folder = try TemporaryFolder()
    let instance = try folder.write(#"{"virt_type":"qemu"}"#, to: "i.json")
    let items = "\(Self.record())\n" + #"{"vif":\#(Self.record()),"options":{"virt_type":"kvm"}}"#
    let run = try await tool("import", "--instance", instance, folder.write(items, to: "a.json"))
    #expect(run.output == Self.xml(driver: "  <driver name='qemu'/>\n") + Self.xml())
    let wrong = try folder.write(#"{"virt_typ":"qemu"}"#, to: "w.json")
    let failed = try await tool("import", "--instance", wrong, "-")
    #expect(failed.status == 2)
    #expect(failed.errors.contains("did you mean 'virt_type'? [key.unknown]"))
  }

  @Test func `lines of JSON have the VIF, also where no document can be made of it`() async throws {
    let folder = try TemporaryFolder()
    let items = [
      #"{"id":"a","vif":\#(Self.record())}"#, #"{"id":2,"vif":\#(Self.record(name: "a b"))}"#,
      #"{"vif":\#(Self.record("unbound")),"id":"c"}"#,
      #"{"id":"d","vif":\#(Sample.vif("br0")),"options":{"vnic_type":"normal"}}"#,
    ].joined(separator: "\n")
    let run = try await tool("import", "--format", "json", folder.write(items, to: "a.json"))
    #expect(run.status == 1)
    #expect(run.errors == "")
    let lines = try run.output.split(separator: "\n").map { try JSONTree(String($0)) }
    try #require(lines.count == 4)
    #expect(lines[0]["xml"]?.text == Self.xml())
    #expect(lines[0]["osvif"]?["versioned_object.name"]?.text == "VIFOpenVSwitch")
    #expect(lines[0]["warnings"] == .array([]))
    #expect(lines[1]["id"] == .number("2"))
    #expect(lines[1]["osvif"] != nil)
    #expect(lines[1]["error"]?["code"]?.text == "device-name.malformed")
    #expect(lines[1]["error"]?["path"]?.text == "/osvif/versioned_object.data/vif_name")
    #expect(lines[2]["id"]?.text == "c")
    #expect(lines[2]["osvif"] == nil)
    #expect(lines[2]["error"]?["path"]?.text == "/vif/type")
    #expect(lines[3]["xml"]?.text == Sample.xml("br0"))
  }

  @Test func `a port has the mtu of its network`() async throws {
    let folder = try TemporaryFolder()
    let port = try folder.write(
      """
      {"id":"07bd6cea-fb37-4594-b769-90fc51854ee9","mac_address":"fa:16:3e:00:00:01",
      "network_id":"b82c1929-051e-481d-8110-4669916c7915","binding_vif_type":"ovs",
      "binding_vnic_type":"normal","binding_vif_details":{},"binding_profile":{}}
      """,
      to: "p.json"
    )
    let network = try folder.write(
      #"[{"id":"x"},{"id":"b82c1929-051e-481d-8110-4669916c7915","mtu":1442}]"#
        .replacing("\"x\"", with: "null"),
      to: "n.json"
    )
    let run = try await tool("import", "--from", "neutron", "--network", network, port)
    #expect(run.output == Self.xml(name: "tap07bd6cea-fb"))
    let refused = try await tool("import", "--from", "nova", port)
    #expect(refused.status == 1)
    #expect(refused.errors.contains("[import.form]"))
  }

  @Test func `a list of ports is an item for each, also when one of them is wrong`() async throws {
    let folder = try TemporaryFolder()
    let port = """
      {"id":"07bd6cea-fb37-4594-b769-90fc51854ee9","mac_address":"fa:16:3e:00:00:01",
      "network_id":"b82c1929-051e-481d-8110-4669916c7915",
      "binding:vif_type":"ovs","binding:vnic_type":"normal"}
      """
    let ports = [
      port, port.replacing("fa:16", with: "zz:16"), port.replacing("ovs", with: "unbound"),
    ]
    let list = try folder.write(
      #"{"ports_links":[],"ports":[\#((ports + [port]).joined(separator: ","))]}"#,
      to: "a.json"
    )
    let run = try await tool("import", "--from", "neutron", list)
    #expect(run.status == 1)
    #expect(run.output.split(separator: "\n").count { $0 == "</interface>" } == 2)
    #expect(run.errors.contains("error: /ports/1/mac_address: "))
    #expect(run.errors.contains("error: /ports/2/binding:vif_type: "))
    let adrift = try await tool(
      "import",
      folder.write(port.replacing("network_id", with: "net"), to: "c.json")
    )
    #expect(adrift.errors.contains("error: /network_id: the key 'id' is missing"))
    let json = try await tool("import", "--format", "json", list)
    #expect(json.output.split(separator: "\n").count == 4)
    let empty = try await tool("import", folder.write(#"{"ports":[]}"#, to: "b.json"))
    #expect(empty.status == 0)
    #expect(empty.output == "")
  }
}
