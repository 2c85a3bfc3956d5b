import DomainXML

/// Which of a domain's devices a plan may change or take off.
public enum Ownership: Hashable, Sendable {
  /// Those that were plugged in for a VIF, by their alias: see `VIFAlias`.
  case vifs
  /// All of them; one with a VIF's MAC address is replaced by the VIF's device.
  case all

  /// Whether a device is one of these.
  func includes(_ device: AttachedInterface) -> Bool {
    switch self {
    case .vifs: device.alias?.hasPrefix(VIFAlias.prefix) ?? false
    case .all: true
    }
  }
}
