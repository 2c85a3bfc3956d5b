#if Libvirt
  public import InterfaceXML
  import Synchronization

  /// A connection to a hypervisor through libvirt, closed when the last reference goes.
  ///
  /// No call blocks the thread of its caller, and each ends within ``ConnectionSettings/callLimit``.
  /// A connection that is lost, as by a daemon that was restarted, stays lost until it is opened
  /// again by ``reconnect()``: meanwhile every call fails with `HotPlugError.connectionLost`.
  public final class Connection: Sendable {
    /// What was found at the other side.
    private struct Opening {
      let handle: ConnectionHandle
      let uri: String
      let libvirt: LibvirtVersion
      let host: HostView
    }

    /// What is known of the other side.
    private struct Side {
      let libvirt: LibvirtVersion
      let host: HostView
      var answersOfFunctions = true

      init(_ opening: Opening) {
        libvirt = opening.libvirt
        host = opening.host
      }
    }

    private enum Link {
      case open(ConnectionHandle)
      case lost(ConnectionLoss)
      case closed
    }

    private let requestedURI: String?
    let lane = CallLane(label: "libvirt.connection")
    private let link: Mutex<Link>
    let hub = EventHub()
    private let nudge = Nudge()
    private let side: Mutex<Side>

    /// The URI that was really opened.
    public let uri: String
    /// How it was opened, and how long it waits.
    public let settings: ConnectionSettings

    /// Opens a connection.
    ///
    /// - Parameters:
    ///   - uri: As `qemu:///system`; without one, libvirt takes `LIBVIRT_DEFAULT_URI` from the
    ///     environment, then its own configuration, then the first driver that answers.
    ///   - settings: How to open it, and how long to wait.
    /// - Throws: libvirt's reason, or `HotPlugError.unanswered`.
    ///
    /// The corresponding C function is `virConnectOpenAuth`.
    public init(
      _ uri: String? = nil,
      _ settings: ConnectionSettings = ConnectionSettings()
    ) async throws(HotPlugError) {
      requestedURI = uri
      self.settings = settings
      let opened = try await Self.open(uri, settings, within: settings.callLimit, lane)
      self.uri = opened.uri
      link = Mutex(.open(opened.handle))
      side = Mutex(Side(opened))
      try await watch(opened.handle)
    }

    private static func open(
      _ uri: String?,
      _ settings: ConnectionSettings,
      within limit: Duration,
      _ lane: CallLane
    ) async throws(HotPlugError) -> Opening {
      let result: Result<Opening, LibvirtError>
      do {
        result = try await lane.run("virConnectOpenAuth", within: limit) {
          Result { () throws(LibvirtError) in
            try EventLoop.start()
            let handle = try ConnectionHandle(uri: uri, settings)
            let uri = try handle.uri()
            return Opening(
              handle: handle,
              uri: uri,
              libvirt: try handle.libvirtVersion(),
              host: HostView(uri: uri)
            )
          }
        }
      } catch {
        throw .unanswered(error)
      }
      do {
        return try result.get()
      } catch {
        throw .libvirt(error)
      }
    }

    /// Has a loss of the connection noticed, also between calls.
    private func watch(_ handle: ConnectionHandle) async throws(HotPlugError) {
      try await call("virConnectRegisterCloseCallback") { (open) throws(LibvirtError) in
        guard open === handle else { return }
        try handle.onLoss { [weak self, weak handle] loss in
          if let handle { self?.lose(handle, loss) }
        }
      }
    }

    private func lose(_ handle: ConnectionHandle, _ loss: ConnectionLoss) {
      let isNew = link.withLock { link in
        guard case .open(let open) = link, open === handle else { return false }
        link = .lost(loss)
        return true
      }
      guard isNew else { return }
      hub.lose(loss)
      settings.onLoss?(loss)
    }

    /// Whether calls can be made, as far as is known.
    public var isOpen: Bool { (try? handle()) != nil }

    /// Opens a lost connection again; one that is open stays as it is.
    ///
    /// The domains and event streams that came from it go on. A stream tells that events may have
    /// been missed.
    ///
    /// - Throws: As ``init(_:_:)``; `HotPlugError.connectionClosed` after ``close()``.
    public func reconnect() async throws(HotPlugError) {
      try await reopen(within: settings.callLimit)
    }

    /// Opens a lost connection again, if the other side takes it within a time.
    func reopen(within limit: Duration) async throws(HotPlugError) {
      do {
        _ = try handle()
        return
      } catch .connectionLost {
      }
      let opened = try await Self.open(requestedURI, settings, within: limit, lane)
      let isNew = link.withLock { link in
        guard case .lost = link else { return false }
        link = .open(opened.handle)
        return true
      }
      guard isNew else { return }
      side.withLock { $0 = Side(opened) }
      try await watch(opened.handle)
      if hub.isWanted { try await register() }
    }

    /// Closes the connection; event streams end.
    ///
    /// A process that ends need not call it.
    public func close() async {
      link.withLock { $0 = .closed }
      hub.finish()
      await deregister()
    }

    /// The version of libvirt at the other side, whose rules count.
    public var libvirtVersion: LibvirtVersion { side.withLock { $0.libvirt } }

    /// What this process sees of the host at the other side.
    var host: HostView { side.withLock { $0.host } }

    /// Whether libvirt answers when it is asked for functions of the host, as far as is known.
    var answersOfFunctions: Bool { side.withLock { $0.answersOfFunctions } }

    /// Notes that libvirt has not answered when it was asked for functions of the host.
    func noteSilenceOnFunctions() { side.withLock { $0.answersOfFunctions = false } }

    /// Whether the driver runs inside this process.
    var isEmbedded: Bool { uri.contains(":///embed") }

    /// Finds a domain by its name, UUID or id.
    ///
    /// - Throws: `HotPlugError.domainNotFound`, or libvirt's reason.
    public func domain(named name: String) async throws(HotPlugError) -> Domain {
      do {
        let found = try await call("virDomainLookupByName") { (handle) throws(LibvirtError) in
          let domain = try handle.domain(named: name)
          return (handle: domain, identity: try domain.identity())
        }
        return Domain(found.handle, found.identity, of: self)
      } catch .libvirt(let error) where error.code == LibvirtError.noDomain {
        throw .domainNotFound(name, error)
      }
    }

    private func handle() throws(HotPlugError) -> ConnectionHandle {
      switch link.withLock({ $0 }) {
      case .open(let handle): return handle
      case .lost(let loss): throw .connectionLost(loss, wasSent: false)
      case .closed: throw .connectionClosed
      }
    }

    /// Makes a call.
    ///
    /// - Parameters:
    ///   - function: The C function, for the error that says that it was not answered.
    ///   - changes: Whether it changes anything, so that its outcome matters when it is not answered.
    ///   - lane: What it waits its turn in; nil for the connection's own.
    ///   - limit: How long it may take, if that is less than the connection's own limit.
    func call<Value: Sendable>(
      _ function: String,
      changes: Bool = false,
      on lane: CallLane? = nil,
      within limit: Duration? = nil,
      _ body: @escaping @Sendable (ConnectionHandle) throws(LibvirtError) -> Value
    ) async throws(HotPlugError) -> Value {
      let handle = try handle()
      let limit = min(limit ?? settings.callLimit, settings.callLimit)
      let result: Result<Value, HotPlugError>
      do throws(UnansweredCall) {
        result = try await (lane ?? self.lane).run(function, changes: changes, within: limit) {
          [self] in
          Result { () throws(HotPlugError) in
            do throws(LibvirtError) {
              return try nudge.during({ () throws(LibvirtError) in try body(handle) }, on: handle)
            } catch {
              throw explained(error, on: handle)
            }
          }
        }
      } catch {
        throw .unanswered(error)
      }
      return try result.get()
    }

    /// The error of a call; one that the loss of the connection brought about is told as that.
    private func explained(_ error: LibvirtError, on handle: ConnectionHandle) -> HotPlugError {
      guard error.domain == LibvirtError.remoteDomain, error.meansLoss || !handle.isAlive else {
        return .libvirt(error)
      }
      let loss = ConnectionLoss(noticedBy: error)
      lose(handle, loss)
      return .connectionLost(loss, wasSent: true)
    }
  }
#endif
