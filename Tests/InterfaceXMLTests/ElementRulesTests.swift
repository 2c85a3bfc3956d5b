import InterfaceXML
import Testing

/// Which type of interface can carry which element.
struct ElementRulesTests {
  /// An element, what sets it, and the types that can carry it as written out by hand: a letter
  /// each for ethernet, bridge, direct, hostdev, vhostuser, vdpa.
  struct Row: Sendable, CustomTestStringConvertible {
    let name: String
    let carriers: String
    let set: @Sendable (inout Interface) throws -> Void

    init(
      _ name: String,
      _ carriers: String,
      _ set: @escaping @Sendable (inout Interface) throws -> Void
    ) {
      self.name = name
      self.carriers = carriers
      self.set = set
    }

    var testDescription: String { name }
  }

  static let rows: [Row] = [
    Row("(nothing)", "EBDHVP") { _ in },
    Row("virtualport", "-B----") { $0.virtualPort = try Sample.openVSwitch() },
    Row("virtualport", "--D---") { $0.virtualPort = try Sample.qbg() },
    Row("virtualport", "--DH--") { $0.virtualPort = try Sample.qbh() },
    Row("vlan", "-BDH--") { $0.vlan = try Sample.vlan() },
    Row("bandwidth", "EBD---") { $0.bandwidth = try Sample.bandwidth() },
    Row("port", "-B----") { $0.port = Port(isolated: true) },
    Row("port", "-B----") { $0.port = Port(isolated: false) },
    Row("filterref", "EB----") { $0.filterReference = try FilterReference(filter: "f") },
    Row("target", "EBDHVP") { $0.target = Target(dev: try DeviceName("tap0")) },
    Row("target", "EBDHVP") { $0.target = Target(dev: try DeviceName("tap0"), managed: true) },
    Row("target", "E-----") { $0.target = Target(dev: try DeviceName("tap0"), managed: false) },
    Row("mtu", "EB----") { $0.mtu = try MTU(size: 1500) },
    Row("coalesce", "-B----") { $0.coalesce = try Coalesce(rxFramesMax: 7) },
    Row("teaming", "EBD-VP") { $0.teaming = .persistent },
    Row("teaming", "---H--") { $0.teaming = .transient(persistent: try Alias("ua-a")) },
    Row("backend", "EB----") { $0.backend = try Backend(tap: "/dev/net/tun") },
    Row("backend", "EBD---") { $0.backend = try Backend(vhost: "/dev/vhost-net") },
    Row("driver", "EBD-VP") { $0.driver = try Sample.driver { $0.queues = try QueueCount(4) } },
    Row("driver", "EBD-VP") { $0.driver = try Sample.driver { $0.name = .vhost } },
    Row("driver", "EBD-VP") { $0.driver = try Sample.driver { $0.name = .qemu } },
    Row("driver", "EBD-VP") { $0.driver = try Sample.driver { $0.iommu = true } },
    Row("driver", "EBD-VP") { $0.driver = try Sample.driver { $0.packed = false } },
    Row("driver", "---H--") { $0.driver = try Sample.driver { $0.name = .vfio } },
    Row("driver", "EBD-VP") {
      $0.driver = try Sample.driver { $0.rxQueueSize = try QueueSize(1024) }
    },
    Row("driver", "EBD-VP") {
      $0.driver = try Sample.driver { $0.txQueueSize = try QueueSize(256) }
    },
    Row("driver", "----VP") {
      $0.driver = try Sample.driver { $0.txQueueSize = try QueueSize(512) }
    },
    Row("link", "EBD-VP") { $0.link = Link(state: .down) },
    Row("tune", "EBD---") { $0.tune = Tune(sndbuf: 0) },
    Row("model", "EBD-VP") { $0.model = .virtio },
    Row("model", "EBD-V-") { $0.model = try Model("virtio-non-transitional") },
    Row("model", "EBD---") { $0.model = try Model("e1000e") },
    Row("trustGuestRxFilters", "EBD---") { $0.trustGuestRxFilters = true },
    Row("trustGuestRxFilters", "EBDHVP") { $0.trustGuestRxFilters = false },
    Row("boot", "EBDHVP") { $0.boot = try Boot(order: 1) },
    Row("alias", "EBDHVP") { $0.alias = try Alias("ua-a") },
    Row("rom", "EBDHVP") { $0.rom = try ROM(bar: true) },
    Row("acpi", "EBDHVP") { $0.acpi = try ACPI(index: 1) },
    Row("address", "EBDHVP") { $0.address = try DeviceAddress(pci: Sample.pci()) },
    Row("mac", "------") { $0.mac = MAC(MACAddress(bits: 0x0100_0000_0000)) },
  ]

