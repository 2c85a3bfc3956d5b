/// What libvirt does otherwise than its oldest known version: the table of versions.
///
/// A change has the first version that was seen to behave so, between which and the one before it
/// lies up to two years.
enum LibvirtChange: CaseIterable {
  // What newer versions take or read besides.

  /// `<backend type='passt'>`: Debian takes it out of 9.0.0.
  case passtBackend
  /// `<backend type='default'>`.
  case defaultBackend
  /// A vhost-user interface without type, path or mode.
  case vhostUserDefaults
  /// A vds port without portid, portgroupid or connectionid.
  case vdsDefaults
  /// The `model` of a host device's driver.
  case hostDriverModel
  /// The `iommufd` of a host device's driver.
  case hostDriverIOMMUFD
  /// The `hostname` and `fqdn` of a backend.
  case backendHostName
  /// The `nodeset` of `<acpi>`.
  case acpiNodeset
  /// The model `igb` is known, and so written in lower case.
  case igbModel
  /// Only the first `<inbound>` and `<outbound>` count, and another one is no fault.
  case repeatedBandwidth
  /// The first of several `<zpci>` counts, not the last.
  case firstZPCI
  /// A route without an address.
  case routeDefault
  /// A USB host device by its port.
  case usbPort
  /// A vhost-user interface that is no virtio device, and a server that reconnects, pass the
  /// parser; the driver refuses them.
  case vhostUserCheckedByDriver

  // What newer versions refuse or change.

  /// Bandwidths beyond what `tc` can hold are refused.
  case bandwidthBounds
  /// A MAC address of zeros is replaced.
  case zeroMACReplaced
  /// `<portForward>` is refused without the passt backend.
  case portForwardNeedsPasst
  /// The numbers of 802.1Qbg are decimal.
  case decimalPortNumbers
  /// A vlan is refused where nobody can tag.
  case vlanChecked
  /// A midonet port refuses the parameters of others.
  case midonetChecked
  /// The `display` and `ramfb` of a PCI device are looked at, and then not kept.
  case hostDeviceDisplayChecked
  /// The address of a socket is escaped when it is printed.
  case socketAddressEscaped

  /// The first version that was seen to behave so.
  var since: LibvirtVersion {
    switch self {
    case .igbModel: LibvirtVersion(9, 3, 0)
    case .hostDriverModel: LibvirtVersion(10, 0, 0)
    case .defaultBackend: LibvirtVersion(10, 6, 0)
    case .passtBackend: LibvirtVersion(9, 1, 0)
    case .vhostUserDefaults, .vhostUserCheckedByDriver, .portForwardNeedsPasst:
      LibvirtVersion(11, 1, 0)
    case .vdsDefaults, .firstZPCI, .repeatedBandwidth, .bandwidthBounds, .zeroMACReplaced,
      .socketAddressEscaped, .hostDeviceDisplayChecked:
      LibvirtVersion(11, 0, 0)
    case .backendHostName, .acpiNodeset: LibvirtVersion(11, 8, 0)
    case .hostDriverIOMMUFD: LibvirtVersion(12, 1, 0)
    case .routeDefault: LibvirtVersion(12, 2, 0)
    case .usbPort, .decimalPortNumbers, .vlanChecked, .midonetChecked: LibvirtVersion(12, 0, 0)
    }
  }
}
