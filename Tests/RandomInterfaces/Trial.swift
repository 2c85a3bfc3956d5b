#if Libvirt
  import Diagnostics
  import InterfaceXML
  import LibvirtAttach

  /// One interface on its way through this package and through libvirt.
  struct Trial {
    /// How the way ends.
    enum Outcome {
      /// libvirt keeps it, and prints what was foretold.
      case kept
      /// libvirt refuses it, as was foretold, with this code.
      case refused(Diagnostic.Code)
      /// What was not foretold.
      case unexplained(String)
    }

    /// The document that was written.
    let document: String
    /// What was told of it, but for errors.
    let findings: [Finding]
    /// How it ended.
    let outcome: Outcome

    init(
      _ interface: Interface,
      libvirt: LibvirtVersion,
      probe: DefinitionProbe
    ) throws(Diagnostic) {
      let document = try interface.xml()
      self.document = document
      let defined = try DefinedInterface(xml: document, libvirt: libvirt)
      findings = defined.findings.filter { $0.level != .error }
      let again = Result { () throws(Diagnostic) -> Interface in try Interface(xml: document) }
      let printed = Result { () throws(LibvirtError) -> String in
        try probe.normalForm(of: document)
      }
      switch (defined.interface, printed) {
      case (nil, .failure):
        outcome = .refused(defined.findings.first?.diagnostic.code ?? .interfaceMalformed)
      case (nil, .success(let text)):
        outcome = .unexplained("refused here (\(defined.findings)), libvirt prints\n\(text)")
      case (_?, .failure(let error)):
        outcome = .unexplained("libvirt refuses: \(error.message)")
      case (_?, .success) where again != .success(interface):
        outcome = .unexplained("another value is read: \(again)")
      case (let foretold?, .success(let text)):
        let text = PrintedText(text, isWithoutTarget: foretold.target?.dev == nil)
        let difference = try Self.difference(of: text, interface, foretold, defined)
        outcome = difference.map { .unexplained($0) } ?? .kept
      }
    }

    private static func difference(
      of printed: PrintedText,
      _ interface: Interface,
      _ foretold: Interface,
      _ defined: DefinedInterface
    ) throws(Diagnostic) -> String? {
      let pattern = try defined.xml(placeholders: true)
      guard printed.matches(pattern) else {
        return "foretold\n\(pattern)libvirt prints\n\(printed.text)"
      }
      guard let place = try InterfaceDocument(parsing: printed.text).interfaces.first else {
        return "libvirt prints no interface: \(printed.text)"
      }
      let read = try Interface(place.element)
      guard foretold.filled(from: read) == read else {
        return "not the value that was foretold: \(printed.text)"
      }
      let isLossless = defined.findings.allSatisfy { finding in
        finding.level == .note || finding.diagnostic.code == .normalGenerated
      }
      guard !isLossless || interface.filled(from: read) == read else {
        return "something is lost, and nothing is told of it: \(printed.text)"
      }
      return nil
    }
  }

  extension Interface {
    /// The interface with what libvirt has made up for it.
    fileprivate func filled(from read: Interface) -> Interface {
      var filled = self
      if mac?.address == nil { filled.mac = read.mac }
      switch (virtualPort, read.virtualPort) {
      case (.openVSwitch(var port)?, .openVSwitch(let made)?) where port.interfaceID == nil:
        port.interfaceID = made.interfaceID
        filled.virtualPort = .openVSwitch(port)
      case (.ieee8021Qbg(let port)?, .ieee8021Qbg) where port.instanceID == nil:
        filled.virtualPort = read.virtualPort
      case (.partial(var port)?, .partial(let made)?):
        port.instanceID = port.instanceID ?? made.instanceID
        port.interfaceID = port.interfaceID ?? made.interfaceID
        filled.virtualPort = .partial(port)
      default: break
      }
      return filled
    }
  }
#endif
