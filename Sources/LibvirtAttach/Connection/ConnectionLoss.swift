/// How a connection ended without having been closed.
public struct ConnectionLoss: Hashable, Sendable {
  /// What ended it.
  public enum Reason: String, Hashable, Sendable {
    /// The transport failed.
    ///
    /// The corresponding C reason is `VIR_CONNECT_CLOSE_REASON_ERROR`.
    case error
    /// The other side closed it, as a daemon that ends does.
    ///
    /// The corresponding C reason is `VIR_CONNECT_CLOSE_REASON_EOF`.
    case endOfFile = "end-of-file"
    /// The other side did not answer the questions that keep the connection alive.
    ///
    /// The corresponding C reason is `VIR_CONNECT_CLOSE_REASON_KEEPALIVE`.
    case keepAlive = "keep-alive"
    /// libvirt closed it on this side.
    ///
    /// The corresponding C reason is `VIR_CONNECT_CLOSE_REASON_CLIENT`.
    case client
  }

  /// What ended it.
  public let reason: Reason
  /// What libvirt answered to the call that noticed it; nil when none did.
  public let error: LibvirtError?

  package init(_ reason: Reason, error: LibvirtError? = nil) {
    self.reason = reason
    self.error = error
  }

  /// The loss that a call noticed; libvirt's words are all that tells why.
  package init(noticedBy error: LibvirtError) {
    let reason: Reason =
      if error.message.contains("keepalive") {
        .keepAlive
      } else if error.message.contains("End of file") {
        .endOfFile
      } else {
        .error
      }
    self.init(reason, error: error)
  }
}

extension ConnectionLoss: CustomStringConvertible {
  /// The reason in words, and libvirt's own.
  public var description: String {
    let words =
      switch reason {
      case .error: "the connection to libvirt failed"
      case .endOfFile: "libvirt's daemon closed the connection"
      case .keepAlive: "libvirt's daemon no longer answers"
      case .client: "the connection to libvirt was closed on this side"
      }
    return error.map { "\(words): \($0)" } ?? words
  }
}
