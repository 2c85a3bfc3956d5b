/// What is going on while a guest is waited for.
public enum DetachProgress: Hashable, Sendable {
  /// The guest was asked for the device; the attempt is counted from 1.
  case asked(AttachedInterface, attempt: Int, of: Int)
  /// The guest had been asked before, and has not answered yet.
  case underWay(AttachedInterface, attempt: Int, of: Int)
  /// The guest cannot be asked yet.
  case guestIsBusy(AttachedInterface, attempt: Int, of: Int)
  /// The connection was lost, and is being opened again.
  case connectionLost(ConnectionLoss)
}
