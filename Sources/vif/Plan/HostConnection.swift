#if Libvirt
  import LibvirtAttach

  /// The connection to a host, opened when it is first wanted and once more when it was lost.
  ///
  /// A host that did not answer is not asked again: each time would take as long.
  actor HostConnection {
    private let options: ConnectionOptions
    private let uri: String?
    private let mayAsk: Bool
    private var opening: Task<Result<Connection, HotPlugError>, Never>?

    /// - Parameters:
    ///   - uri: The host's; nil for libvirt's own choice.
    ///   - mayAsk: Whether who sits at the terminal may be asked for a password or the like.
    init(_ options: ConnectionOptions, to uri: String?, mayAsk: Bool) {
      self.options = options
      self.uri = uri
      self.mayAsk = mayAsk
    }

    /// The open connection.
    ///
    /// - Throws: Why there is none.
    func opened() async throws(HotPlugError) -> Connection {
      let last = opening
      if let connection = try await last?.value.get(), connection.isOpen { return connection }
      // Another may have asked for a new one meanwhile.
      if opening == last {
        opening = Task { [options, uri, mayAsk] in
          guard case .success(let connection)? = await last?.value else {
            return await options.opened(uri, mayAsk: mayAsk)
          }
          do throws(HotPlugError) {
            try await connection.reconnect()
            return .success(connection)
          } catch {
            return .failure(error)
          }
        }
      }
      return try await opened()
    }
  }
#endif
