/// How an interface is connected on the host: the `type` of libvirt's `<interface>`.
public enum InterfaceType: String, CaseIterable, Sendable {
  /// A TAP device that is on no bridge of libvirt's.
  case ethernet
  /// A port of a Linux bridge, or with a virtualport of an Open vSwitch bridge.
  case bridge
  /// A macvtap device.
  case direct
  /// A PCI function that libvirt knows to be a network device.
  case hostdev
  /// A vhost-user socket.
  case vhostuser
  /// A vDPA device.
  case vdpa
}
