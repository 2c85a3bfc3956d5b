/// Some of the two definitions that libvirt keeps of a domain.
public struct DefinitionParts: OptionSet, Hashable, Sendable {
  /// Bits, as `virDomainModificationImpact` has them.
  public let rawValue: UInt32

  /// Makes a set out of its bits.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// The running guest.
  ///
  /// The corresponding C flag is `VIR_DOMAIN_AFFECT_LIVE`.
  public static let live = DefinitionParts(rawValue: 1)
  /// The stored configuration, which the next start uses.
  ///
  /// The corresponding C flag is `VIR_DOMAIN_AFFECT_CONFIG`.
  public static let config = DefinitionParts(rawValue: 2)
}

extension DefinitionParts {
  /// One definition alone.
  init(_ definition: Definition) {
    switch definition {
    case .live: self = .live
    case .config: self = .config
    }
  }
}

extension DefinitionParts: CustomStringConvertible {
  /// The parts' names, as `live and config`.
  public var description: String {
    [(DefinitionParts.live, "live"), (.config, "config")]
      .filter { contains($0.0) }
      .map(\.1)
      .joined(separator: " and ")
  }
}
