/// What runs the guest, as nova's configuration has it (`[libvirt] virt_type`).
public enum VirtType: String, CaseIterable, Sendable {
  /// QEMU with KVM.
  case kvm
  /// QEMU alone.
  case qemu
  /// Virtuozzo.
  case parallels
  /// Linux containers.
  case lxc

  /// Whether nova gives such a guest virtio when nobody asks for a model.
  var usesVirtio: Bool {
    switch self {
    case .kvm, .qemu, .parallels: true
    case .lxc: false
    }
  }

  /// Whether nova gives such a guest several queues.
  var hasMultiqueue: Bool {
    switch self {
    case .kvm, .parallels: true
    case .qemu, .lxc: false
    }
  }
}
