#if Libvirt
  import Diagnostics
  import InterfaceXML

  /// A guest as libvirt knows it, running or shut off.
  public final class Domain: Sendable {
    private let handle: DomainHandle
    /// Where the domain lives; keeps the connection open.
    let connection: Connection

    /// The domain's name.
    public let name: String

    init(_ handle: DomainHandle, name: String, of connection: Connection) {
      self.handle = handle
      self.name = name
      self.connection = connection
    }

    /// Whether the guest is running.
    ///
    /// - Throws: libvirt's reason.
    public var isActive: Bool {
      get async throws(HotPlugError) {
        try await call { (handle) throws(LibvirtError) in try handle.isActive() }
      }
    }

    /// Whether the domain has a stored configuration.
    ///
    /// - Throws: libvirt's reason.
    public var isPersistent: Bool {
      get async throws(HotPlugError) {
        try await call { (handle) throws(LibvirtError) in try handle.isPersistent() }
      }
    }

    /// The domain's XML: of the running guest if there is one, or always of the configuration.
    ///
    /// - Throws: libvirt's reason.
    ///
    /// The corresponding C function is `virDomainGetXMLDesc`.
    public func xml(inactive: Bool = false) async throws(HotPlugError) -> String {
      try await call { (handle) throws(LibvirtError) in try handle.xml(inactive: inactive) }
    }

    /// The domain's interfaces in one of its definitions.
    ///
    /// - Throws: `HotPlugError.refused` with `domain.not-running` or `domain.transient` when the domain
    ///   has no such definition, else libvirt's reason.
    public func interfaces(
      in definition: Definition
    ) async throws(HotPlugError) -> [AttachedInterface] {
      try await description(of: definition).interfaces
    }

    /// Plugs a device in.
    ///
    /// - Parameters:
    ///   - xml: An `<interface>` or a `<hostdev>`, as a whole document.
    ///   - scope: The definitions that it is to be in.
    /// - Throws: `HotPlugError.refused` for a text that is not such a document, else libvirt's
    ///   reason. A failure to plug it into the running guest leaves the configuration alone.
    ///
    /// The corresponding C function is `virDomainAttachDeviceFlags`.
    @discardableResult
    public func attach(
      _ xml: String,
      _ scope: AttachScope = .existing
    ) async throws(HotPlugError) -> ChangeReport {
      let mac = try AttachDocument(parsing: xml).mac
      let parts = try await parts(of: scope)
      try await call { (handle) throws(LibvirtError) in try handle.attach(xml, to: parts) }
      var report = ChangeReport(
        live: parts.contains(.live) ? .changed : .untouched,
        config: parts.contains(.config) ? .changed : .untouched
      )
      if let mac {
        // The device is in by now: not being able to describe it is no failure of the attach.
        let interfaces = try? await interfaces(in: parts.contains(.live) ? .live : .config)
        report.interface = interfaces?.last { $0.mac == mac }
      }
      return report
    }

    func parts(of scope: AttachScope) async throws(HotPlugError) -> DefinitionParts {
      let state = try await call { (handle) throws(LibvirtError) in
        (isActive: try handle.isActive(), isPersistent: try handle.isPersistent())
      }
      return scope.parts(isActive: state.isActive, isPersistent: state.isPersistent)
    }

    func description(of definition: Definition) async throws(HotPlugError) -> DomainDescription {
      let name = name
      // Asked in one go, so that the answers belong together: libvirt gives the other definition's
      // XML where one is missing.
      let xml = try await call { (handle) throws(LibvirtError) -> String? in
        let exists = definition == .config ? try handle.isPersistent() : try handle.isActive()
        return exists ? try handle.xml(inactive: definition == .config) : nil
      }
      guard let xml else {
        throw .refused(definition == .config ? .transient(domain: name) : .notRunning(domain: name))
      }
      do {
        return try DomainDescription(parsing: xml)
      } catch {
        throw .refused(error)
      }
    }

    func call<Value: Sendable>(
      _ body: @escaping @Sendable (DomainHandle) throws(LibvirtError) -> Value
    ) async throws(HotPlugError) -> Value {
      do {
        return try await connection.call { [handle] (_) throws(LibvirtError) in try body(handle) }
      } catch {
        throw .libvirt(error)
      }
    }
  }
#endif
