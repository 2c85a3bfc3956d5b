/// Something that happened to a domain, or to the connection that tells of it.
public enum DomainEvent: Hashable, Sendable {
  /// The running guest has a new device, of this alias.
  ///
  /// It comes before the call that attaches it returns; a change of the configuration alone has no
  /// event. The corresponding C event is `VIR_DOMAIN_EVENT_ID_DEVICE_ADDED`.
  case deviceAdded(DomainIdentity, alias: String)
  /// The running guest gave the device of this alias up.
  ///
  /// The corresponding C event is `VIR_DOMAIN_EVENT_ID_DEVICE_REMOVED`.
  case deviceRemoved(DomainIdentity, alias: String)
  /// The running guest refused to give the device of this alias up.
  ///
  /// The corresponding C event is `VIR_DOMAIN_EVENT_ID_DEVICE_REMOVAL_FAILED`.
  case deviceRemovalFailed(DomainIdentity, alias: String)
  /// The domain changed its state; the number is libvirt's own for the cause.
  ///
  /// The corresponding C event is `VIR_DOMAIN_EVENT_ID_LIFECYCLE`.
  case lifecycle(DomainIdentity, LifecycleChange, detail: Int)
  /// The connection was lost: nothing is told until it is opened again.
  case connectionLost(ConnectionLoss)
  /// The connection is open again: what happened in between was not told, and may be anything.
  case connectionRestored
}

extension DomainEvent {
  /// The domain that it is about; nil for the connection's own.
  public var domain: DomainIdentity? {
    switch self {
    case .deviceAdded(let domain, _), .deviceRemoved(let domain, _),
      .deviceRemovalFailed(let domain, _), .lifecycle(let domain, _, _):
      domain
    case .connectionLost, .connectionRestored: nil
    }
  }
}
