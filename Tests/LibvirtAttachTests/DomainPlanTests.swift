import Diagnostics
import DomainXML
import InterfaceXML
import Testing

@testable import LibvirtAttach

@Suite struct DomainPlanTests {
  private static let id = "dc065497-3c8d-4f44-8fb4-e1d33c16a53"

  /// A NIC of a VIF's, as it is asked for and, with an address, as a domain has it.
  private static func nic(
    _ number: Int,
    bridge: String = "br0",
    suffix: String = "",
    target: String? = nil,
    bus: Int? = nil,
    _ more: String = ""
  ) -> String {
    let target = target.map { "<target dev='\($0)'/>" } ?? ""
    let address = bus.map {
      "<address type='pci' domain='0x0000' bus='0x0\($0)' slot='0x00' function='0x0'/>"
    }
    return """
      <interface type='bridge'><mac address='52:54:00:00:00:0\(number)'/><source bridge='\(bridge)'/>\
      \(target)<model type='virtio'/>\(more)<alias name='ua-vif-\(id)\(number)\(suffix)'/>\
      \(address ?? "")</interface>
      """
  }

  private static let foreign = """
    <interface type='bridge'><mac address='52:54:00:00:00:0f'/><source bridge='br0'/>\
    <model type='virtio'/><alias name='net0'/></interface>
    """

  /// A domain with these devices, running with `ports` places on its bus, or shut off.
  private static func domain(_ devices: [String], ports: Int? = nil) throws -> DomainDescription {
    let controllers = (0...(ports ?? 0)).map { index in
      let model = index == 0 ? "pcie-root" : "pcie-root-port"
      return "<controller type='pci' index='\(index)' model='\(model)'/>"
    }
    return try DomainDescription(
      parsing: """
        <domain \(ports == nil ? "" : "id='1'")><devices>\(controllers.joined())\(devices.joined())\
        </devices></domain>
        """
    )
  }

  private static func plan(
    _ asked: [String],
    live: [String]? = nil,
    config: [String]? = nil,
    ports: Int = 8,
    _ ownership: Ownership = .vifs
  ) throws -> [String] {
    let snapshot = DomainSnapshot(
      live: try live.map { try domain($0, ports: ports) },
      config: try config.map { try domain($0) }
    )
    let plan = try DomainPlan(
      asked.map { try AttachDocument(parsing: $0) },
      snapshot,
      snapshot.parts(of: .existing),
      libvirt: .oldest,
      ownership: ownership
    )
    return plan.steps.map { step in
      let name = (step.device ?? step.asked)?.mac?.description.suffix(2) ?? "-"
      let actions = [step.live, step.config].map { $0?.rawValue ?? "-" }
      return "\(name) \(actions.joined(separator: " "))"
    }
  }

  @Test func `has nothing to do when all is as it is to be`() throws {
    let live = [Self.nic(1, target: "vnet0", bus: 1), Self.foreign]
    #expect(try Self.plan([Self.nic(1)], live: live, config: [Self.nic(1)]) == ["01 none none"])
    #expect(try Self.plan([], live: [Self.foreign], config: [Self.foreign]) == [])
  }

