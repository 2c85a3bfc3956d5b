/// How a port is bound on its host: Neutron's `binding:vif_type`, `type` in `network_info`.
public enum VIFType: String, CaseIterable, Sendable {
  /// Open vSwitch, and OVN.
  case ovs
  /// Open vSwitch with Netronome's offload.
  case agilioOVS = "agilio_ovs"
  /// A vhost-user socket.
  case vhostuser
  /// Indigo Virtual Switch.
  case ivs
  /// Contrail's vRouter.
  case vrouter
  /// A Linux bridge; nova before 34 only.
  case bridge
  /// VMware's distributed switch, which libvirt does not serve.
  case dvs
  /// IO Visor.
  case iovisor
  /// IEEE 802.1Qbg.
  case ieee8021Qbg = "802.1qbg"
  /// IEEE 802.1Qbh.
  case ieee8021Qbh = "802.1qbh"
  /// A virtual function of SR-IOV, on the embedded bridge of its device.
  case hwVEB = "hw_veb"
  /// A whole PCI function.
  case hostdevPhysical = "hostdev_physical"
  /// A virtual function of InfiniBand.
  case ibHostdev = "ib_hostdev"
  /// MidoNet.
  case midonet
  /// A TAP device.
  case tap
  /// A macvtap device.
  case macvtap
  /// Neutron could not bind the port.
  case bindingFailed = "binding_failed"
  /// Nobody has bound the port yet.
  case unbound
}
