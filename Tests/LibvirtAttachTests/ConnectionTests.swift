#if Libvirt
  import Diagnostics
  import Synchronization
  import Testing
  import ToolRun

  @testable import LibvirtAttach

  /// Connections to libvirt's mock driver, each with a host of its own.
  @Suite struct ConnectionTests {
    /// A host that lets nobody in without a password.
    static func guardedHost(in folder: TemporaryFolder) throws -> String {
      let path = try folder.write(
        """
        <node>
          <auth><user password='sesame'>ali</user></auth>
          <domain type='test'><name>cave</name><memory>65536</memory><os><type>hvm</type></os></domain>
        </node>
        """,
        to: "node.xml"
      )
      return "test://\(path)"
    }

    static func settings(
      answering answer: @escaping @Sendable (CredentialRequest) -> String?
    ) -> ConnectionSettings {
      var settings = ConnectionSettings()
      settings.credentials = answer
      return settings
    }

    @Test func `asks for the credentials that the other side wants`() async throws {
      let folder = try TemporaryFolder()
      let asked = Kinds()
      let connection = try await Connection(
        Self.guardedHost(in: folder),
        Self.settings { request in
          asked.add(request.kind)
          return request.kind == .passphrase ? "sesame" : "ali"
        }
      )
      #expect(try await connection.domain(named: "cave").name == "cave")
      #expect(asked.all == [.authenticationName, .passphrase])
    }

    private final class Kinds: Sendable {
      private let kinds = Mutex<[CredentialRequest.Kind]>([])

      var all: [CredentialRequest.Kind] { kinds.withLock { $0 } }

      func add(_ kind: CredentialRequest.Kind) { kinds.withLock { $0.append(kind) } }
    }

    @Test(arguments: ["wrong", nil])
    func `says that the credentials were not taken`(passphrase: String?) async throws {
      let folder = try TemporaryFolder()
      let uri = try Self.guardedHost(in: folder)
      let error = await #expect(throws: HotPlugError.self) {
        try await Connection(
          uri,
          Self.settings { $0.kind == .passphrase ? passphrase : "ali" }
        )
      }
      #expect(error?.diagnosis.code.rawValue == "connection.authentication")
    }

    @Test func `fails when credentials are wanted and nobody has any`() async throws {
      let folder = try TemporaryFolder()
      let uri = try Self.guardedHost(in: folder)
      let error = await #expect(throws: HotPlugError.self) { try await Connection(uri) }
      #expect(error?.diagnosis.code.rawValue == "connection.authentication")
    }

    @Test func `changes nothing through a connection for reading`() async throws {
      var settings = ConnectionSettings()
      settings.isReadOnly = true
      let domain = try await Connection("test:///default", settings).domain(named: "test")
      #expect(try await domain.devices(in: .live).count == 1)
      let error = await #expect(throws: HotPlugError.self) {
        try await domain.attach("<interface type='user'/>")
      }
      #expect(error?.diagnosis.code.rawValue == "connection.read-only")
    }

    @Test func `ends calls and streams when it is closed`() async throws {
      let connection = try await Connection("test:///default")
      let domain = try await connection.domain(named: "test")
      let events = try await connection.events()
      #expect(connection.isOpen)
      await connection.close()
      #expect(!connection.isOpen)
      for await _ in events { Issue.record("nothing happens there") }
      await #expect(throws: HotPlugError.connectionClosed) { try await domain.isActive }
      await #expect(throws: HotPlugError.connectionClosed) { try await connection.reconnect() }
      await #expect(throws: HotPlugError.connectionClosed) { try await connection.events() }
    }

    @Test func `stays as it is when it is to be opened again`() async throws {
      let connection = try await Connection("test:///default")
      let domain = try await connection.domain(named: "test")
      try await connection.reconnect()
      #expect(try await domain.isActive)
    }

    @Test func `gives several streams, one after the other and side by side`() async throws {
      let connection = try await Connection("test:///default")
      for _ in 0..<20 {
        let first = try await connection.events()
        let second = try await connection.events()
        withExtendedLifetime((first, second)) {}
      }
      _ = try await connection.events()
    }

    @Test func `says that a task was cancelled before libvirt was called`() async throws {
      let connection = try await Connection("test:///default")
      let domain = try await connection.domain(named: "test")
      let task = Task {
        while !Task.isCancelled { await Task.yield() }
        _ = try await domain.attach("<interface type='user'/>")
      }
      task.cancel()
      let error = await #expect(throws: HotPlugError.self) { try await task.value }
      #expect(error?.diagnosis.code == .callCancelled)
    }

    @Test func `says how long it waited in vain`() async throws {
      let connection = try await Connection("test:///default")
      let domain = try await connection.domain(named: "test")
      let error = await #expect(throws: HotPlugError.self) {
        try await domain.attach(
          "<interface type='user'/>",
          .existing,
          ChangeOptions(timeout: .zero)
        )
      }
      #expect(error?.diagnosis.code == .callDeadline)
    }
  }
#endif
