public import InterfaceXML

/// What the virtual machine's side wants of a NIC.
///
/// Everything is optional.
///
/// In JSON the names are those of libvirt's elements and attributes. A setting that the resulting
/// type of interface cannot carry is an error: nothing is dropped.
public struct GuestSettings: Hashable, Sendable {
  /// Which device the guest sees.
  public enum ModelChoice: Hashable, Sendable {
    /// virtio, wherever the interface has a model at all.
    case standard
    /// None is written, so the hypervisor chooses; JSON `null`.
    case hypervisor
    /// This one.
    case named(Model)
  }

  /// Which MTU the guest is told.
  public enum MTUChoice: Hashable, Sendable {
    /// The network's.
    case network
    /// None, whatever the network's is; JSON `0`.
    case none
    /// This one.
    case size(MTU)
  }

  /// Which device the guest sees.
  public var model = ModelChoice.standard
  /// How the device is served.
  public var driver: Driver?
  /// Which MTU the guest is told.
  public var mtu = MTUChoice.network
  /// Limits of the traffic.
  @Boxed public var bandwidth: Bandwidth?
  /// VLAN tags that the host adds and takes away; goes before the network's.
  @Boxed public var vlan: VLAN?
  /// The filter of the traffic.
  @Boxed public var filterReference: FilterReference?
  /// State of the link.
  public var link: Link?
  /// Place in the order of boot devices.
  @Boxed public var boot: Boot?
  /// The name by which the device is found again.
  @Boxed public var alias: Alias?
  /// Address on the guest's PCI bus.
  @Boxed public var address: DeviceAddress?
  /// Index that names the device in the guest.
  @Boxed public var acpi: ACPI?
  /// The option ROM that the guest sees.
  @Boxed public var rom: ROM?
  /// Interrupt coalescing of the TAP device.
  @Boxed public var coalesce: Coalesce?
  /// The interface's part in a failover pair.
  @Boxed public var teaming: Teaming?
  /// Settings of the bridge port.
  public var port: Port?
  /// Send buffer of the TAP device.
  @Boxed public var tune: Tune?
  /// Which host files serve the device.
  @Boxed public var backend: Backend?
  /// Whether the host follows the guest's changes of its receive filters.
  public var trustGuestRxFilters: Bool?
  /// Whether a vhost-user client connects again.
  @Boxed public var reconnect: VHostUserSource.Reconnect?
  /// Whether libvirt takes a host device from its driver and gives it back; true when unset.
  public var managed: Bool?
  /// Whether a host device is given to the guest through its vDPA device.
  public var vdpa: Bool?
  /// Whether libvirt makes and removes the TAP of an ethernet interface.
  public var tapManaged: Bool?

  /// Settings of which none is set.
  public init() {}

  /// The names of the settings in JSON.
  enum Key: String, CaseIterable {
    case model, driver, mtu, bandwidth, vlan, filterref, link, boot, alias, address, acpi, rom
    case coalesce, teaming, port, tune, backend, trustGuestRxFilters, reconnect, managed, vdpa
    case tapManaged
  }
}
