/// How a device is brought to what is asked for.
public struct ChangeOptions: Sendable {
  /// What is done with a device that is there and differs from what is asked.
  public enum DifferencePolicy: String, Hashable, Sendable, CaseIterable {
    /// It stays, and the difference is an error.
    case refuse
    /// It is changed in its place; what libvirt cannot change while the guest runs is an error.
    case update
    /// It is changed in its place if libvirt can do that, and else replaced by a new one.
    case replace
  }

  /// What is done with a device that is there and differs.
  public var onDifference: DifferencePolicy
  /// How long all of it may take but for what the guest takes; nil is the connection's limit for one
  /// call.
  public var timeout: Duration?
  /// Whether the bridge, the device or the socket is looked for before the running guest is changed,
  /// where this process sees the host.
  ///
  /// A vhost-user socket that QEMU is to listen at is tried out, since QEMU would wait there for ever.
  public var checksHost: Bool
  /// Which devices may give way to the one that is asked for.
  public var ownership = Ownership.vifs
  /// How often a guest is asked to give up a device that is replaced or detached.
  public var patience: DetachPatience
  /// Told what is going on while a guest is waited for, on any thread.
  public var progress: @Sendable (DetachProgress) -> Void

  /// Refuses what differs, unless told otherwise.
  public init(
    onDifference: DifferencePolicy = .refuse,
    timeout: Duration? = nil,
    checksHost: Bool = true,
    patience: DetachPatience = DetachPatience(),
    progress: @escaping @Sendable (DetachProgress) -> Void = { _ in }
  ) {
    self.onDifference = onDifference
    self.timeout = timeout
    self.checksHost = checksHost
    self.patience = patience
    self.progress = progress
  }
}