  @Test func `adds before it takes off, in each definition what it lacks`() throws {
    #expect(
      try Self.plan(
        [Self.nic(1), Self.nic(2), Self.nic(3)],
        live: [Self.nic(2), Self.nic(4)],
        config: [Self.nic(3), Self.nic(4), Self.nic(5)]
      ) == [
        "01 attach attach", "02 none attach", "03 attach none", "04 detach detach",
        "05 none detach",
      ]
    )
  }

  @Test func `updates what libvirt can, and replaces the rest`() throws {
    let down = Self.nic(1, "<link state='down'/>")
    #expect(
      try Self.plan([down], live: [Self.nic(1)], config: [Self.nic(1)]) == ["01 update update"]
    )
    let small = Self.nic(1, "<mtu size='1400'/>")
    #expect(
      try Self.plan([small], live: [Self.nic(1)], config: [Self.nic(1)]) == ["01 replace update"]
    )
    #expect(try Self.plan([small], config: [Self.nic(1)]) == ["01 - update"])
  }

  @Test func `takes off first what is in the way`() throws {
    let same = Self.nic(2, target: "tap0")
    #expect(
      try Self.plan([same], live: [Self.nic(1, target: "tap0")]) == ["01 detach -", "02 attach -"]
    )
    #expect(
      try Self.plan([Self.nic(2)], live: [Self.nic(1, bus: 1)], ports: 1)
        == ["01 detach -", "02 attach -"]
    )
    #expect(
      try Self.plan([Self.nic(2)], live: [Self.nic(1, bus: 1)], ports: 2)
        == ["02 attach -", "01 detach -"]
    )
  }

  @Test func `goes on after a replacement that was cut off`() throws {
    let asked = Self.nic(1, bridge: "br1")
    let both = [Self.nic(1, bus: 1), Self.nic(1, bridge: "br1", suffix: "-2", bus: 2)]
    #expect(try Self.plan([asked], live: both) == ["01 detach -", "01 none -"])
  }

  @Test func `takes off what a replacement has left before it replaces the other`() throws {
    let both = [Self.nic(1, bus: 1), Self.nic(1, bridge: "br1", suffix: "-2", bus: 2)]
    let third = Self.nic(1, "<mtu size='1400'/>")
    #expect(try Self.plan([third], live: both) == ["01 detach -", "01 replace -"])
    // The old one may be asked for already, however well it suits.
    #expect(try Self.plan([Self.nic(1)], live: both) == ["01 detach -", "01 update -"])
  }

  @Test func `takes off a foreign NIC that its replacement is beside`() throws {
    let foreign = Self.foreign.replacing(":0f", with: ":01")
    let live = [foreign, Self.nic(1, bus: 2)]
    #expect(
      try Self.plan([Self.nic(1)], live: live, config: [Self.nic(1)], .all)
        == ["01 detach none", "01 none none"]
    )
    #expect(try Self.plan([Self.nic(1)], live: [], config: live, .all).count == 2)
    #expect(try Self.plan([Self.nic(1)], live: live) == ["01 none -"])
  }

  @Test func `takes off first who has the address that another is to get`() throws {
    let heir = Self.nic(1).replacing(":01'", with: ":02'")
    let live = [Self.nic(1, bus: 1), Self.nic(2, bus: 2)]
    #expect(try Self.plan([heir], live: live) == ["02 detach -", "01 replace -"])
    #expect(try Self.obstacles([heir], live: live) == ["-", "-"])
  }

  @Test func `leaves what is foreign, unless it is told`() throws {
    let namesake = Self.foreign.replacing(":0f", with: ":01")
    #expect(try Self.plan([Self.nic(1)], live: [Self.foreign]) == ["01 attach -"])
    #expect(
      try Self.plan([Self.nic(1)], live: [Self.foreign], .all) == ["01 attach -", "0f detach -"]
    )
    #expect(
      try Self.plan([Self.nic(1)], live: [namesake], config: [namesake], .all)
        == ["01 replace update"]
    )
  }

  @Test func `keeps in each definition the device that it has there`() throws {
    // A run that was cut off between the two has left a replacement in the running guest alone.
    let live = [Self.nic(1, suffix: "-2", bus: 1)]
    #expect(try Self.plan([Self.nic(1)], live: live, config: [Self.nic(1)]) == ["01 none none"])
  }

  @Test func `takes off a replacement in both definitions by one step`() throws {
    let new = Self.nic(1, suffix: "-2", bus: 2)
    #expect(try Self.plan([], live: [new], config: [Self.nic(1)]) == ["01 detach detach"])
    // The one that has the very alias is the stored one's, wherever it stands.
    for live in [[Self.nic(1, bus: 1), new], [new, Self.nic(1, bus: 1)]] {
      let snapshot = DomainSnapshot(
        live: try Self.domain(live, ports: 8),
        config: try Self.domain([Self.nic(1)])
      )
      let plan = try DomainPlan(
        [],
        snapshot,
        [.live, .config],
        libvirt: .oldest,
        ownership: .vifs
      )
      let both = plan.steps.first { $0.config == .detach }
      #expect(plan.steps.count == 2)
      #expect(both?.devices[.live]?.alias == both?.devices[.config]?.alias)
    }
  }

  @Test func `looks at no more devices than are a document's own`() throws {
    let nics = (1...9).map { Self.nic($0, bus: $0) }
    let index = DeviceIndex(try Self.domain(nics, ports: 9).devices)
    for (place, nic) in nics.enumerated() {
      #expect(index.candidates(for: try AttachDocument(parsing: nic)) == [place])
    }
  }

  private static func obstacles(
    _ asked: [String],
    live: [String],
    config: [String]? = nil,
    ports: Int = 8,
    _ ownership: Ownership = .vifs
  ) throws -> [String] {
    let snapshot = DomainSnapshot(
      live: try domain(live, ports: ports),
      config: try config.map { try domain($0) }
    )
    let plan = try DomainPlan(
      asked.map { try AttachDocument(parsing: $0) },
      snapshot,
      snapshot.parts(of: .existing),
      libvirt: .oldest,
      ownership: ownership
    )
    return plan.steps.map { $0.obstacle?.code.rawValue ?? "-" }
  }

  @Test func `sees what stands against a step before the first is made`() throws {
    let foreign = Self.foreign.replacing(":0f", with: ":02")
    #expect(
      try Self.obstacles([Self.nic(1), Self.nic(2)], live: [foreign]) == [
        "-", "attach.duplicate-mac",
      ]
    )
    #expect(
      try Self.obstacles([Self.nic(1), Self.nic(2)], live: [], config: [foreign]) == [
        "-", "attach.duplicate-mac",
      ]
    )
    #expect(
      try Self.obstacles([Self.nic(1), Self.nic(2)], live: [], ports: 1) == [
        "-", "attach.no-pci-port",
      ]
    )
    #expect(
      try Self.obstacles([Self.nic(1), Self.nic(2)], live: [Self.nic(3, bus: 1)], ports: 2)
        == ["-", "-", "-"]
    )
    let heir = Self.nic(1).replacing(":01'", with: ":02'")
    #expect(
      try Self.obstacles([heir], live: [Self.nic(1, bus: 1), foreign]) == ["attach.duplicate-mac"]
    )
    #expect(
      try Self.obstacles([Self.nic(1, "<link state='ajar'/>")], live: []).first != "-"
    )
  }

  @Test func `sees what libvirt would drop without a word, unless that says nothing`() throws {
    let direct = """
      <interface type='direct'><mac address='52:54:00:00:00:07'/><source dev='eth0' mode='bridge'/>\
      <filterref filter='clean-traffic'/><model type='virtio'/></interface>
      """
    #expect(try Self.obstacles([direct], live: []) == ["type.unsupported-element"])
    let idle = Self.nic(1, "<driver queues='1'/><coalesce><rx><frames max='0'/></rx></coalesce>")
    #expect(try Self.obstacles([idle], live: []) == ["-"])
  }

  @Test func `one that goes before is in nobody's way`() throws {
    // Another VIF with the MAC address of one that goes.
    let heir = Self.nic(1).replacing("<alias name='ua-vif-", with: "<alias name='ua-vif-f")
    let before = [Self.nic(1, bus: 1)]
    #expect(
      try Self.plan([heir], live: before, config: before) == [
        "01 detach detach", "01 attach attach",
      ]
    )
    #expect(try Self.obstacles([heir], live: before, config: before) == ["-", "-"])
  }

  @Test func `changes what is foreign only when it is told to`() throws {
    let other = Self.foreign.replacing("br0", with: "br1")
    let nameless = Self.foreign.replacing("<alias name='net0'/>", with: "")
    #expect(try Self.obstacles([nameless], live: [other], config: [other]) == ["plan.foreign"])
    #expect(try Self.obstacles([nameless], live: [], config: [other]) == ["plan.foreign"])
    #expect(try Self.obstacles([nameless], live: [other], .all) == ["-"])
    #expect(try Self.obstacles([nameless], live: [Self.foreign]) == ["-"])
    // One that is named is meant.
    #expect(
      try Self.obstacles(
        [Self.foreign.replacing("net0", with: "ua-front")],
        live: [other.replacing("net0", with: "ua-front")]
      ) == ["-"]
    )
  }

  private static let function = """
    <source><address type='pci' domain='0' bus='6' slot='2' function='1'/></source>
    """

  @Test func `takes off the host devices of VIFs alone`() throws {
    let device = "<hostdev mode='subsystem' type='pci'>\(Self.function)</hostdev>"
    let own = device.replacing("</hos", with: "<alias name='ua-vif-\(Self.id)1'/></hos")
    #expect(try Self.plan([], live: [device], config: [device], .all) == [])
    #expect(try Self.plan([], live: [own], config: [own], .vifs) == ["- detach detach"])
    #expect(try Self.plan([], live: [own], config: [own], .all) == ["- detach detach"])
  }

  @Test(
    arguments: [
      [
        "<hostdev mode='subsystem' type='pci'>\(function)</hostdev>",
        """
        <interface type='hostdev'><mac address='52:54:00:00:00:01'/>\(function)</interface>
        """,
      ],
      (1...2).map { number in
        """
        <interface type='vhostuser'><mac address='52:54:00:00:00:0\(number)'/>\
        <source type='unix' path='/run/vhu' mode='client'/><model type='virtio'/></interface>
        """
      },
    ]
  )
  func `gives one thing of the host to one device`(documents: [String]) {
    let error = #expect(throws: HotPlugError.self) { try Self.plan(documents, live: []) }
    #expect(error?.refusal == .planTwins)
  }

  @Test func `asks for each device once`() throws {
    let error = #expect(throws: HotPlugError.self) {
      try Self.plan([Self.nic(1), Self.nic(1)], live: [])
    }
    #expect(error?.refusal == .planTwins)
    #expect(throws: HotPlugError.self) {
      try Self.plan(
        [Self.nic(1), Self.nic(2).replacing(":02", with: ":01")],
        live: []
      )
    }
    #expect(throws: HotPlugError.self) {
      try Self.plan([Self.nic(1, target: "tap0"), Self.nic(2, target: "tap0")], live: [])
    }
  }
}

