/// A call that its caller no longer waits for.
///
/// A call that blocks inside libvirt cannot be interrupted: it goes on, and keeps what it needs,
/// until libvirt ends it.
public struct UnansweredCall: Error, Hashable, Sendable {
  /// Why its caller went away.
  public enum Reason: Hashable, Sendable {
    /// It took longer than this.
    case deadline(Duration)
    /// The caller's task was cancelled.
    case cancelled
    /// This many calls on the same thing are still unanswered: no further one is begun.
    case congested(Int)
  }

  /// The C function.
  public let function: String
  /// Why its caller went away.
  public let reason: Reason
  /// Whether libvirt was called.
  ///
  /// What became of it is unknown then; else nothing was done, and nothing will be.
  public let wasSent: Bool
  /// Whether it was to change anything.
  public let changes: Bool

  package init(function: String, reason: Reason, wasSent: Bool, changes: Bool = false) {
    self.function = function
    self.reason = reason
    self.wasSent = wasSent
    self.changes = changes
  }
}

extension UnansweredCall: CustomStringConvertible {
  /// The function, the reason, and what is known of the outcome.
  public var description: String {
    let cause =
      switch reason {
      case .deadline(let limit): "\(function) was not answered within \(limit.inSeconds)"
      case .cancelled: "\(function) was cancelled"
      case .congested(let count): "\(function) was not begun: \(count) calls are still unanswered"
      }
    guard changes else { return cause }
    return wasSent
      ? "\(cause): whether it was carried out, or still will be, is unknown"
      : "\(cause): nothing was done"
  }
}
