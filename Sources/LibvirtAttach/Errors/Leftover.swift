/// A network device of the host that an attach has made before it was cut off, and that libvirt does
/// not know of.
public struct Leftover: Hashable, Sendable {
  /// The device's name.
  public let device: String
  /// Whether a hypervisor has it open: its guest may have a NIC then that libvirt does not know of.
  public let isInUse: Bool

  package init(device: String, isInUse: Bool) {
    self.device = device
    self.isInUse = isInUse
  }
}

extension Leftover: CustomStringConvertible {
  /// What is there, in words.
  public var description: String {
    isInUse
      ? "the host has \(device) in use: the guest may have the NIC without libvirt's knowledge"
      : "the host has \(device), which was left over"
  }
}
