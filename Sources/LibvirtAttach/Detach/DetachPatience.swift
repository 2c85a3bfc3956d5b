/// How often a guest is asked to give a device up, and how long each time it may take.
public struct DetachPatience: Hashable, Sendable {
  /// How often it is asked at most, at least once.
  public var attempts: Int
  /// How long it may take each time before it is asked again.
  ///
  /// Guests with native PCI Express hot-plug need six seconds and more.
  public var timeout: Duration

  /// Asks up to eight times, and waits 20 seconds each time, unless told otherwise.
  public init(attempts: Int = 8, timeout: Duration = .seconds(20)) {
    self.attempts = max(1, attempts)
    self.timeout = timeout
  }
}
