import Testing
import ToolRun
import VIFTranslator

/// What stands behind a PCI address: by a table, and by a sysfs in a folder.
struct HostDevicesTests {
  static let folder = "bus/pci/devices/\(Sample.pci)"

  private static func address() throws -> PCIAddress { try PCIAddress(Sample.pci) }

  @Test func `a table goes before the others, for each kind alone`() throws {
    let address = try Self.address()
    let other = try PCIAddress("0000:0b:00.0")
    let others = HostDeviceTable(
      netdevs: [address: "eth0", other: "eth1"],
      vdpaDevices: [address: "/dev/vhost-vdpa-0"]
    )
    let table = HostDeviceTable(netdevs: [address: "eth9"], others: others)
    #expect(try table.netdev(at: address) == "eth9")
    #expect(try table.netdev(at: other) == "eth1")
    #expect(try table.vdpaDevice(at: address) == "/dev/vhost-vdpa-0")
    #expect(try table.vdpaDevice(at: other) == nil)
    #expect(try HostDeviceTable().netdev(at: address) == nil)
  }

  @Test func `sysfs names the network device of a function`() throws {
    let root = try TemporaryFolder()
    let host = SysfsHostDevices(root: root.path)
    #expect(try host.netdev(at: Self.address()) == nil)
    try root.makeFolder("\(Self.folder)/net")
    #expect(try host.netdev(at: Self.address()) == nil)
    try root.makeFolder("\(Self.folder)/net/enp10s0f0v1")
    #expect(try host.netdev(at: Self.address()) == "enp10s0f0v1")
    try root.makeFolder("\(Self.folder)/net/eth1")
    let error = #expect(throws: Diagnostic.self) { try host.netdev(at: Self.address()) }
    #expect(error?.code.rawValue == "host.ambiguous")
    #expect(error?.problem.hasSuffix("enp10s0f0v1, eth1") == true)
  }

  @Test(arguments: ["vdpa0", "mlx5_core.sf.4/vdpa1"])
  func `sysfs names the vDPA device of a function or of an auxiliary device below`(
    way: String
  ) throws {
    let root = try TemporaryFolder()
    let host = SysfsHostDevices(root: root.path)
    #expect(try host.vdpaDevice(at: Self.address()) == nil)
    try root.makeFolder("\(Self.folder)/\(way)")
    try root.write("", to: "\(Self.folder)/vendor")
    #expect(try host.vdpaDevice(at: Self.address()) == nil)
    try root.makeFolder("\(Self.folder)/\(way)/vhost-vdpa-3")
    try root.makeFolder("\(Self.folder)/\(way)/power")
    #expect(try host.vdpaDevice(at: Self.address()) == "/dev/vhost-vdpa-3")
    try root.makeFolder("\(Self.folder)/vdpa9/vhost-vdpa-9")
    let error = #expect(throws: Diagnostic.self) { try host.vdpaDevice(at: Self.address()) }
    #expect(error?.code.rawValue == "host.ambiguous")
  }

  @Test func `a physical function's vDPA device is not its virtual functions'`() throws {
    let root = try TemporaryFolder()
    let host = SysfsHostDevices(root: root.path)
    let virtual = "bus/pci/devices/0000:0a:02.0"
    try root.makeFolder("\(Self.folder)/vdpa0/vhost-vdpa-0")
    try root.makeFolder("\(virtual)/net/eth1")
    try root.link("\(virtual)/physfn", to: "../0000:0a:00.1")
    try root.link("\(Self.folder)/virtfn0", to: "../0000:0a:02.0")
    #expect(try host.vdpaDevice(at: PCIAddress("0000:0a:02.0")) == nil)
    try root.makeFolder("\(virtual)/vdpa1/vhost-vdpa-1")
    #expect(try host.vdpaDevice(at: PCIAddress("0000:0a:02.0")) == "/dev/vhost-vdpa-1")
    #expect(try host.vdpaDevice(at: Self.address()) == "/dev/vhost-vdpa-0")
  }

  @Test func `a function's folder may itself be a link, as in sysfs`() throws {
    let root = try TemporaryFolder()
    try root.makeFolder("devices/pci0/\(Sample.pci)/vdpa0/vhost-vdpa-0")
    try root.makeFolder("devices/pci0/\(Sample.pci)/net/eth0")
    try root.makeFolder("bus/pci/devices")
    try root.link(Self.folder, to: "../../../devices/pci0/\(Sample.pci)")
    let host = SysfsHostDevices(root: root.path)
    #expect(try host.netdev(at: Self.address()) == "eth0")
    #expect(try host.vdpaDevice(at: Self.address()) == "/dev/vhost-vdpa-0")
  }
}
