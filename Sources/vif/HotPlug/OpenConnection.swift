#if Libvirt
  import Glibc
  import LibvirtAttach

  extension ConnectionOptions {
    /// Opens the connection that was asked for.
    ///
    /// - Throws: The exit status, with the reason told.
    func open(telling format: FormatOption.Format) async throws -> Connection {
      do throws(HotPlugError) {
        return try await opened(connect).get()
      } catch {
        throw HotPlugFailure(error).told(in: format)
      }
    }

    /// Opens a connection with the settings that were asked for.
    ///
    /// - Parameters:
    ///   - uri: To what; nil is libvirt's own choice.
    ///   - mayAsk: Whether who sits at the terminal may be asked for a password or the like.
    func opened(_ uri: String?, mayAsk: Bool = true) async -> Result<Connection, HotPlugError> {
      var settings = ConnectionSettings()
      settings.isReadOnly = readonly
      settings.callLimit = .seconds(callTimeout)
      settings.keepAlive =
        keepaliveInterval == 0
        ? nil
        : ConnectionSettings.KeepAlive(interval: keepaliveInterval, count: keepaliveCount)
      if mayAsk, isatty(STDIN_FILENO) == 1 { settings.credentials = Self.ask }
      do throws(HotPlugError) {
        let uri = mayAsk ? uri : (uri ?? HostPlace.standardURI).map(Self.askingNobody)
        return .success(try await Connection(uri, settings))
      } catch {
        return .failure(error)
      }
    }

    /// A URI by which ssh asks for nothing at the terminal, unless it says whether it may.
    private static func askingNobody(_ uri: String) -> String {
      guard uri.prefix(while: { $0 != "/" }).hasSuffix("+ssh:") else { return uri }
      let end = uri.firstIndex(of: "#") ?? uri.endIndex
      let start = uri[..<end].firstIndex(of: "?")
      let options = start.map { uri[$0..<end].dropFirst().split(separator: "&") } ?? []
      guard !options.contains(where: { $0.hasPrefix("no_tty=") }) else { return uri }
      return uri[..<end] + (start == nil ? "?no_tty=1" : "&no_tty=1") + uri[end...]
    }

    /// Asks who sits at the terminal.
    private static func ask(_ request: CredentialRequest) -> String? {
      let prompt = request.prompt.hasSuffix(":") ? "\(request.prompt) " : "\(request.prompt): "
      switch request.kind {
      case .passphrase, .hiddenPrompt:
        return unsafe getpass(prompt).map { unsafe String(cString: $0) }
      case .userName, .authenticationName, .echoedPrompt, .realm:
        StandardError.writePrompt(prompt)
        return readLine()
      case .language, .nonce, .external: return nil
      }
    }
  }
#endif
