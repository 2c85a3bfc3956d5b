import Diagnostics
import InterfaceXML
import Testing

@testable import LibvirtAttach

@Suite struct DetachPlanTests {
  @Test func `finds the same interface in the configuration by its MAC address`() throws {
    let plan = try DetachPlan(
      InterfaceSelector("target:vnet0"),
      live: Sample.live,
      config: Sample.config,
      isLenient: false
    )
    #expect(plan.live?.alias == "net0")
    #expect(plan.config?.source == "br0")
  }

  @Test func `finds the same interface when a replacement has another number`() throws {
    let id = "dc065497-3c8d-4f44-8fb4-e1d33c16a531"
    func domain(_ head: String, _ suffixes: String...) throws -> DomainDescription {
      let devices = suffixes.map { suffix in
        """
        <interface type='bridge'><mac address='52:54:00:00:00:01'/><source bridge='br0'/>\
        <alias name='ua-vif-\(id)\(suffix)'/></interface>
        """
      }
      return try DomainDescription(
        parsing: "<domain\(head)><devices>\(devices.joined())</devices></domain>"
      )
    }
    let config = try domain("", "")
    let replaced = try DetachPlan(
      InterfaceSelector("vif:\(id)"),
      live: try domain(" id='1'", "-2"),
      config: config,
      isLenient: true
    )
    #expect(replaced.config == config.devices.first)
    let leftover = try DetachPlan(
      InterfaceSelector("alias:ua-vif-\(id)-2"),
      live: try domain(" id='1'", "", "-2"),
      config: config,
      isLenient: true
    )
    #expect(leftover.config == nil)
  }

  @Test func `means the running guest's list by an index`() throws {
    let plan = try DetachPlan(
      InterfaceSelector("index:1"),
      live: Sample.live,
      config: Sample.config,
      isLenient: true
    )
    #expect(plan.config?.source == "br0")
    #expect(throws: HotPlugError.interfaceNotFound(.index(4))) {
      try DetachPlan(.index(4), live: Sample.live, config: Sample.config, isLenient: true)
    }
  }

  @Test func `tells two of one MAC address apart by their place`() throws {
    let third = try DetachPlan(
      InterfaceSelector("index:3"),
      live: Sample.live,
      config: Sample.config,
      isLenient: true
    )
    #expect(third.config?.target == "tap0")
    let second = try DetachPlan(
      InterfaceSelector("index:2"),
      live: Sample.live,
      config: Sample.config,
      isLenient: true
    )
    #expect(second.config == nil)
  }

  @Test func `may leave out a definition that lacks the interface, unless it was asked for`() throws
  {
    let selector = try InterfaceSelector("52:54:00:00:00:03")
    let plan = try DetachPlan(
      selector,
      live: Sample.live,
      config: Sample.config,
      isLenient: true
    )
    #expect(plan.live == nil)
    #expect(plan.config?.type == "user")
    #expect(throws: HotPlugError.interfaceNotFound(selector)) {
      try DetachPlan(selector, live: Sample.live, config: Sample.config, isLenient: false)
    }
    #expect(throws: HotPlugError.interfaceNotFound(.index(2))) {
      try DetachPlan(.index(2), live: Sample.live, config: Sample.config, isLenient: false)
    }
  }

  @Test func `refuses what would crash the embedded driver`() throws {
    let direct = try DomainDescription(
      parsing: """
        <domain><devices><interface type='direct'><mac address='52:54:00:00:00:01'/>\
        <source dev='eth0'/></interface></devices></domain>
        """
    )
    let live = try DetachPlan(.index(1), live: direct, config: nil, isLenient: false)
    try live.refuseIfFatal(isEmbedded: false)
    let error = #expect(throws: HotPlugError.self) { try live.refuseIfFatal(isEmbedded: true) }
    #expect(error?.refusal == .detachFatal)
    let stored = try DetachPlan(.index(1), live: nil, config: direct, isLenient: false)
    try stored.refuseIfFatal(isEmbedded: true)
  }

  @Test func `looks in the configuration alone when that is all there is`() throws {
    let plan = try DetachPlan(.index(1), live: nil, config: Sample.config, isLenient: true)
    #expect(plan.live == nil)
    #expect(plan.config?.target == "tap0")
  }
}

@Suite struct DetachRequestTests {
  @Test func `names the interface and no more`() throws {
    let interfaces = try Sample.live.devices
    #expect(
      try interfaces.map { try DetachRequest($0).xml } == [
        """
        <interface type='bridge'>
          <mac address='52:54:00:00:00:01'/>
          <source bridge='br0'/>
          <address type='pci' domain='0x0000' bus='0x01' slot='0x00' function='0x0'/>
        </interface>
        """,
        """
        <interface type='network'>
          <mac address='52:54:00:00:00:02'/>
          <source network='default' portid='c4' bridge='virbr0'/>
          <alias name='ua-front'/>
          <address type='pci' domain='0x0000' bus='0x02' slot='0x00' function='0x0'/>
        </interface>
        """,
        """
        <interface type='ethernet'>
          <mac address='52:54:00:00:00:02'/>
          <address type='pci' domain='0x0000' bus='0x03' slot='0x00' function='0x0'/>
        </interface>
        """,
      ]
    )
  }

  @Test func `is never made without a MAC address`() throws {
    let element = XMLElement("interface", attributes: [.init(name: "type", value: "user")])
    let error = #expect(throws: HotPlugError.self) {
      try DetachRequest(AttachedInterface(element))
    }
    #expect(error?.refusal == .detachWithoutMAC)
  }
}

extension HotPlugError {
  /// The code of a refusal that did not come from libvirt.
  var refusal: Diagnostic.Code? {
    guard case .refused(let diagnostic) = self else { return nil }
    return diagnostic.code
  }
}
