#if Libvirt
  import Diagnostics
  import Synchronization

  /// A guest as libvirt knows it, running or shut off.
  ///
  /// Its changes are made one after the other, in the order they were asked for; it is read beside
  /// them, and so are other domains. It outlives a loss of its connection: after `Connection.reconnect()` it is looked up
  /// again by its UUID.
  public final class Domain: Sendable {
    private let current: Mutex<DomainHandle>
    private let changes = CallLane(label: "libvirt.domain.change")
    private let reads = CallLane(label: "libvirt.domain.read")
    /// Where the domain lives; keeps the connection open.
    let connection: Connection

    /// The name that it had when it was found, and its UUID.
    public let identity: DomainIdentity

    /// The domain's name.
    public var name: String { identity.name }

    init(_ handle: DomainHandle, _ identity: DomainIdentity, of connection: Connection) {
      current = Mutex(handle)
      self.identity = identity
      self.connection = connection
    }

    /// Whether the guest is running.
    ///
    /// - Throws: libvirt's reason.
    public var isActive: Bool {
      get async throws(HotPlugError) {
        try await call("virDomainIsActive") { (handle) throws(LibvirtError) in
          try handle.isActive()
        }
      }
    }

    /// Whether the domain has a stored configuration.
    ///
    /// - Throws: libvirt's reason.
    public var isPersistent: Bool {
      get async throws(HotPlugError) {
        try await call("virDomainIsPersistent") { (handle) throws(LibvirtError) in
          try handle.isPersistent()
        }
      }
    }

    /// Whether the guest is running and paused: it answers nothing then.
    ///
    /// - Throws: libvirt's reason.
    public var isPaused: Bool {
      get async throws(HotPlugError) {
        try await call("virDomainGetState") { (handle) throws(LibvirtError) in
          try handle.isPaused()
        }
      }
    }

    /// The domain's XML: of the running guest if there is one, or always of the configuration.
    ///
    /// - Throws: libvirt's reason.
    ///
    /// The corresponding C function is `virDomainGetXMLDesc`.
    public func xml(inactive: Bool = false) async throws(HotPlugError) -> String {
      try await call("virDomainGetXMLDesc") { (handle) throws(LibvirtError) in
        try handle.xml(inactive: inactive)
      }
    }

    /// The domain's network devices in one of its definitions.
    ///
    /// - Throws: `HotPlugError.refused` with `domain.not-running` or `domain.transient` when the domain
    ///   has no such definition, else libvirt's reason.
    public func devices(in definition: Definition) async throws(HotPlugError) -> [AttachedInterface]
    {
      let snapshot = try await snapshot()
      switch definition {
      case .live:
        guard let live = snapshot.live else { throw .refused(.notRunning(domain: name)) }
        return live.devices
      case .config:
        guard let config = snapshot.config else { throw .refused(.transient(domain: name)) }
        return config.devices
      }
    }

    /// The definitions, asked for in one go so that the answers belong together.
    ///
    /// - Parameter parts: Those that are wanted, of which a stored configuration is known to be there;
    ///   nil for all that there are.
    func snapshot(
      of parts: DefinitionParts? = nil,
      within limit: Duration? = nil
    ) async throws(HotPlugError) -> DomainSnapshot {
      let texts = try await call("virDomainGetXMLDesc", within: limit) {
        (handle) throws(LibvirtError) in
        let isStored = if let parts { parts.contains(.config) } else { try handle.isPersistent() }
        return (
          current: parts?.contains(.live) ?? true ? try handle.xml(inactive: false) : nil,
          stored: isStored ? try handle.xml(inactive: true) : nil
        )
      }
      do throws(Diagnostic) {
        // Without a running guest, libvirt gives the configuration both times.
        let current = try texts.current.map { (text) throws(Diagnostic) in
          try DomainDescription(parsing: text)
        }
        return DomainSnapshot(
          live: current?.isRunning == true ? current : nil,
          config: try texts.stored.map { (text) throws(Diagnostic) in
            try DomainDescription(parsing: text)
          }
        )
      } catch {
        throw .refused(error)
      }
    }

    /// The definitions after a change, through a new connection if the old one was lost.
    ///
    /// - Parameters:
    ///   - parts: As for ``snapshot(of:within:)``.
    ///   - waits: Whether a change that is still under way is waited for, for some seconds: libvirt
    ///     writes a device into the live definition before the guest has it.
    /// - Returns: The definitions, and whether no change was under way when they were read, as far as
    ///   was asked.
    func look(
      at parts: DefinitionParts? = nil,
      waitingForChanges waits: Bool = false
    ) async throws(HotPlugError) -> (snapshot: DomainSnapshot, isQuiet: Bool) {
      let budget = TimeBudget(.seconds(10))
      while true {
        do {
          // Time enough for one last look, too.
          let limit = max(.seconds(2), budget.rest)
          let isQuiet = waits ? try await isQuiet(within: limit) : true
          let snapshot = try await snapshot(of: parts, within: limit)
          if isQuiet || budget.isSpent { return (snapshot, isQuiet) }
          guard (try? await Task.sleep(for: min(.milliseconds(100), budget.rest))) != nil else {
            return (snapshot, isQuiet)
          }
        } catch .connectionLost(let loss, let wasSent) {
          guard await connection.reconnect(within: budget.rest) else {
            throw .connectionLost(loss, wasSent: wasSent)
          }
        }
      }
    }

    private func isQuiet(within limit: Duration) async throws(HotPlugError) -> Bool {
      try await call("virDomainGetControlInfo", within: limit) { (handle) throws(LibvirtError) in
        try handle.isQuiet()
      }
    }

    /// Makes a call: see `Connection.call`.
    func call<Value: Sendable>(
      _ function: String,
      changes: Bool = false,
      within limit: Duration? = nil,
      _ body: @escaping @Sendable (DomainHandle) throws(LibvirtError) -> Value
    ) async throws(HotPlugError) -> Value {
      try await connection.call(
        function,
        changes: changes,
        on: changes ? self.changes : reads,
        within: limit
      ) {
        [self] (connection) throws(LibvirtError) in
        try body(handle(on: connection))
      }
    }

    /// The domain on this opening of the connection; blocks.
    private func handle(on connection: ConnectionHandle) throws(LibvirtError) -> DomainHandle {
      let known = current.withLock { $0 }
      guard !known.belongs(to: connection) else { return known }
      let found = try connection.domain(uuid: identity.uuid)
      current.withLock { $0 = found }
      return found
    }
  }
#endif
