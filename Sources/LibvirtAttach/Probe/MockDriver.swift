#if Libvirt
  import CLibvirt
  import Glibc

  /// A connection to libvirt's mock driver, with a state of its own.
  ///
  /// All connections to `test:///default` in a process have one state; the driver starts a new one
  /// for each connection that names a file to begin with.
  ///
  /// `@safe`: the pointer is closed in `deinit` and never handed out.
  @safe struct MockDriver: ~Copyable {
    private let connection: virConnectPtr

    /// Opens the driver.
    ///
    /// The corresponding C function is `virConnectOpen`.
    init() throws(LibvirtError) {
      // Else libvirt prints each error to stderr, besides returning it.
      unsafe virSetErrorFunc(nil) { _, _ in }
      let file = vif_memoryFile()
      let state: StaticString = "<node/>"
      let length = state.utf8CodeUnitCount
      guard file >= 0, unsafe write(file, state.utf8Start, length) == length else {
        throw LibvirtError(
          code: LibvirtError.systemError,
          domain: 0,
          message: "cannot make a file in memory: \(unsafe String(cString: strerror(errno)))"
        )
      }
      defer { close(file) }
      guard let connection = unsafe virConnectOpen("test:///proc/self/fd/\(file)") else {
        throw .last()
      }
      unsafe self.connection = unsafe connection
    }

    deinit { unsafe virConnectClose(connection) }

    /// What libvirt prints of a domain with this device after it was defined; the domain is gone
    /// when this returns.
    ///
    /// The corresponding C functions are `virDomainDefineXML` and `virDomainGetXMLDesc`.
    func definition(with device: String) throws(LibvirtError) -> String {
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
      return unsafe String(cString: text)
    }
  }
#endif
