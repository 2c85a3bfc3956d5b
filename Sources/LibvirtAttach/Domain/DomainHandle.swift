#if Libvirt
  import CLibvirt
  import Glibc

  /// A `virDomainPtr`, freed with the last reference.
  ///
  /// It keeps its connection open. Sendable unchecked: libvirt allows calls on one domain from any
  /// thread, and the pointer never changes.
  @safe final class DomainHandle: @unchecked Sendable {
    private let domain: virDomainPtr
    /// Let go after the domain, which refers to it: closing is for a thread that may block.
    private let connection: ConnectionHandle

    init(takingOwnership domain: virDomainPtr, of connection: ConnectionHandle) {
      unsafe self.domain = unsafe domain
      self.connection = connection
    }

    deinit { unsafe virDomainFree(domain) }

    /// Whether this is a domain of this connection.
    func belongs(to connection: ConnectionHandle) -> Bool { self.connection === connection }

    /// The name and the UUID that libvirt knows a domain by; nil for what is no domain.
    ///
    /// The corresponding C functions are `virDomainGetName` and `virDomainGetUUIDString`.
    static func identity(of domain: virDomainPtr) -> DomainIdentity? {
      guard let name = unsafe virDomainGetName(domain) else { return nil }
      var uuid = [CChar](repeating: 0, count: Int(VIR_UUID_STRING_BUFLEN))
      guard unsafe virDomainGetUUIDString(domain, &uuid) == 0 else { return nil }
      let text = String(decoding: uuid.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
      return unsafe DomainIdentity(name: String(cString: name), uuid: text)
    }

    /// The domain's name and UUID.
    func identity() throws(LibvirtError) -> DomainIdentity {
      guard let identity = unsafe Self.identity(of: domain) else { throw .last() }
      return identity
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

    /// Whether the guest is paused.
    ///
    /// The corresponding C function is `virDomainGetState`.
    func isPaused() throws(LibvirtError) -> Bool {
      var state: CInt = 0
      try unsafe LibvirtError.check(virDomainGetState(domain, &state, nil, 0))
      return UInt32(bitPattern: state) == VIR_DOMAIN_PAUSED.rawValue
    }

    /// Whether no change of the running guest is under way; also if there is no guest.
    ///
    /// The corresponding C function is `virDomainGetControlInfo`.
    func isQuiet() throws(LibvirtError) -> Bool {
      var info = virDomainControlInfo()
      guard unsafe virDomainGetControlInfo(domain, &info, 0) < 0 else {
        return info.state == VIR_DOMAIN_CONTROL_OK.rawValue
      }
      let error = LibvirtError.last()
      guard error.meansNoGuest || error.code == LibvirtError.noSupport else { throw error }
      return true
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

    /// Asks the running guest to give up the device of this alias, and does not wait for it.
    ///
    /// The corresponding C function is `virDomainDetachDeviceAlias`.
    func askForDevice(alias: String) throws(LibvirtError) {
      let live = DefinitionParts.live.rawValue
      try unsafe LibvirtError.check(virDomainDetachDeviceAlias(domain, alias, live))
    }
  }
#endif
