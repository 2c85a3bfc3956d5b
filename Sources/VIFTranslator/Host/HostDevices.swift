public import Addresses
public import Diagnostics

/// Where the translation asks what stands behind a PCI address of the host.
public protocol HostDevices: Sendable {
  /// The name of the network device of a PCI function, as `enp10s0f0v1`; nil when it has none.
  ///
  /// - Throws: When it cannot be told, or there is more than one.
  func netdev(at address: PCIAddress) throws(Diagnostic) -> String?

  /// The path of the vDPA device of a PCI function, as `/dev/vhost-vdpa-0`; nil when it has none.
  ///
  /// - Throws: When it cannot be told, or there is more than one.
  func vdpaDevice(at address: PCIAddress) throws(Diagnostic) -> String?
}

/// A table of devices, where an address that is not in it is asked of somebody else.
public struct HostDeviceTable: HostDevices {
  /// Names of network devices by PCI address.
  public var netdevs: [PCIAddress: String]
  /// Paths of vDPA devices by PCI address.
  public var vdpaDevices: [PCIAddress: String]
  /// Who is asked for what is not in the table.
  public var others: (any HostDevices)?

  /// Makes a table.
  public init(
    netdevs: [PCIAddress: String] = [:],
    vdpaDevices: [PCIAddress: String] = [:],
    others: (any HostDevices)? = nil
  ) {
    self.netdevs = netdevs
    self.vdpaDevices = vdpaDevices
    self.others = others
  }

  /// Looks into the table, then asks the others.
  public func netdev(at address: PCIAddress) throws(Diagnostic) -> String? {
    if let name = netdevs[address] { return name }
    return try others?.netdev(at: address)
  }

  /// Looks into the table, then asks the others.
  public func vdpaDevice(at address: PCIAddress) throws(Diagnostic) -> String? {
    if let path = vdpaDevices[address] { return path }
    return try others?.vdpaDevice(at: address)
  }
}
