#if Libvirt
  import CLibvirt
  import Glibc
  package import LibvirtAttach

  /// libvirt's own parser and formatter, asked in this process: a stub domain with the device is
  /// defined in the driver `test:///default`, and printed back.
  ///
  /// Sendable unchecked: libvirt allows calls on one connection from any thread, and the pointer
  /// never changes.
  @safe package final class ParserOracle: @unchecked Sendable {
    private let connection: virConnectPtr

    /// Opens the driver, each time with a state of its own.
    package init() throws(LibvirtError) {
      unsafe virSetErrorFunc(nil) { _, _ in }
      guard let connection = unsafe virConnectOpen("test:///default") else { throw .last() }
      unsafe self.connection = connection
    }

    deinit { unsafe virConnectClose(connection) }

    /// The device as libvirt prints it after it was defined, without indentation.
    ///
    /// - Throws: libvirt's refusal.
    package func normalForm(of device: String) throws(LibvirtError) -> String {
      let document = """
        <domain type='test'><name>stub</name><memory>65536</memory><os><type>hvm</type></os>\
        <devices>\(device)</devices></domain>
        """
      guard let domain = unsafe virDomainDefineXML(connection, document) else { throw .last() }
      defer {
        unsafe virDomainUndefine(domain)
        unsafe virDomainFree(domain)
      }
      guard let text = unsafe virDomainGetXMLDesc(domain, VIR_DOMAIN_XML_INACTIVE.rawValue) else {
        throw .last()
      }
      defer { unsafe free(text) }
      return Self.device(in: unsafe String(cString: text))
    }

    /// The interface or host device of a domain with one, shifted to the margin.
    private static func device(in document: String) -> String {
      let lines = document.split(separator: "\n")
      guard let first = lines.firstIndex(where: { isStart($0) }) else { return "" }
      let rest = lines[first...]
      let last = rest.firstIndex { $0.hasPrefix("    </") } ?? first
      return rest[...last].map { "\($0.dropFirst(4))\n" }.joined()
    }

    private static func isStart(_ line: Substring) -> Bool {
      line.hasPrefix("    <interface ") || line.hasPrefix("    <hostdev ")
    }
  }
#endif
