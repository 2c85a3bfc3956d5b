import DomainXML

/// Which of a domain's devices a plan may change or take off.
public enum Ownership: Hashable, Sendable {
  /// Those that were plugged in for a VIF, by their alias: see `VIFAlias`.
  case vifs
  /// Those, and all interfaces; one with a VIF's MAC address is replaced by the VIF's device. Host
  /// devices of others stay: they may be disks as well as NICs.
  case all

  /// Whether a device is one of these.
  func includes(_ device: AttachedInterface) -> Bool {
    if device.alias?.hasPrefix(VIFAlias.prefix) ?? false { return true }
    return self == .all && device.isInterface
  }
}
