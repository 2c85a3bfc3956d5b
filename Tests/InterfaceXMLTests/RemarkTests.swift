import InterfaceXML
import Testing

/// What is allowed, but does what its giver may not expect.
struct RemarkTests {
  private static func remarks(
    _ type: InterfaceType,
    _ set: (inout Interface) throws -> Void
  ) throws -> [String] {
    var interface = try Sample.interface(type)
    try set(&interface)
    return try interface.check().map { "\($0.path) \($0.code)" }
  }

  @Test func `nothing is said of an ordinary interface`() throws {
    for type in Sample.translated {
      #expect(try Self.remarks(type) { $0.target = Target(dev: try DeviceName("tap0")) } == [])
    }
  }

  @Test(arguments: ["vnet0", "vnetfoo", "macvtap1", "macvlan"])
  func `a target name that libvirt drops`(name: String) throws {
    let remarks = try Self.remarks(.direct) { $0.target = Target(dev: try DeviceName(name)) }
    #expect(remarks == ["/target/dev target.generated"])
    // A device that stays keeps its name.
    let unmanaged = try Self.remarks(.ethernet) { interface in
      interface.target = Target(dev: try DeviceName(name), managed: false)
    }
    #expect(unmanaged == [])
  }

  @Test(arguments: ["VNET0", "xvnet0", "vne0", "tap0", "macv0"])
  func `other target names are kept`(name: String) throws {
    #expect(try Self.remarks(.bridge) { $0.target = Target(dev: try DeviceName(name)) } == [])
  }

  @Test func `a macvtap mode that the port's standard does not have`() throws {
    for mode in DirectSource.Mode.allCases {
      let source = Source.direct(DirectSource(dev: try DeviceName("eth0"), mode: mode))
      let qbg = try Self.remarks(.direct) { interface in
        interface.source = source
        interface.virtualPort = try Sample.qbg()
      }
      #expect(qbg == (mode == .vepa ? [] : ["/virtualport/mode virtualport.mode"]))
      let qbh = try Self.remarks(.direct) { interface in
        interface.source = source
        interface.virtualPort = try Sample.qbh()
      }
      #expect(qbh == (mode == .passthrough ? [] : ["/virtualport/mode virtualport.mode"]))
    }
  }

  @Test func `802_1Qbg's reserved manager, and a missing instance`() throws {
    let remarks = try Self.remarks(.direct) { interface in
      interface.source = .direct(DirectSource(dev: try DeviceName("eth0"), mode: .vepa))
      interface.virtualPort = try Sample.qbg(managerID: 0, instanceID: nil)
    }
    #expect(
      remarks == [
        "/virtualport/manager_id qbg.manager-reserved",
        "/virtualport/instance_id qbg.instance-generated",
      ]
    )
  }

  @Test(arguments: [InterfaceType.vhostuser, .vdpa])
  func `a driver name where the device is served from outside`(type: InterfaceType) throws {
    let remarks = try Self.remarks(type) { $0.driver = try Sample.driver { $0.name = .vhost } }
    #expect(remarks == ["/driver/name driver.name-ignored"])
  }

  @Test func `more queues than the kernel gives a TAP device`() throws {
    for type in [InterfaceType.ethernet, .bridge, .direct, .vhostuser, .vdpa] {
      for count in [Int64(256), 257] {
        let remarks = try Self.remarks(type) { interface in
          interface.driver = try Sample.driver { $0.queues = try QueueCount(count) }
        }
        let isTAP = type == .ethernet || type == .bridge || type == .direct
        #expect(remarks == (isTAP && count > 256 ? ["/driver/queues driver.queues"] : []))
      }
    }
  }

  @Test func `a vlan on a Linux bridge, which only newer versions of libvirt set up`() throws {
    #expect(
      try Self.remarks(.bridge) { $0.vlan = try Sample.vlan() } == ["/vlan vlan.linux-bridge"]
    )
    let openVSwitch = try Self.remarks(.bridge) { interface in
      interface.vlan = try Sample.vlan()
      interface.virtualPort = try Sample.openVSwitch()
    }
    #expect(openVSwitch == [])
  }
}