  @Test(arguments: rows)
  func `carries what libvirt takes and gives an effect, and no more`(row: Row) throws {
    for (type, letter) in zip(Sample.translated, row.carriers) {
      var interface = try Sample.interface(type)
      try row.set(&interface)
      guard letter == "-" else {
        #expect(throws: Never.self, "\(type.rawValue)") { try interface.check() }
        continue
      }
      let error = #expect(throws: Diagnostic.self, "\(type.rawValue)") { try interface.check() }
      #expect(error?.path.components.first == row.name, "\(type.rawValue)")
      #expect(error?.details.bound != nil, "\(type.rawValue)")
    }
  }

  @Test func `a macvtap device that is shared carries no vlan`() throws {
    for mode in DirectSource.Mode.allCases {
      var interface = try Sample.interface(.direct)
      interface.source = .direct(DirectSource(dev: try DeviceName("eth0"), mode: mode))
      interface.vlan = try Sample.vlan()
      if mode == .passthrough {
        #expect(throws: Never.self) { try interface.check() }
      } else {
        let error = #expect(throws: Diagnostic.self) { try interface.check() }
        #expect(error?.code.rawValue == "vlan.mode")
      }
    }
  }

  @Test(arguments: ["e1000e", "rtl8139", "none"])
  func `what only virtio has needs a virtio model`(model: String) throws {
    let rows: [(String, (inout Interface) throws -> Void)] = [
      ("driver.model", { $0.driver = try Sample.driver { $0.queues = try QueueCount(2) } }),
      ("driver.model", { $0.driver = try Sample.driver { $0.name = .qemu } }),
      ("driver.model", { $0.driver = try Sample.driver { $0.host = HostOffloads() } }),
      ("driver.model", { $0.teaming = .persistent }),
      ("driver.model", { $0.backend = try Backend(vhost: "/dev/vhost-net") }),
      ("trust.model", { $0.trustGuestRxFilters = true }),
    ]
    for (code, set) in rows {
      var interface = try Sample.interface(.bridge)
      interface.model = model == "none" ? nil : try Model(model)
      try set(&interface)
      let error = #expect(throws: Diagnostic.self) { try interface.check() }
      #expect(error?.code.rawValue == code)
      for name in ["virtio", "virtio-transitional", "virtio-non-transitional"] {
        interface.model = try Model(name)
        #expect(throws: Never.self, "\(name)") { try interface.check() }
      }
    }
  }

  @Test func `a switch's port is neither isolated nor filtered by libvirt`() throws {
    var interface = try Sample.interface(.bridge)
    interface.virtualPort = try Sample.openVSwitch()
    interface.port = Port(isolated: false)
    #expect(throws: Never.self) { try interface.check() }
    interface.port = Port(isolated: true)
    var error = #expect(throws: Diagnostic.self) { try interface.check() }
    #expect(error?.code.rawValue == "port.virtualport")
    interface.port = nil
    interface.filterReference = try FilterReference(filter: "clean-traffic")
    error = #expect(throws: Diagnostic.self) { try interface.check() }
    #expect(error?.code.rawValue == "filterref.virtualport")
  }

  @Test func `only a vhost-user client connects again`() throws {
    for mode in VHostUserSource.Mode.allCases {
      for reconnect in [try VHostUserSource.Reconnect(timeout: 1), .off] {
        let source = try VHostUserSource(path: "/s", mode: mode, reconnect: reconnect)
        let interface = Interface(source: .vhostuser(source))
        if mode == .client {
          #expect(throws: Never.self) { try interface.check() }
        } else {
          let error = #expect(throws: Diagnostic.self) { try interface.check() }
          #expect(error?.code.rawValue == "vhostuser.reconnect")
          #expect(error?.path.description == "/source/reconnect")
        }
      }
    }
  }
}
