public import DomainXML
public import InterfaceXML

/// What a plan does with one device of a domain.
public struct PlanStep: Hashable, Sendable {
  /// What is done to one definition, or in all.
  public enum Action: String, Hashable, Sendable, CaseIterable, Comparable {
    /// Nothing: it is as it is to be.
    case none
    /// The device is plugged in.
    case attach
    /// The device is changed in its place.
    case update
    /// A new device takes the place of the old one.
    case replace
    /// The device is taken off.
    case detach

    /// By how much the guest notices.
    public static func < (left: Action, right: Action) -> Bool {
      (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
    }
  }

  let document: AttachDocument?
  /// The device as the domain has it, the running guest if it does; nil for a new one.
  public let device: AttachedInterface?
  /// The device as it is asked for; nil for one that is to go.
  public var asked: AttachedInterface? { document?.device }
  /// What is done to the running guest; nil when that is not looked at.
  public let live: Action?
  /// What is done to the stored configuration; nil when that is not looked at.
  public let config: Action?
  /// In what the device differs: what it has is on the left, what is asked on the right.
  public let differences: [InterfaceDifference]
  /// Why it is not updated in its place.
  public let reasons: [String]

  /// What is done in all.
  public var action: Action { max(live ?? .none, config ?? .none) }

  /// What the device is found by.
  public var selector: InterfaceSelector? {
    if let document { return document.selector }
    if let alias = device?.alias { return .alias(alias) }
    return device?.mac.map { .mac($0) }
  }

  /// The definitions that are changed.
  var changed: DefinitionParts {
    var parts: DefinitionParts = []
    if let live, live != .none { parts.insert(.live) }
    if let config, config != .none { parts.insert(.config) }
    return parts
  }
}
