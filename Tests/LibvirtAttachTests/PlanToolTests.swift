#if Libvirt
  import Testing
  import ToolRun

  /// `vif plan` before libvirt's mock driver, with each form of input.
  @Suite struct PlanToolTests {
    private static let port = """
      {"id":"07bd6cea-fb37-4594-b769-90fc51854ee9","mac_address":"fa:16:3e:00:00:01",\
      "network_id":"b82c1929-051e-481d-8110-4669916c7915","binding:vif_type":"ovs",\
      "binding:vnic_type":"normal","binding:vif_details":{},"binding:profile":{}}
      """
    private static let record = """
      {"id":"07bd6cea-fb37-4594-b769-90fc51854eea","address":"fa:16:3e:00:00:02","type":"ovs",\
      "devname":"tap0","delegate_create":true,\
      "network":{"id":"b82c1929-051e-481d-8110-4669916c7915","bridge":"br-int"}}
      """
    private static let element = """
      <interface type='bridge'><mac address='52:54:00:00:00:07'/><source bridge='br0'/>\
      <model type='virtio'/></interface>
      """

    private static func step(_ device: String) -> String {
      "test: attach ethernet (mac:\(device)) (live and config)\n"
    }

    private static let portStep = step(
      "fa:16:3e:00:00:01 alias:ua-vif-07bd6cea-fb37-4594-b769-90fc51854ee9 target:tap07bd6cea-fb"
    )
    private static let recordStep = step(
      "fa:16:3e:00:00:02 alias:ua-vif-07bd6cea-fb37-4594-b769-90fc51854eea target:tap0"
    )

    private static func plan(
      _ text: String,
      _ name: String = "items.json",
      _ options: String...
    ) async throws -> Command {
      let folder = try TemporaryFolder()
      let path = try folder.write(text, to: name)
      let all = ["plan", "-c", "test:///default", "test", path, "--no-host-check"] + options
      return try await tool(all)
    }

    @Test(arguments: [port, "[\(port)]", #"{"port": \#(port)}"#, #"{"ports": [\#(port)]}"#])
    func `takes ports of Neutron's`(text: String) async throws {
      let run = try await Self.plan(text, "items.json", "--from", "neutron")
      #expect(run.errors == "")
      #expect(run.status == 1)
      #expect(run.output == Self.portStep)
    }

    @Test(arguments: [record, "[\(record)]", #"{"vif": \#(record), "options": {"vcpus": 4}}"#])
    func `takes records of nova's`(text: String) async throws {
      let run = try await Self.plan(text, "items.json", "--from", "nova")
      #expect(run.errors == "")
      #expect(run.output == Self.recordStep)
    }

    @Test func `takes records of one kind alone`() async throws {
      let run = try await Self.plan(Self.port, "items.json", "--from", "nova")
      #expect(run.status == 1)
      #expect(run.errors.hasSuffix("say --from neutron [import.form]\n"))
      let settings = try await Self.plan(Self.port, "i.json", "--from", "nova", "--guest", "g")
      #expect(settings.status == 2)
      let instance = try await Self.plan(Self.port, "i.json", "--instance", "g")
      #expect(instance.status == 2)
    }

    @Test func `takes libvirt's own elements`() async throws {
      let device =
        "<devices>\(Self.element)<hostdev mode='subsystem' type='pci'><source>"
        + "<address domain='0' bus='10' slot='0' function='1'/></source></hostdev></devices>"
      let run = try await Self.plan(device, "items.xml")
      #expect(run.errors == "")
      #expect(
        run.output == """
          test: attach bridge br0 (mac:52:54:00:00:00:07) (live and config)
          test: attach pci 0000:0a:00.1 (live and config)

          """
      )
      let named = try await Self.plan(device, "items", "--from", "xml")
      #expect(named.output == run.output)
      let broken = try await Self.plan("<interface", "items.xml", "--format", "json")
      #expect(broken.status == 1)
      #expect(broken.output.hasPrefix(#"{"status":"failed","error":{"code":"xml."#))
    }

    @Test func `refuses an interface that it could not find again`() async throws {
      let nameless = Self.element.replacing("<mac address='52:54:00:00:00:07'/>", with: "")
      let run = try await Self.plan(nameless, "items.xml")
      #expect(run.status == 1)
      #expect(run.errors.contains("interface 1 of those that are asked for has neither"))
      #expect(run.errors.contains("[plan.nameless]"))
      let named = nameless.replacing("</int", with: "<alias name='ua-front'/></int")
      #expect(try await Self.plan(named, "items.xml").errors == "")
    }

    @Test func `takes each form in an inventory, with what holds for its line`() async throws {
      let folder = try TemporaryFolder()
      let inventory = try folder.write(
        """
        {"vifs":{"ports":[\(Self.port)]},"options":{"virt_type":"qemu"},"domain":"test"}
        {"domain":"x","vifs":[],"guest":{}}
        {"domain":"y","vifs":[{"id":7,"mac_address":"zz"}]}
        {"domain":"z","vifs":[],"uri":""}

        """,
        to: "inventory.jsonl"
      )
      let run = try await tool(
        "plan",
        "-c",
        "test:///default",
        "--inventory",
        inventory,
        "--from",
        "neutron",
        "--no-host-check"
      )
      #expect(run.status == 1)
      #expect(run.output.contains(Self.portStep))
      #expect(run.output.hasSuffix("4 domains: 1 changed, 3 failed\n"))
      #expect(run.errors.contains(":2: error: /guest: guest settings are for os-vif primitives"))
      #expect(run.errors.contains(":3: error: /vifs/0/id: expected a string"))
      #expect(run.errors.contains(":4: error: /uri: the URI is empty"))
    }

    @Test func `ends with 1 when one domain is to change and another is missing`() async throws {
      let folder = try TemporaryFolder()
      try folder.write(Self.element, to: "all/test.xml")
      try folder.write("[]", to: "all/nope.json")
      let arguments = ["-c", "test:///default", "--folder", folder("all"), "--no-host-check"]
      #expect(try await tool(["plan"] + arguments).status == 1)
      let one = try TemporaryFolder()
      try one.write("[]", to: "nope.json")
      #expect(try await tool("plan", "-c", "test:///default", "--folder", one.path).status == 3)
    }

    @Test func `updates what can be found, in a definition that is there`() async throws {
      let folder = try TemporaryFolder()
      let node = try folder.write(
        """
        <node><domain type='test' xmlns:test='http://libvirt.org/schemas/domain/test/1.0'>\
        <name>off</name><memory>65536</memory><os><type>hvm</type></os><devices>\(Self.element)\
        </devices><test:runstate>5</test:runstate></domain></node>
        """,
        to: "node.xml"
      )
      let nic = try folder.write(Self.element, to: "nic.xml")
      let off = try await tool("update", "-c", "test://\(node)", "off", nic, "--live")
      #expect(off.status == 1)
      #expect(off.errors.hasSuffix("[domain.not-running]\n"))
      let nameless = try folder.write(
        Self.element.replacing("<mac address='52:54:00:00:00:07'/>", with: ""),
        to: "nameless.xml"
      )
      let lost = try await tool("update", "-c", "test://\(node)", "off", nameless)
      #expect(lost.status == 1)
      #expect(lost.errors.hasSuffix("[update.nameless]\n"))
    }

    @Test func `refuses a host device that it could not find again`() async throws {
      let usb = """
        <hostdev mode='subsystem' type='usb'><source><vendor id='0x1234'/><product id='0xbeef'/>\
        </source></hostdev>
        """
      let run = try await Self.plan(usb, "usb.xml")
      #expect(run.status == 1)
      #expect(
        run.errors.contains("a host device of type 'usb' is not plugged in here (allowed: pci)")
      )
    }

    @Test func `leaves host devices of others on a guest`() async throws {
      let folder = try TemporaryFolder()
      let node = try folder.write(
        """
        <node><domain type='test'><name>d</name><memory>65536</memory><os><type>hvm</type></os>\
        <devices>\(Self.element)<hostdev mode='subsystem' type='pci'><source>\
        <address domain='0' bus='6' slot='2' function='0'/></source></hostdev></devices></domain></node>
        """,
        to: "node.xml"
      )
      let none = try folder.write("[]", to: "none.json")
      let run = try await tool("plan", "-c", "test://\(node)", "d", none, "--foreign")
      #expect(run.errors == "")
      #expect(run.output.split(separator: "\n").count == 1)
      #expect(run.output.contains("d: detach bridge br0 (mac:52:54:00:00:00:07"))
    }

    @Test func `tells what stands against a step, beside the steps`() async throws {
      let item = Self.element.replacing("br0", with: "brnope")
        .replacing("</int", with: "<vlan><tag id='42'/></vlan></int")
        .replacing("52:54:00:00:00:07", with: "aa:bb:cc:dd:ee:ff")
      let run = try await Self.plan(
        item.replacing("</int", with: "<alias name='ua-x'/></int"),
        "items.xml"
      )
      #expect(run.status == 1)
      #expect(run.output.hasPrefix("test: attach bridge brnope (mac:aa:bb:cc:dd:ee:ff "))
      #expect(
        run.errors.hasPrefix(
          "test: error: mac:aa:bb:cc:dd:ee:ff alias:ua-x: the running guest has another NIC with that"
        )
      )
      let json = try await Self.plan(
        item.replacing("</int", with: "<alias name='ua-x'/></int"),
        "items.xml",
        "--format",
        "json"
      )
      #expect(json.output.contains(#""obstacle":{"code":"attach.duplicate-mac""#))
    }

    @Test func `plans for a thousand domains in one run`() async throws {
      let folder = try TemporaryFolder()
      let domains = (0..<1000).map { number in
        """
        <domain type='test'><name>d\(number)</name><memory>65536</memory><os><type>hvm</type></os>\
        <devices>\(number < 500 ? Self.element : "")</devices></domain>
        """
      }
      let node = try folder.write("<node>\(domains.joined())</node>", to: "node.xml")
      let lines = (0..<1000).map { #"{"domain":"d\#($0)","vifs":["\#(Self.element)"]}"# }
      let inventory = try folder.write(lines.joined(separator: "\n"), to: "inventory.jsonl")
      let run = try await tool(
        "plan",
        "-c",
        "test://\(node)",
        "--inventory",
        inventory,
        "--no-host-check"
      )
      #expect(run.errors == "")
      #expect(run.output.hasSuffix("1000 domains: 500 unchanged, 500 changed\n"))
    }

    @Test(arguments: [
      ["--keepalive-interval", "-1"], ["-K", "x"], ["--hosts", "0"], ["--jobs", "257"],
    ])
    func `refuses numbers that mean nothing`(options: [String]) async throws {
      #expect(try await tool(["plan", "test", "-"] + options).status == 2)
    }

    @Test func `takes virsh's options for keeping a connection alive`() async throws {
      let run = try await tool("list", "-c", "test:///default", "test", "-k", "0", "-K", "9")
      #expect(run.status == 0)
    }
  }
#endif
