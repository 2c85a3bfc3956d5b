import Addresses
import Glibc

/// Where a URI leads, however it is spelled and whatever way it goes.
///
/// One host may be named in several ways, and all of its domains are looked up before the first is
/// changed: rather too much counts as one host.
struct HostPlace: Hashable, Sendable {
  /// The machine; empty for this one.
  let machine: String
  /// Which of its hypervisors; nil where libvirt chooses.
  private let hypervisor: String?

  /// - Parameter uri: The URI; nil for libvirt's own choice.
  init(_ uri: String?) {
    guard let uri = uri ?? Self.standardURI, let slashes = uri.firstRange(of: "://") else {
      // A name that libvirt's configuration has for a URI is one of its own.
      machine = uri ?? ""
      hypervisor = nil
      return
    }
    let scheme = uri[..<slashes.lowerBound].split(separator: "+")
    let rest = uri[slashes.upperBound...]
    let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    let path = rest.dropFirst(authority.count).prefix { $0 != "?" && $0 != "#" }
    hypervisor = "\(scheme.first ?? ""):\(path)"
    // A program of the user's may lead anywhere.
    machine =
      scheme.dropFirst().first == "ext"
      ? uri : Self.machine(authority.split(separator: "@").last ?? "")
  }

  /// Whether both may be one hypervisor.
  func mayBe(_ other: HostPlace) -> Bool {
    guard machine == other.machine else { return false }
    guard let hypervisor, let otherHypervisor = other.hypervisor else { return true }
    return hypervisor == otherHypervisor
  }

  private static func machine(_ authority: Substring) -> String {
    let name =
      authority.first == "["
      ? authority.dropFirst().prefix { $0 != "]" } : authority.prefix { $0 != ":" }
    let lower = name.lowercased()
    return ["localhost", "127.0.0.1", "::1"].contains(lower) ? "" : lower
  }

  /// What libvirt takes where no URI is named; nil for its own choice.
  static var standardURI: String? {
    guard let uri = unsafe getenv("LIBVIRT_DEFAULT_URI").map({ unsafe String(cString: $0) }),
      !uri.isEmpty
    else { return nil }
    return uri
  }
}
