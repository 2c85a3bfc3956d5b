public import Diagnostics

// Faults that libvirt reports: what each means is told in the table beside this.

extension Diagnostic.Code {
  /// libvirt reports something that is not in the table of known faults.
  public static let libvirtOther = Self(rawValue: "libvirt.other")
  /// libvirt's client library cannot be loaded.
  public static let libvirtNotLoaded = Self(rawValue: "libvirt.not-loaded")
  /// The bridge is not there.
  public static let hostBridgeMissing = Self(rawValue: "host.bridge-missing")
  /// The bridge is none of Linux.
  public static let hostNotALinuxBridge = Self(rawValue: "host.not-a-linux-bridge")
  /// The host's network device is not there.
  public static let hostDeviceMissing = Self(rawValue: "host.device-missing")
  /// Another device upon the lower device has the MAC address.
  public static let hostMACInUse = Self(rawValue: "host.mac-in-use")
  /// The name of the device is longer than the kernel takes.
  public static let hostDeviceNameTooLong = Self(rawValue: "host.device-name-too-long")
  /// The vDPA device cannot be opened.
  public static let hostVDPAUnopened = Self(rawValue: "host.vdpa-unopened")
  /// Open vSwitch did not take the port.
  public static let hostOVSPort = Self(rawValue: "host.ovs-port")
  /// The TAP device that was to be there is not.
  public static let hostTAPMissing = Self(rawValue: "host.tap-missing")
  /// The device that was to be made is there already.
  public static let hostDeviceExists = Self(rawValue: "host.device-exists")
  /// Nobody listens at the vhost-user socket.
  public static let hostVhostUserSocket = Self(rawValue: "host.vhostuser-socket")
  /// The network filter is not defined.
  public static let hostFilterMissing = Self(rawValue: "host.filter-missing")
  /// There is no such libvirt network.
  public static let hostNetworkMissing = Self(rawValue: "host.network-missing")
  /// The host cannot hand PCI devices through.
  public static let hostNoPassthrough = Self(rawValue: "host.no-passthrough")
  /// The port profile could not be associated.
  public static let hostPortProfile = Self(rawValue: "host.port-profile")
  /// The switch did not answer the association.
  public static let hostPortProfileUnanswered = Self(rawValue: "host.port-profile-unanswered")
  /// The kernel cannot shape traffic so.
  public static let hostNoTrafficShaping = Self(rawValue: "host.no-traffic-shaping")
  /// The host has no vhost-net.
  public static let hostNoVhostNet = Self(rawValue: "host.no-vhost-net")
  /// The guest has no free port for the device.
  public static let guestNoPCISlot = Self(rawValue: "guest.no-pci-slot")
  /// The port takes no device while the guest runs.
  public static let guestNoHotplugPort = Self(rawValue: "guest.no-hotplug-port")
  /// The guest has a NIC that libvirt does not know of.
  public static let guestLeftover = Self(rawValue: "guest.leftover")
  /// The guest is busy with the port.
  public static let guestBusy = Self(rawValue: "guest.busy")
  /// The guest has been asked for the device already.
  public static let guestUnplugUnderWay = Self(rawValue: "guest.unplug-under-way")
  /// The guest ended meanwhile.
  public static let guestEnded = Self(rawValue: "guest.ended")
  /// Another change of the domain has not ended.
  public static let guestLocked = Self(rawValue: "guest.locked")
  /// No daemon listens there.
  public static let connectionNoDaemon = Self(rawValue: "connection.no-daemon")
  /// ssh's daemon takes none of the keys that it was offered.
  public static let connectionSSHKey = Self(rawValue: "connection.ssh-key")
  /// The remote host's own key is not known, or is another than before.
  public static let connectionHostKey = Self(rawValue: "connection.host-key")
  /// The way to the remote host failed.
  public static let connectionTransport = Self(rawValue: "connection.transport")
  /// The credentials were not taken, or there were none.
  public static let connectionAuthentication = Self(rawValue: "connection.authentication")
  /// The connection is for reading only.
  public static let connectionReadOnly = Self(rawValue: "connection.read-only")
  /// Access was denied.
  public static let connectionDenied = Self(rawValue: "connection.denied")
  /// The connection takes no VLAN tag.
  public static let requestVLAN = Self(rawValue: "request.vlan")
  /// libvirt or QEMU cannot carry it out.
  public static let requestUnsupported = Self(rawValue: "request.unsupported")
  /// The hypervisor's driver has no such function.
  public static let requestNoSupport = Self(rawValue: "request.no-support")
  /// The element breaks a rule of libvirt's.
  public static let requestXML = Self(rawValue: "request.xml")
  /// An argument is not allowed.
  public static let requestArgument = Self(rawValue: "request.argument")
}
