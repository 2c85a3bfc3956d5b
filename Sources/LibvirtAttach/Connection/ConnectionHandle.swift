#if Libvirt
  import CLibvirt
  import Glibc
  import InterfaceXML
  import Synchronization

  /// An open `virConnectPtr`, closed with the last reference.
  ///
  /// Sendable unchecked: libvirt allows calls on one connection from any thread, and the pointer
  /// never changes.
  @safe final class ConnectionHandle: @unchecked Sendable {
    let connection: virConnectPtr
    /// Owned here: a driver that never loses its connection neither keeps it nor lets it go.
    private let box = LossBox()

    /// Opens a connection; without a URI libvirt chooses the driver.
    ///
    /// The corresponding C functions are `virConnectOpenAuth` and `virConnectSetKeepAlive`.
    init(uri: String?, _ settings: ConnectionSettings) throws(LibvirtError) {
      try Self.checkForNUL(uri ?? "")
      let flags = settings.isReadOnly ? VIR_CONNECT_RO.rawValue : 0
      let opened =
        if let credentials = settings.credentials {
          unsafe CredentialBridge.open(uri, flags: flags, asking: credentials)
        } else {
          unsafe virConnectOpenAuth(uri, nil, flags)
        }
      guard let opened = unsafe opened else { throw .last() }
      unsafe connection = unsafe opened
      guard let keepAlive = settings.keepAlive else { return }
      guard unsafe virConnectSetKeepAlive(connection, keepAlive.interval, keepAlive.count) < 0
      else { return }
      // A driver inside this process has no other side.
      let error = LibvirtError.last()
      guard error.code == LibvirtError.noSupport else { throw error }
    }

    deinit {
      // Closing asks the other side, and the last reference may go on a thread that must not block.
      let closing = unsafe ClosingConnection(connection, box)
      CallQueue(label: "libvirt.close").later { BrokenPipe.ignored { closing.close() } }
    }

    /// Has `told` called when the connection is lost; it must not keep this handle.
    ///
    /// The corresponding C function is `virConnectRegisterCloseCallback`.
    func onLoss(_ told: @escaping @Sendable (ConnectionLoss) -> Void) throws(LibvirtError) {
      box.told.withLock { $0 = told }
      let opaque = unsafe Unmanaged.passUnretained(box).toOpaque()
      guard unsafe virConnectRegisterCloseCallback(connection, LossBox.callback, opaque, nil) < 0
      else { return }
      let error = LibvirtError.last()
      guard error.code == LibvirtError.noSupport else { throw error }
    }

    /// Whether the other side can still be talked to, as far as is known.
    ///
    /// The corresponding C function is `virConnectIsAlive`.
    var isAlive: Bool { unsafe virConnectIsAlive(connection) == 1 }

    /// The URI that was really opened.
    ///
    /// The corresponding C function is `virConnectGetURI`.
    func uri() throws(LibvirtError) -> String {
      guard let uri = unsafe virConnectGetURI(connection) else { throw .last() }
      defer { unsafe free(uri) }
      return unsafe String(cString: uri)
    }

    /// The version of the library at the other side.
    ///
    /// The corresponding C function is `virConnectGetLibVersion`.
    func libvirtVersion() throws(LibvirtError) -> LibvirtVersion {
      var number: UInt = 0
      try unsafe LibvirtError.check(virConnectGetLibVersion(connection, &number))
      return LibvirtVersion(number: number)
    }

    /// Finds a domain by id, UUID or name, in virsh's order.
    ///
    /// The corresponding C functions are `virDomainLookupByID`, `virDomainLookupByUUIDString` and
    /// `virDomainLookupByName`.
    func domain(named name: String) throws(LibvirtError) -> DomainHandle {
      try Self.checkForNUL(name)
      if let id = CInt(name), id >= 0, let domain = unsafe virDomainLookupByID(connection, id) {
        return unsafe DomainHandle(takingOwnership: domain, of: self)
      }
      let uuidLength = 36
      if name.utf8.count == uuidLength, let domain = try? self.domain(uuid: name) { return domain }
      guard let domain = unsafe virDomainLookupByName(connection, name) else { throw .last() }
      return unsafe DomainHandle(takingOwnership: domain, of: self)
    }

    /// Finds a domain by its UUID.
    ///
    /// The corresponding C function is `virDomainLookupByUUIDString`.
    func domain(uuid: String) throws(LibvirtError) -> DomainHandle {
      guard let domain = unsafe virDomainLookupByUUIDString(connection, uuid) else { throw .last() }
      return unsafe DomainHandle(takingOwnership: domain, of: self)
    }

    /// How many devices of a kind the host has, as far as libvirt lists them.
    ///
    /// The corresponding C function is `virNodeNumOfDevices`.
    func nodeDeviceCount(of kind: String) throws(LibvirtError) -> Int {
      let count = unsafe virNodeNumOfDevices(connection, kind, 0)
      try LibvirtError.check(count)
      return Int(count)
    }

    /// Whether the host has a device that libvirt calls so.
    ///
    /// The corresponding C function is `virNodeDeviceLookupByName`.
    func hasNodeDevice(named name: String) throws(LibvirtError) -> Bool {
      if let device = unsafe virNodeDeviceLookupByName(connection, name) {
        unsafe virNodeDeviceFree(device)
        return true
      }
      let error = LibvirtError.last()
      guard error.code == LibvirtError.noNodeDevice else { throw error }
      return false
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

  /// A connection on its way to be closed.
  ///
  /// Sendable unchecked: it is the pointer's only owner, and used once.
  @safe private struct ClosingConnection: @unchecked Sendable {
    private let connection: virConnectPtr
    private let box: LossBox

    init(_ connection: virConnectPtr, _ box: LossBox) {
      unsafe self.connection = unsafe connection
      self.box = box
    }

    func close() {
      // The callback holds a reference to the connection, and is not called after this.
      unsafe virConnectUnregisterCloseCallback(connection, LossBox.callback)
      _ = withExtendedLifetime(box) { unsafe virConnectClose(connection) }
    }
  }

  /// What libvirt's close callback is given.
  private final class LossBox: Sendable {
    let told = Mutex<(@Sendable (ConnectionLoss) -> Void)?>(nil)

    static let callback: virConnectCloseFunc = { _, reason, box in
      guard let box = unsafe box else { return }
      let told = unsafe Unmanaged<LossBox>.fromOpaque(box).takeUnretainedValue().told.withLock {
        $0
      }
      let known: ConnectionLoss.Reason =
        switch UInt32(bitPattern: reason) {
        case VIR_CONNECT_CLOSE_REASON_EOF.rawValue: .endOfFile
        case VIR_CONNECT_CLOSE_REASON_KEEPALIVE.rawValue: .keepAlive
        case VIR_CONNECT_CLOSE_REASON_CLIENT.rawValue: .client
        default: .error
        }
      told?(ConnectionLoss(known))
    }
  }
#endif
