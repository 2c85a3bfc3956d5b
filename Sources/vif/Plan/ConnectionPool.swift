#if Libvirt
  import LibvirtAttach

  /// One connection to each host, opened when it is first wanted.
  actor ConnectionPool {
    private let options: ConnectionOptions
    private var openings: [String?: Task<Result<Connection, HotPlugError>, Never>] = [:]

    init(_ options: ConnectionOptions) { self.options = options }

    /// The connection to a host; without a URI, the one of the command line.
    ///
    /// - Throws: Why it could not be opened.
    func connection(to uri: String?) async throws(HotPlugError) -> Connection {
      let opening = openings[uri] ?? Task { [options] in await options.opened(uri) }
      openings[uri] = opening
      return try await opening.value.get()
    }
  }
#endif
