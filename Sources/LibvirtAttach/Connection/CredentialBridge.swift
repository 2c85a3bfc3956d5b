#if Libvirt
  import CLibvirt
  import Glibc

  /// Hands libvirt's requests for credentials to a Swift closure, while a connection is opened.
  @safe enum CredentialBridge {
    private static let kinds: KeyValuePairs<CInt, CredentialRequest.Kind> = [
      CInt(VIR_CRED_USERNAME.rawValue): .userName,
      CInt(VIR_CRED_AUTHNAME.rawValue): .authenticationName,
      CInt(VIR_CRED_LANGUAGE.rawValue): .language,
      CInt(VIR_CRED_CNONCE.rawValue): .nonce,
      CInt(VIR_CRED_PASSPHRASE.rawValue): .passphrase,
      CInt(VIR_CRED_ECHOPROMPT.rawValue): .echoedPrompt,
      CInt(VIR_CRED_NOECHOPROMPT.rawValue): .hiddenPrompt,
      CInt(VIR_CRED_REALM.rawValue): .realm,
      CInt(VIR_CRED_EXTERNAL.rawValue): .external,
    ]

    private final class Box {
      let answer: @Sendable (CredentialRequest) -> String?

      init(_ answer: @escaping @Sendable (CredentialRequest) -> String?) { self.answer = answer }
    }

    /// Opens a connection that may ask for credentials.
    ///
    /// The corresponding C function is `virConnectOpenAuth`.
    static func open(
      _ uri: String?,
      flags: UInt32,
      asking answer: @escaping @Sendable (CredentialRequest) -> String?
    ) -> virConnectPtr? {
      var types = kinds.map(\.key)
      let box = Box(answer)
      return unsafe withExtendedLifetime(box) {
        unsafe types.withUnsafeMutableBufferPointer { types in
          var auth = unsafe virConnectAuth(
            credtype: types.baseAddress,
            ncredtype: UInt32(types.count),
            cb: { requests, count, box in
              guard let requests = unsafe requests, let box = unsafe box else { return -1 }
              let answer = unsafe Unmanaged<Box>.fromOpaque(box).takeUnretainedValue().answer
              for index in 0..<Int(count) {
                guard unsafe CredentialBridge.fill(&requests[index], answer) else { return -1 }
              }
              return 0
            },
            cbdata: Unmanaged.passUnretained(box).toOpaque()
          )
          return unsafe virConnectOpenAuth(uri, &auth, flags)
        }
      }
    }

    /// Answers one request; libvirt frees the answer.
    private static func fill(
      _ request: inout virConnectCredential,
      _ answer: (CredentialRequest) -> String?
    ) -> Bool {
      let type = unsafe request.type
      guard let kind = kinds.first(where: { $0.key == type })?.value else { return false }
      let asked = unsafe CredentialRequest(
        kind: kind,
        prompt: text(request.prompt) ?? "",
        challenge: text(request.challenge),
        defaultAnswer: text(request.defresult)
      )
      guard let result = answer(asked) ?? asked.defaultAnswer else { return false }
      unsafe request.result = strdup(result)
      unsafe request.resultlen = UInt32(result.utf8.count)
      return true
    }

    private static func text(_ pointer: UnsafePointer<CChar>?) -> String? {
      unsafe pointer.map { unsafe String(cString: $0) }
    }
  }
#endif
