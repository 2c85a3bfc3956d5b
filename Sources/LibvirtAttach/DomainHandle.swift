#if Libvirt
  import CLibvirt
  import Glibc

  /// A `virDomainPtr`, freed with the last reference.
  ///
  /// It keeps its connection open.   /// Sendable unchecked: libvirt allows calls on one domain from any thread, and the pointer never
  /// changes.
  @safe final class DomainHandle: @unchecked Sendable {
    private let domain: virDomainPtr

    init(takingOwnership domain: virDomainPtr) { unsafe self.domain = unsafe domain }

    deinit { unsafe virDomainFree(domain) }

    /// The domain's name.
    ///
    /// The corresponding C function is `virDomainGetName`.
    func name() throws(LibvirtError) -> String {
      guard let name = unsafe virDomainGetName(domain) else { throw .last() }
      return unsafe String(cString: name)
    }

    /// Whether there is a running guest.
    ///
    /// The corresponding C function is `virDomainIsActive`.
    func isActive() throws(LibvirtError) -> Bool {
      let result = unsafe virDomainIsActive(domain)
      try LibvirtError.check(result)
      return result == 1
    }

    /// Whether there is a stored configuration.
    ///
    /// The corresponding C function is `virDomainIsPersistent`.
    func isPersistent() throws(LibvirtError) -> Bool {
      let result = unsafe virDomainIsPersistent(domain)
      try LibvirtError.check(result)
      return result == 1
    }

    /// The definition's XML.
    ///
    /// The corresponding C function is `virDomainGetXMLDesc`.
    func xml(inactive: Bool) throws(LibvirtError) -> String {
      let flags = inactive ? VIR_DOMAIN_XML_INACTIVE.rawValue : 0
      guard let xml = unsafe virDomainGetXMLDesc(domain, flags) else { throw .last() }
      defer { unsafe free(xml) }
      return unsafe String(cString: xml)
    }

    /// Adds a device.
    ///
    /// The corresponding C function is `virDomainAttachDeviceFlags`.
    func attach(_ device: String, to parts: DefinitionParts) throws(LibvirtError) {
      try unsafe LibvirtError.check(virDomainAttachDeviceFlags(domain, device, parts.rawValue))
    }

    /// Takes a device off, or asks the guest to give it up.
    ///
    /// Waits up to five seconds for the guest (ten on ppc64), and succeeds even if it still has the
    /// device then. The corresponding C function is `virDomainDetachDeviceFlags`.
    func detach(_ device: String, from parts: DefinitionParts) throws(LibvirtError) {
      try unsafe LibvirtError.check(virDomainDetachDeviceFlags(domain, device, parts.rawValue))
    }
  }
#endif
