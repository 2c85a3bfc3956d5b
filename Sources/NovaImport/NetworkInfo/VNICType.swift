/// What the port's owner asked for: Neutron's `binding:vnic_type`, `vnic_type` in `network_info`.
public enum VNICType: String, CaseIterable, Sendable {
  /// A NIC that is emulated, or virtio's.
  case normal
  /// A virtual function, handed to the guest.
  case direct
  /// A virtual function with macvtap on it.
  case macvtap
  /// A whole physical function, handed to the guest.
  case directPhysical = "direct-physical"
  /// A NIC of a machine of its own.
  case baremetal
  /// virtio, forwarded by a SmartNIC's agent.
  case virtioForwarder = "virtio-forwarder"
  /// A NIC that has its own Neutron agent.
  case smartNIC = "smart-nic"
  /// A vDPA device.
  case vdpa
  /// A virtual function of an accelerator.
  case acceleratorDirect = "accelerator-direct"
  /// A physical function of an accelerator.
  case acceleratorDirectPhysical = "accelerator-direct-physical"
  /// A function of a DPU, which plugs it by itself.
  case remoteManaged = "remote-managed"

  /// Whether the guest's side is the device's own, so that nova sets neither model nor driver.
  var isPassthrough: Bool {
    switch self {
    case .direct, .directPhysical, .vdpa, .acceleratorDirect, .acceleratorDirectPhysical,
      .remoteManaged:
      true
    case .normal, .macvtap, .baremetal, .virtioForwarder, .smartNIC: false
    }
  }
}
