/// How a connection to libvirt is opened, and how long it waits.
public struct ConnectionSettings: Sendable {
  /// Questions that a connection asks of the other side when nothing else is said.
  public struct KeepAlive: Hashable, Sendable {
    /// Seconds between two of them, 1…2147483647.
    public var interval: Int32
    /// How many may go unanswered before the connection counts as lost.
    public var count: UInt32

    /// Asks every `interval` seconds, and gives up after `count` unanswered questions.
    public init(interval: Int32, count: UInt32) {
      self.interval = interval
      self.count = count
    }
  }

  /// Whether nothing may be changed through it.
  public var isReadOnly = false
  /// How a remote side that is gone is found out.
  ///
  /// nil asks it nothing, and then a call may wait for its whole ``callLimit``. Drivers inside the
  /// process have no use for it.
  public var keepAlive: KeepAlive? = KeepAlive(interval: 5, count: 3)
  /// How long a call may take before its caller stops waiting.
  ///
  /// More than the 30 seconds after which libvirt itself says that another call holds the domain.
  public var callLimit = Duration.seconds(60)
  /// Gives the credentials that the other side asks for, nil for one that it does not have.
  ///
  /// Called on a thread that may block, while the connection is opened. Without it, a connection
  /// that needs credentials fails.
  public var credentials: (@Sendable (CredentialRequest) -> String?)?
  /// Told when the connection is lost; on libvirt's event thread, so it must not block.
  public var onLoss: (@Sendable (ConnectionLoss) -> Void)?

  /// Settings for everyday use.
  public init() {}
}