@Suite struct DroppedPartsTests {
  @Test func `warns of what was to go and has stayed`() throws {
    func nic(_ more: String) -> String {
      """
      <interface type='bridge'><mac address='52:54:00:00:00:01'/><source bridge='br0'/>\(more)\
      <alias name='ua-one'/></interface>
      """
    }
    let live = try DomainDescription(
      parsing: "<domain id='1'><devices>\(nic("<mtu size='1400'/>"))</devices></domain>"
    )
    let document = try AttachDocument(parsing: nic(""))
    let differences = try document.differences(from: try #require(live.devices.first))
    let after = DomainSnapshot(live: live, config: nil)
    // What libvirt adds to a new device is no fault.
    #expect(try ChangeReport().warning(of: document, in: .live, after).warnings.isEmpty)
    let report = try ChangeReport().warning(of: document, in: .live, after, asked: differences)
    #expect(report.warnings.map(\.code) == [.attachDropped])
  }
}

@Suite struct VIFAliasTests {
  private static let alias = "ua-vif-dc065497-3c8d-4f44-8fb4-e1d33c16a531"

  @Test func `numbers a replacement`() {
    let next = VIFAlias.successor(of: Self.alias)
    #expect(next == Self.alias + "-2")
    #expect(VIFAlias.successor(of: next) == Self.alias + "-3")
    #expect(VIFAlias.successor(of: Self.alias + "-3") == Self.alias + "-1")
    #expect(VIFAlias.successor(of: Self.alias + "-1") == next)
    #expect(VIFAlias.base(of: next) == Self.alias)
    #expect(VIFAlias.base(of: Self.alias) == Self.alias)
    #expect(VIFAlias.hasSuccessor(Self.alias) && VIFAlias.hasSuccessor(next))
  }

  @Test(arguments: ["ua-front-2", "net0", "ua-vif-", "ua-vif-dc065497-2", ""])
  func `leaves another alias as it is`(alias: String) {
    #expect(VIFAlias.base(of: alias) == alias)
    #expect(!VIFAlias.hasSuccessor(alias))
  }
}
