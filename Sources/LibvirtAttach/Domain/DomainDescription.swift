public import Diagnostics
import InterfaceXML

/// The part of a domain's XML that says which network devices it has.
package struct DomainDescription: Hashable, Sendable {
  /// The interfaces, then the PCI host devices, each in the document's order.
  package let devices: [AttachedInterface]
  /// The aliases of all devices, of disks and controllers too.
  package let aliases: Set<String>
  /// Whether this is a running guest's.
  package let isRunning: Bool
  /// The places for PCI Express devices; nil on another kind of machine.
  let pciPorts: PCIPorts?
  /// The devices by what documents find them by.
  let index: DeviceIndex

  /// Reads a domain's XML.
  ///
  /// - Throws: The document's fault, or `domain.malformed` when it is no `<domain>`.
  package init(parsing xml: String) throws(Diagnostic) {
    let root = try XMLDocument(parsing: xml).root
    guard root.name == "domain" else {
      throw Diagnostic(.domainMalformed, "<\(root.name)> is not the XML of a domain")
    }
    let all = root.all("devices").flatMap(\.children)
    devices =
      all.filter { $0.name == "interface" }.map(AttachedInterface.init)
      + all.filter { $0.name == "hostdev" && $0["type"] == "pci" }.map(AttachedInterface.init)
    index = DeviceIndex(devices)
    aliases = Set(all.compactMap { $0.first("alias")?["name"] })
    isRunning = root["id"] != nil
    pciPorts = PCIPorts(devices: all)
  }
}

extension Diagnostic {
  static func notRunning(domain: String) -> Diagnostic {
    Diagnostic(.domainNotRunning, "domain '\(shortened(domain))' is not running")
  }

  static func transient(domain: String) -> Diagnostic {
    Diagnostic(
      .domainTransient,
      "domain '\(shortened(domain))' is transient: it has no stored configuration"
    )
  }
}

extension Diagnostic.Code {
  /// The live definition was asked for, and there is no running guest.
  public static let domainNotRunning = Self(rawValue: "domain.not-running")
  /// The stored configuration was asked for, and the domain has none.
  public static let domainTransient = Self(rawValue: "domain.transient")
}
