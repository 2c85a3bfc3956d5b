#if Libvirt
  import Glibc
  import LibvirtAttach

  extension ConnectionOptions {
    /// Opens the connection that was asked for.
    ///
    /// - Throws: The exit status, with the reason told.
    func open(telling format: FormatOption.Format) async throws -> Connection {
      var settings = ConnectionSettings()
      settings.isReadOnly = readonly
      settings.callLimit = .seconds(callTimeout)
      if isatty(STDIN_FILENO) == 1 { settings.credentials = Self.ask }
      do throws(HotPlugError) {
        return try await Connection(connect, settings)
      } catch {
        throw HotPlugFailure(error).told(in: format)
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
