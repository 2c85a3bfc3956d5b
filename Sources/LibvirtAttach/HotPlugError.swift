public import Diagnostics

/// Why a domain's interfaces could not be changed or read.
public enum HotPlugError: Error, Hashable, Sendable {
  /// libvirt refused, or could not.
  case libvirt(LibvirtError)
  /// No domain has this name, UUID or id; with libvirt's own error for it.
  case domainNotFound(String, LibvirtError)
  /// No interface of the domain is the one that was asked for.
  case interfaceNotFound(InterfaceSelector)
  /// Several interfaces of the domain are; all of them.
  case ambiguous(InterfaceSelector, [AttachedInterface])
  /// The request is not one to send to libvirt.
  case refused(Diagnostic)
}

extension HotPlugError: CustomStringConvertible {
  /// The reason in one line, but for an ambiguous selector: there the candidates follow, one a line.
  public var description: String {
    switch self {
    case .libvirt(let error): "\(error)"
    case .domainNotFound(let name, let error): "no domain '\(Diagnostic.shortened(name))': \(error)"
    case .interfaceNotFound(let selector): "the domain has no interface \(selector)"
    case .ambiguous(let selector, let candidates):
      (["\(candidates.count) interfaces are \(selector); tell them apart by alias or PCI address:"]
        + candidates.map { "  \($0.identity)" }).joined(separator: "\n")
    case .refused(let diagnostic): "\(diagnostic)"
    }
  }
}

extension HotPlugError {
  /// Whether this says that there is no running guest, and so no live definition.
  var meansNoGuest: Bool {
    switch self {
    case .refused(let diagnostic): diagnostic.code == .domainNotRunning
    case .libvirt(let error): error.code == LibvirtError.noDomain
    default: false
    }
  }
}
