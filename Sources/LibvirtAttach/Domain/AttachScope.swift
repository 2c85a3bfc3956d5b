public import Diagnostics

/// Which of a domain's definitions a change is meant for, in virsh's words.
public enum AttachScope: Hashable, Sendable {
  /// All definitions that there are; what is done without an option.
  case existing
  /// The running guest (`--live`).
  case live
  /// The stored configuration (`--config`).
  case config
  /// Both (`--live --config`).
  case liveAndConfig
  /// The definition in use (`--current`): the running guest, or the configuration of one shut off.
  case current
  /// So that it lasts (`--persistent`): the configuration, and the running guest if there is one.
  case persistent

  /// The scope that virsh's options ask for.
  ///
  /// - Throws: A diagnostic with the code `scope.conflict` for `current` along with another.
  public init(
    live: Bool = false,
    config: Bool = false,
    current: Bool = false,
    persistent: Bool = false
  ) throws(Diagnostic) {
    switch (live, config, current, persistent) {
    case (false, false, false, false): self = .existing
    case (false, false, true, false): self = .current
    case (_, _, true, _):
      throw Diagnostic(
        .scopeConflict,
        "--current excludes --live, --config and --persistent"
      )
    case (true, _, false, true), (true, true, false, false): self = .liveAndConfig
    case (false, _, false, true): self = .persistent
    case (true, false, false, false): self = .live
    case (false, true, false, false): self = .config
    }
  }

  /// The definitions to change in a domain that is in this state.
  ///
  /// A definition that was asked for by name is in the answer even if the domain has none: libvirt
  /// then refuses, and says why.
  public func parts(isActive: Bool, isPersistent: Bool) -> DefinitionParts {
    switch self {
    case .existing:
      switch (isActive, isPersistent) {
      case (true, true): [.live, .config]
      case (true, false): .live
      case (false, _): .config
      }
    case .live: .live
    case .config: .config
    case .liveAndConfig: [.live, .config]
    case .current: isActive ? .live : .config
    case .persistent: isActive ? [.live, .config] : .config
    }
  }
}

extension Diagnostic.Code {
  /// Options that exclude each other.
  public static let scopeConflict = Self(rawValue: "scope.conflict")
}
