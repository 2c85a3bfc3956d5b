#if Libvirt
  import CLibvirt
  import Glibc

  /// An open `virConnectPtr`, closed with the last reference.
  ///
  /// Sendable unchecked: libvirt allows calls on one connection from any thread, and the pointer
  /// never changes.
  @safe final class ConnectionHandle: @unchecked Sendable {
    private let connection: virConnectPtr

    /// Opens a connection; nil lets libvirt choose the driver.
    ///
    /// The corresponding C function is `virConnectOpen`.
    init(uri: String?) throws(LibvirtError) {
      try Self.checkForNUL(uri ?? "")
      guard let connection = unsafe virConnectOpen(uri) else { throw .last() }
      unsafe self.connection = unsafe connection
    }

    deinit { unsafe virConnectClose(connection) }

    /// The URI that was really opened.
    ///
    /// The corresponding C function is `virConnectGetURI`.
    func uri() throws(LibvirtError) -> String {
      guard let uri = unsafe virConnectGetURI(connection) else { throw .last() }
      defer { unsafe free(uri) }
      return unsafe String(cString: uri)
    }

    /// Finds a domain by id, UUID or name, in virsh's order.
    ///
    /// The corresponding C functions are `virDomainLookupByID`, `virDomainLookupByUUIDString` and
    /// `virDomainLookupByName`.
    func domain(named name: String) throws(LibvirtError) -> DomainHandle {
      try Self.checkForNUL(name)
      if let id = CInt(name), id >= 0, let domain = unsafe virDomainLookupByID(connection, id) {
        return unsafe DomainHandle(takingOwnership: domain)
      }
      let uuidLength = 36
      if name.utf8.count == uuidLength,
        let domain = unsafe virDomainLookupByUUIDString(connection, name)
      {
        return unsafe DomainHandle(takingOwnership: domain)
      }
      guard let domain = unsafe virDomainLookupByName(connection, name) else { throw .last() }
      return unsafe DomainHandle(takingOwnership: domain)
    }

    /// C would read no further than the NUL, and find something else than was asked for.
    private static func checkForNUL(_ text: String) throws(LibvirtError) {
      guard text.utf8.contains(0) else { return }
      throw LibvirtError(
        code: LibvirtError.invalidArgument,
        domain: 0,
        message: "a name or URI holds a NUL byte"
      )
    }
  }
#endif
