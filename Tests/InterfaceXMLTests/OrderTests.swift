import InterfaceXML
import Testing

/// With everything set, the elements come in libvirt's own order.
struct OrderTests {
  /// Rules are not asked here: no interface can carry all of this.
  private static func everything(_ type: InterfaceType) throws -> Interface {
    var interface = try Sample.interface(type)
    interface.trustGuestRxFilters = true
    interface.vlan = try Sample.vlan()
    interface.virtualPort = try Sample.openVSwitch()
    interface.bandwidth = try Sample.bandwidth()
    interface.port = Port(isolated: true)
    interface.target = Target(dev: try DeviceName("tap0"))
    interface.model = .virtio
    interface.driver = try Sample.driver { $0.name = interface.type == .hostdev ? .vfio : .vhost }
    interface.backend = try Backend(tap: "/t")
    interface.filterReference = try FilterReference(filter: "f")
    interface.tune = Tune(sndbuf: 1)
    interface.teaming = .persistent
    interface.link = Link(state: .up)
    interface.mtu = try MTU(size: 1500)
    interface.coalesce = try Coalesce(rxFramesMax: 1)
    interface.boot = try Boot(order: 1)
    interface.alias = try Alias("ua-a")
    interface.rom = try ROM(bar: true)
    interface.acpi = try ACPI(index: 1)
    interface.address = try DeviceAddress(pci: Sample.pci())
    return interface
  }

  /// The names of the elements one level down.
  private static func children(_ xml: String) -> [String] {
    xml.split(separator: "\n").filter { $0.hasPrefix("  <") && !$0.hasPrefix("  </") }.map { line in
      String(line.dropFirst(3).prefix { $0 != " " && $0 != "/" && $0 != ">" })
    }
  }

  static let order = [
    "mac", "source", "vlan", "virtualport", "bandwidth", "port", "target", "model", "driver",
    "backend", "filterref", "tune", "teaming", "link", "mtu", "coalesce", "boot", "alias", "rom",
    "acpi", "address",
  ]

  @Test(arguments: Sample.translated)
  func `elements come in libvirt's order`(type: InterfaceType) throws {
    var order = Self.order
    if type == .ethernet { order.removeAll { $0 == "source" } }
    if type == .hostdev {
      order.removeAll { $0 == "driver" }
      order.insert("driver", at: 1)
    }
    #expect(try Self.children(Self.everything(type).xml()) == order)
  }

  @Test func `a host device's elements come in libvirt's order`() throws {
    var device = HostDevice(source: HostDeviceSource(address: try Sample.pci()))
    #expect(
      try device.xml() == """
        <hostdev mode='subsystem' type='pci' managed='yes'>
          <source>
            <address domain='0x0000' bus='0x0a' slot='0x00' function='0x1'/>
          </source>
        </hostdev>

        """
    )
    device.source.managed = false
    device.teaming = .transient(persistent: try Alias("ua-b"))
    device.boot = try Boot(order: 1)
    device.alias = try Alias("ua-a")
    device.rom = try ROM(bar: false)
    device.address = try DeviceAddress(pci: Sample.pci("0000:00:07.0"))
    let xml = try device.xml()
    #expect(xml.hasPrefix("<hostdev mode='subsystem' type='pci' managed='no'>\n"))
    #expect(Self.children(xml) == ["source", "teaming", "boot", "alias", "rom", "address"])
  }
}
