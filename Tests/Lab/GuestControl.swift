#if Libvirt
  import CLibvirt
  import LibvirtAttach

  /// A guest's life: what the package itself never does to one.
  ///
  /// Sendable unchecked: libvirt allows calls on one connection from any thread, and the pointer
  /// never changes. On a connection of its own, so that a guest can be reset while a detach waits.
  @safe final class GuestControl: @unchecked Sendable {
    private let connection: virConnectPtr

    init(uri: String) throws(LibvirtError) {
      try EventLoop.start()
      guard let connection = unsafe virConnectOpen(uri) else { throw .last() }
      unsafe self.connection = unsafe connection
    }

    deinit { unsafe virConnectClose(connection) }

    func define(_ xml: String) throws(LibvirtError) {
      guard let domain = unsafe virDomainDefineXML(connection, xml) else { throw .last() }
      unsafe virDomainFree(domain)
    }

    func createTransient(_ xml: String) throws(LibvirtError) {
      guard let domain = unsafe virDomainCreateXML(connection, xml, 0) else { throw .last() }
      unsafe virDomainFree(domain)
    }

    func start(_ name: String) throws(LibvirtError) {
      try unsafe withDomain(name) { unsafe virDomainCreate($0) }
    }

    func reset(_ name: String) throws(LibvirtError) {
      try unsafe withDomain(name) { unsafe virDomainReset($0, 0) }
    }

    func suspend(_ name: String) throws(LibvirtError) {
      try unsafe withDomain(name) { unsafe virDomainSuspend($0) }
    }

    func destroy(_ name: String) throws(LibvirtError) {
      try unsafe withDomain(name) { unsafe virDomainDestroy($0) }
    }

    func undefine(_ name: String) throws(LibvirtError) {
      try unsafe withDomain(name) { unsafe virDomainUndefine($0) }
    }

    private func withDomain(
      _ name: String,
      _ call: (virDomainPtr) -> CInt
    ) throws(LibvirtError) {
      guard let domain = unsafe virDomainLookupByName(connection, name) else { throw .last() }
      defer { unsafe virDomainFree(domain) }
      try unsafe LibvirtError.check(call(domain))
    }
  }
#endif
