public import Diagnostics

/// What a version of libvirt makes of an `<interface>` when a domain is defined with it.
public struct DefinedInterface: Sendable {
  /// The version.
  public let libvirt: LibvirtVersion
  /// What libvirt keeps; nil when it refuses the interface.
  ///
  /// What libvirt makes up, as a MAC address, is not in it: see ``xml(placeholders:)``.
  public let interface: Interface?
  /// Everything that does not come back as it was written, and then what follows from what does.
  public let findings: [Finding]

  /// Reads a document.
  public init(xml: String, libvirt: LibvirtVersion) throws(Diagnostic) {
    self.init(try XMLDocument(parsing: xml).root, libvirt: libvirt)
  }

  package init(_ element: XMLElement, libvirt: LibvirtVersion) {
    self.libvirt = libvirt
    var reading = InterfaceReading(element, as: libvirt)
    let errors = reading.findings.filter { $0.level == .error }
    guard errors.isEmpty, let interface = reading.interface.take() else {
      interface = nil
      findings = errors + reading.findings.filter { $0.level != .error }
      return
    }
    self.interface = interface
    let difference = NormalFormDifference(
      from: element,
      to: interface,
      by: libvirt,
      besides: reading.findings
    )
    findings = reading.findings + difference.findings + interface.consequences
  }

  /// The interface as that version prints it after it was defined, with a line end.
  ///
  /// Where libvirt does not escape a value, neither is it escaped here.
  ///
  /// - Parameter placeholders: Whether values that libvirt makes up are written as `@RANDOM-MAC@`
  ///   and `@RANDOM-UUID@`, and not made up here.
  /// - Throws: What libvirt refuses.
  public func xml(placeholders: Bool = false) throws(Diagnostic) -> String {
    guard let interface else {
      throw findings.first?.diagnostic ?? Diagnostic(.interfaceMalformed, "no interface")
    }
    guard !placeholders else {
      return try interface.document(.printedWithPlaceholders(by: libvirt))
    }
    var generator = SystemRandomNumberGenerator()
    return try interface.withGeneratedValues(using: &generator).document(.printed(by: libvirt))
  }
}
