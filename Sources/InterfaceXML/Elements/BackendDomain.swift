import Diagnostics

/// The domain that drives the interface, for Xen: libvirt's `<backenddomain>`.
public struct BackendDomain: Hashable, Sendable {
  /// The domain's name.
  public var name: String

  /// Names a domain.
  public init(name: String) { self.name = name }

  func write(to writer: inout XMLWriter) throws(Diagnostic) {
    try writer.element("backenddomain") { writer throws(Diagnostic) in
      try writer.attribute("name", name)
    }
  }
}

extension BackendDomain {
  init?(_ reader: inout ElementReader) throws(Diagnostic) {
    guard let name = reader.filled("name") else { return nil }
    self.init(name: name)
  }
}
