#if Libvirt
  import Glibc
  import LibvirtAttach

  extension ConnectionOptions {
    /// Opens the connection that was asked for.
    ///
    /// - Throws: The exit status, with the reason told.
    func open(telling format: FormatOption.Format) async throws -> Connection {
      do throws(HotPlugError) {
        return try await opened(nil).get()
      } catch {
        throw HotPlugFailure(error).told(in: format)
      }
    }

    /// Opens a connection with the settings that were asked for.
    ///
    /// - Parameter uri: To what; nil is what was asked for.
    func opened(_ uri: String?) async -> Result<Connection, HotPlugError> {
      var settings = ConnectionSettings()
      settings.isReadOnly = readonly
      settings.callLimit = .seconds(callTimeout)
      settings.keepAlive =
        keepaliveInterval == 0
        ? nil
        : ConnectionSettings.KeepAlive(interval: keepaliveInterval, count: keepaliveCount)
      if isatty(STDIN_FILENO) == 1 { settings.credentials = Self.ask }
      do throws(HotPlugError) {
        return .success(try await Connection(uri ?? connect, settings))
      } catch {
        return .failure(error)
      }
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
