#if Libvirt
  /// A connection to a hypervisor through libvirt, closed when the last reference goes.
  ///
  /// Its calls run one after the other on a thread of its own, in the order they were made.
  public final class Connection: Sendable {
    private let handle: ConnectionHandle
    private let queue: CallQueue

    /// The URI that was really opened.
    public let uri: String

    /// Opens a connection.
    ///
    /// - Parameter uri: As `qemu:///system`; without one, libvirt takes `LIBVIRT_DEFAULT_URI` from
    ///   the environment, then its own configuration, then the first driver that answers.
    /// - Throws: libvirt's reason.
    ///
    /// The corresponding C function is `virConnectOpen`.
    public init(_ uri: String? = nil) async throws(LibvirtError) {
      let queue = CallQueue(label: "libvirt.connection")
      let opened = try await queue.run { () throws(LibvirtError) in
        try EventLoop.start()
        let handle = try ConnectionHandle(uri: uri)
        return (handle: handle, uri: try handle.uri())
      }
      self.queue = queue
      handle = opened.handle
      self.uri = opened.uri
    }

    deinit {
      // Closing may wait for the other side, so it takes its turn like any other call.
      queue.later { [handle] in withExtendedLifetime(handle) {} }
    }

    /// Whether the driver runs inside this process.
    var isEmbedded: Bool { uri.contains(":///embed") }

    /// Finds a domain by its name, UUID or id.
    ///
    /// - Throws: `HotPlugError.domainNotFound`, or libvirt's reason.
    public func domain(named name: String) async throws(HotPlugError) -> Domain {
      do {
        let found = try await call { (handle) throws(LibvirtError) in
          let domain = try handle.domain(named: name)
          return (handle: domain, name: try domain.name())
        }
        return Domain(found.handle, name: found.name, of: self)
      } catch {
        throw error.code == LibvirtError.noDomain
          ? .domainNotFound(name, error) : .libvirt(error)
      }
    }

    func call<Value: Sendable>(
      _ body: @escaping @Sendable (ConnectionHandle) throws(LibvirtError) -> Value
    ) async throws(LibvirtError) -> Value {
      try await queue.run { [handle] () throws(LibvirtError) in try body(handle) }
    }
  }
#endif
