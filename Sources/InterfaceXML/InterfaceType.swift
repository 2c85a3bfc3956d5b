/// How an interface is connected on the host: the `type` of libvirt's `<interface>`.
public enum InterfaceType: String, CaseIterable, Sendable {
  /// A virtual network of libvirt's, which decides on the rest.
  case network
  /// A port of a Linux bridge, or with a virtualport of an Open vSwitch bridge.
  case bridge
  /// A TAP device that is on no bridge of libvirt's.
  case ethernet
  /// A connection without a device on the host.
  case user
  /// A macvtap device.
  case direct
  /// A device of the host's that libvirt knows to be a network device.
  case hostdev
  /// A vhost-user socket.
  case vhostuser
  /// A vDPA device.
  case vdpa
  /// A UDP multicast group.
  case mcast
  /// The listening end of a TCP connection.
  case server
  /// The calling end of a TCP connection.
  case client
  /// A UDP tunnel.
  case udp
  /// A network inside VirtualBox.
  case `internal`
  /// No connection (VMware).
  case null
  /// A port of VMware's distributed switch.
  case vds
}
