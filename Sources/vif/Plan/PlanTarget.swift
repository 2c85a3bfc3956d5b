/// A domain, and all devices that it is to have.
struct PlanTarget: Sendable {
  /// The hypervisor's URI; nil for the one of the command line.
  var uri: String?
  /// The domain's name, UUID or id.
  let domain: String
  /// The file that says what it is to have, with the line if it is one of several.
  let origin: String
  /// The documents of its devices; nil when they cannot be read, which was told.
  let documents: [String]?

  /// What is told of it begins so.
  var place: String { (uri.map { "\($0) " } ?? "") + domain }
}

/// What a run is for.
struct PlanTargets: Sendable {
  /// The domains that are known.
  var known: [PlanTarget] = []
  /// How many lines of an inventory cannot be told a domain of: their faults are told.
  var unreadable = 0
  /// The domains that those may be for, each with the lines.
  var suspects: [PlanSuspect: Set<String>] = [:]
}

/// A domain that a line of an inventory may be for that cannot be read.
///
/// The line may say what the domain is to have: another line that is for it would take that off.
struct PlanSuspect: Hashable, Sendable {
  /// Where the domain is.
  enum Host: Hashable, Sendable {
    /// On the host of the command line.
    case standard
    /// There, or on the host of the command line if that is empty.
    case named(String)
    /// Nobody can tell.
    case any
  }

  let host: Host
  /// What the line calls it.
  let domain: String

  /// Whether the domain may be on a host of the run.
  ///
  /// - Parameters:
  ///   - uri: The host's; nil for libvirt's own choice.
  ///   - standard: That of the command line.
  func mayBe(on uri: String?, _ standard: String?) -> Bool {
    switch host {
    case .any: true
    case .standard: HostPlace(standard).mayBe(HostPlace(uri))
    case .named(let name): HostPlace(name.isEmpty ? standard : name).mayBe(HostPlace(uri))
    }
  }
}
