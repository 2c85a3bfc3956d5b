public import Diagnostics
import InterfaceXML

/// The part of a domain's XML that says which network interfaces it has.
package struct DomainDescription: Hashable, Sendable {
  /// The interfaces, in the document's order.
  package let interfaces: [AttachedInterface]

  /// Reads a domain's XML.
  ///
  /// - Throws: The document's fault, or `domain.malformed` when it is no `<domain>`.
  package init(parsing xml: String) throws(Diagnostic) {
    let root = try XMLDocument(parsing: xml).root
    guard root.name == "domain" else {
      throw Diagnostic(.domainMalformed, "<\(root.name)> is not the XML of a domain")
    }
    interfaces = root.all("devices").flatMap { $0.all("interface") }.map(AttachedInterface.init)
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
