/// A change of a domain's state.
///
/// The corresponding C type is `virDomainEventType`.
public enum LifecycleChange: Hashable, Sendable {
  /// It has a stored configuration, or a new one.
  case defined
  /// It has no stored configuration any more.
  case undefined
  /// A guest runs.
  case started
  /// The guest is paused.
  case suspended
  /// The guest goes on.
  case resumed
  /// The guest is gone.
  case stopped
  /// The guest has shut itself down, and its hypervisor is still there.
  case shutdown
  /// The guest put itself to sleep.
  case asleep
  /// The guest crashed.
  case crashed
  /// A change that is newer than this package.
  case other(Int)

  /// The change of libvirt's number.
  package init(number: Int) {
    let known: [LifecycleChange] = [
      .defined, .undefined, .started, .suspended, .resumed, .stopped, .shutdown, .asleep, .crashed,
    ]
    self = known.indices.contains(number) ? known[number] : .other(number)
  }
}

extension LifecycleChange: CustomStringConvertible {
  /// The change in a word, as `started`; a newer one as `change-9`.
  public var description: String {
    switch self {
    case .defined: "defined"
    case .undefined: "undefined"
    case .started: "started"
    case .suspended: "suspended"
    case .resumed: "resumed"
    case .stopped: "stopped"
    case .shutdown: "shutdown"
    case .asleep: "asleep"
    case .crashed: "crashed"
    case .other(let number): "change-\(number)"
    }
  }
}
