/// A network interface of a guest: libvirt's `<interface>` element.
///
/// The source decides the type. The other elements are the same for each type; which of them a
/// type can carry is checked by ``check()``. Two interfaces are equal when they mean the same: in
/// what case an address was written, or in what base a number, does not count.
public struct Interface: Hashable, Sendable {
  /// What the interface is connected to on the host.
  public var source: Source
  /// The MAC address in the guest; libvirt makes one when there is none.
  public var mac: MAC?
  /// Whether the host follows the guest's changes of its receive filters.
  public var trustGuestRxFilters: Bool?
  /// VLAN tags that the host adds and takes away.
  @Boxed public var vlan: VLAN?
  /// What the port is to the switch.
  public var virtualPort: VirtualPort?
  /// Limits of the traffic.
  @Boxed public var bandwidth: Bandwidth?
  /// Settings of the bridge port.
  public var port: Port?
  /// Addresses of the guest.
  public var addresses: [IP] = []
  /// Routes of the guest.
  public var routes: [Route] = []
  /// Ports of the host that lead to the guest.
  public var portForwards: [PortForward] = []
  /// What sets up the device on the host.
  @Boxed public var script: Script?
  /// What takes down the device on the host.
  @Boxed public var downscript: Script?
  /// The domain that drives the interface (Xen).
  @Boxed public var backendDomain: BackendDomain?
  /// The device on the host's side.
  public var target: Target?
  /// The device's name inside a container.
  @Boxed public var guest: GuestDevice?
  /// The device that the guest sees.
  public var model: Model?
  /// How the device is served.
  public var driver: Driver?
  /// What serves the device on the host.
  @Boxed public var backend: Backend?
  /// The filter of the traffic.
  @Boxed public var filterReference: FilterReference?
  /// Send buffer of the TAP device.
  @Boxed public var tune: Tune?
  /// The interface's part in a failover pair.
  @Boxed public var teaming: Teaming?
  /// State of the link.
  public var link: Link?
  /// Largest packet.
  public var mtu: MTU?
  /// Interrupt coalescing of the TAP device.
  @Boxed public var coalesce: Coalesce?
  /// Place in the order of boot devices.
  @Boxed public var boot: Boot?
  /// The name that users give the device.
  @Boxed public var alias: Alias?
  /// The option ROM that the guest sees.
  @Boxed public var rom: ROM?
  /// What ACPI tells the guest of the device.
  @Boxed public var acpi: ACPI?
  /// Address on a bus of the guest.
  @Boxed public var address: DeviceAddress?
  /// What a document had besides, which no field holds: it is written back where it was.
  public var leftovers: [Leftover] = []

  /// How the interface is connected.
  public var type: InterfaceType { source.type }
}

extension Interface {
  /// An interface without anything but a connection.
  public init(
    source: Source,
    target: Target? = nil,
    virtualPort: VirtualPort? = nil,
    vlan: VLAN? = nil
  ) {
    // The memberwise initializer fills what was asked for; one that assigns would copy all of it.
    self.init(
      source: source,
      mac: nil,
      vlan: Boxed(wrappedValue: vlan),
      virtualPort: virtualPort,
      target: target
    )
  }
}
