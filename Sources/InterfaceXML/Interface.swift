public import Addresses
public import Diagnostics

/// A network interface of a guest: libvirt's `<interface>` element.
///
/// The source decides the type. The other elements are the same for each type; which of them a
/// type can carry is checked by ``check()``.
public struct Interface: Hashable, Sendable {
  /// What the interface is connected to on the host.
  public var source: Source
  /// The MAC address in the guest; libvirt makes one when there is none.
  public var mac: MACAddress?
  /// Whether the host follows the guest's changes of its receive filters.
  public var trustGuestRxFilters: Bool?
  /// VLAN tags that the host adds and takes away.
  public var vlan: VLAN?
  /// What the port is to the switch.
  public var virtualPort: VirtualPort?
  /// Limits of the traffic.
  public var bandwidth: Bandwidth?
  /// Settings of the bridge port.
  public var port: Port?
  /// The device on the host's side.
  public var target: Target?
  /// The device that the guest sees.
  public var model: Model?
  /// How the device is served.
  public var driver: Driver?
  /// Which host files serve the device.
  public var backend: Backend?
  /// The filter of the traffic.
  public var filterReference: FilterReference?
  /// Send buffer of the TAP device.
  public var tune: Tune?
  /// The interface's part in a failover pair.
  public var teaming: Teaming?
  /// State of the link.
  public var link: Link?
  /// Largest packet.
  public var mtu: MTU?
  /// Interrupt coalescing of the TAP device.
  public var coalesce: Coalesce?
  /// Place in the order of boot devices.
  public var boot: Boot?
  /// The name that users give the device.
  public var alias: Alias?
  /// The option ROM that the guest sees.
  public var rom: ROM?
  /// Index that names the device in the guest.
  public var acpi: ACPI?
  /// Address on the guest's PCI bus.
  public var address: DeviceAddress?

  /// An interface without anything but a source.
  public init(source: Source) { self.source = source }

  /// How the interface is connected.
  public var type: InterfaceType { source.type }
}

extension Interface {
  /// Writes the element as `virsh dumpxml` would print it, without indentation, with a line end.
  ///
  /// - Throws: `xml.character` for a text that XML cannot hold. Rules are not checked: see
  ///   ``check()``.
  public func xml() throws(Diagnostic) -> String {
    var writer = try XMLWriter()
    try writer.element("interface") { writer throws(Diagnostic) in
      try writer.attribute("type", type)
      if case .hostdev(let source) = source, source.managed {
        try writer.attribute("managed", yesNo: true)
      }
      try writer.attribute("trustGuestRxFilters", yesNo: trustGuestRxFilters)
      try writeElements(to: &writer)
    }
    return try writer.finish()
  }

  /// The order is that of libvirt's `virDomainNetDefFormat`.
  private func writeElements(to writer: inout XMLWriter) throws(Diagnostic) {
    if let mac {
      try writer.element("mac") { writer throws(Diagnostic) in
        try writer.attribute("address", "\(mac)")
      }
    }
    if type == .hostdev { try driver?.write(to: &writer) }
    try source.write(to: &writer)
    try vlan?.write(to: &writer)
    try virtualPort?.write(to: &writer)
    try bandwidth?.write(to: &writer)
    try port?.write(to: &writer)
    try target?.write(to: &writer)
    try model?.write(to: &writer)
    if type != .hostdev { try driver?.write(to: &writer) }
    try backend?.write(to: &writer)
    try filterReference?.write(to: &writer)
    try tune?.write(to: &writer)
    try teaming?.write(to: &writer)
    try link?.write(to: &writer)
    try mtu?.write(to: &writer)
    try coalesce?.write(to: &writer)
    try boot?.write(to: &writer)
    try alias?.write(to: &writer)
    try rom?.write(to: &writer)
    try acpi?.write(to: &writer)
    try address?.write(to: &writer)
  }
}
