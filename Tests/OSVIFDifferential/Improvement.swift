import Diagnostics

/// Why a result differs from os-vif's on purpose; what is not in this table is a fault.
enum Improvement: CaseIterable {
  case noCoercion, withdrawnRead, withoutManifest, hostInfoLevelled
  case subclassNumber, neverRaised, belowUnlisted, changesOfDropped

  /// What is different, and why.
  var meaning: String {
    switch self {
    case .noCoercion: "a value of another kind is refused: os-vif never writes one"
    case .withdrawnRead: "what os-vif 1.8.0 alone wrote is read: it is still in databases"
    case .withoutManifest: "objects inside are levelled without a manifest: os-vif has no rule"
    case .hostInfoLevelled: "HostVIFInfo is levelled by a manifest: os-vif trips over its list"
    case .subclassNumber: "a subclass has its own number, not its base's: else its fields are lost"
    case .neverRaised: "an object inside is never raised: it would claim fields that nobody set"
    case .belowUnlisted: "a manifest reaches objects inside of a class that it does not name"
    case .changesOfDropped: "fields that were left out are no changes of an object inside either"
    }
  }

  /// Why os-vif has a result and we refuse.
  static func refusal(for error: Diagnostic) -> Improvement? {
    switch error.code.rawValue {
    case "json.kind", "uuid.malformed", "mac.malformed", "pci.malformed": .noCoercion
    // Python's integers have no end, and its numbers for text neither.
    case "value.out-of-range": .noCoercion
    default: nil
    }
  }

  /// Why os-vif refuses and we have a result.
  static func acceptance(of line: CaseLine, _ type: String, _ message: String) -> Improvement? {
    let type = type.split(separator: ".").last
    if type == "ObjectActionError", message.contains("No rule for "), line.manifest == nil {
      return .withoutManifest
    }
    if type == "KeyError", message == "'supported_port_profiles'", line.manifest != nil {
      return .hostInfoLevelled
    }
    if type == "IncompatibleObjectVersion",
      ["Version 1.1 of Subnet is", "Version 1.1 of VIFBase is"].contains(where: message.hasPrefix)
    {
      return .withdrawnRead
    }
    return nil
  }
}
