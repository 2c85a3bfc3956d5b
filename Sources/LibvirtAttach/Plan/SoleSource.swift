import DomainXML

/// What of the host one device alone can have: a function, a vhost-user socket, a vDPA device.
struct SoleSource: Hashable {
  /// What it is, for messages.
  let kind: String
  /// Its address or path.
  let name: String

  /// What a device has; nil when others may have the same.
  init?(_ device: AttachedInterface) {
    guard let name = device.source else { return nil }
    switch device.type {
    case "hostdev", "pci": kind = "function of the host"
    case "vhostuser": kind = "vhost-user socket"
    case "vdpa": kind = "vDPA device"
    default: return nil
    }
    self.name = name
  }
}
