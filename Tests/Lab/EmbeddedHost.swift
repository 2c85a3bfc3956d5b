#if Libvirt
  package import LibvirtAttach

  /// libvirt's QEMU driver inside this process, with a root folder of its own.
  ///
  /// libvirt has one such root a process: open the next host after this one was closed.
  package final class EmbeddedHost: Sendable {
    private let root: LabRoot
    private let control: GuestControl
    /// One for all guests: each opening of the embedded driver takes one of libvirt's few places for
    /// drivers, for good.
    package let connection: Connection
    private let queue = CallQueue(label: "lab")

    /// The driver's URI, for further connections from this process.
    package let uri: String

    private init(root: LabRoot, uri: String) async throws {
      self.root = root
      self.uri = uri
      control = try GuestControl(uri: uri)
      connection = try await Connection(uri)
    }

    /// Runs `body` with a host, and leaves no process and no file behind.
    package static func with(_ body: (EmbeddedHost) async throws -> Void) async throws {
      let root = try LabRoot()
      let result: Result<Void, any Error>
      do {
        let uri = "qemu:///embed?root=\(root.path)"
        try await body(EmbeddedHost(root: root, uri: uri))
        result = .success(())
      } catch {
        result = .failure(error)
      }
      try root.remove()
      try result.get()
    }

    /// Runs `body` with a guest of its own.
    ///
    /// - Parameters:
    ///   - name: The guest's name; no other may have it at that time.
    ///   - isRunning: Whether it is started.
    ///   - isPersistent: Whether it has a stored configuration.
    package func withGuest(
      _ name: String,
      isRunning: Bool = true,
      isPersistent: Bool = true,
      _ body: (EmbeddedGuest) async throws -> Void
    ) async throws {
      let xml = GuestDefinition(name: name).description
      try await queue.run { [control] () throws(LibvirtError) in
        if isPersistent {
          try control.define(xml)
          if isRunning { try control.start(name) }
        } else {
          try control.createTransient(xml)
        }
      }
      let result: Result<Void, any Error>
      do {
        let domain = try await connection.domain(named: name)
        try await body(EmbeddedGuest(domain: domain, control: control, queue: queue, root: root))
        result = .success(())
      } catch {
        result = .failure(error)
      }
      await queue.run { [control] () in
        // A test may have stopped it, so that only one of these may be there to be done.
        try? control.destroy(name)
        try? control.undefine(name)
      }
      try result.get()
    }
  }
#endif
