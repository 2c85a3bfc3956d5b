import LibvirtAttach

extension DomainEvent {
  /// The event for programs.
  func json(at time: String) -> JSONLine {
    switch self {
    case .deviceAdded(let domain, let alias): device("device-added", domain, alias, time)
    case .deviceRemoved(let domain, let alias): device("device-removed", domain, alias, time)
    case .deviceRemovalFailed(let domain, let alias):
      device("device-removal-failed", domain, alias, time)
    case .lifecycle(let domain, let change, let detail):
      .object([
        "time": .string(time),
        "event": .string("lifecycle"),
        "domain": .string(domain.name),
        "uuid": .string(domain.uuid),
        "change": .string("\(change)"),
        "detail": .integer(detail),
      ])
    case .connectionLost(let loss):
      .object([
        "time": .string(time),
        "event": .string("connection-lost"),
        "reason": .string(loss.reason.rawValue),
      ])
    case .connectionRestored:
      .object([
        "time": .string(time),
        "event": .string("connection-restored"),
        "message": .string("events may have been missed"),
      ])
    }
  }

  private func device(
    _ event: String,
    _ domain: DomainIdentity,
    _ alias: String,
    _ time: String
  ) -> JSONLine {
    .object([
      "time": .string(time),
      "event": .string(event),
      "domain": .string(domain.name),
      "uuid": .string(domain.uuid),
      "alias": .string(alias),
    ])
  }
}
