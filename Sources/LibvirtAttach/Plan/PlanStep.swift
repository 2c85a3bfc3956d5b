public import Diagnostics
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
  /// The device as each definition has it that does.
  let devices: [Definition: AttachedInterface]
  /// The device as the domain has it, the running guest if it does; nil for a new one.
  public var device: AttachedInterface? { devices[.live] ?? devices[.config] }
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
  /// Why the step would be refused, as far as that can be seen before; with one such step nothing of
  /// the plan is done.
  public internal(set) var obstacle: Diagnostic?

  /// What is done in all.
  public var action: Action { max(live ?? .none, config ?? .none) }

  /// What the device is found by.
  public var selector: InterfaceSelector? {
    if let document { return document.selector }
    if let alias = device?.alias { return .alias(alias) }
    if let mac = device?.mac { return .mac(mac) }
    return device?.pciAddress.map { .pci($0) }
  }

  /// The definitions that are changed.
  var changed: DefinitionParts {
    var parts: DefinitionParts = []
    if let live, live != .none { parts.insert(.live) }
    if let config, config != .none { parts.insert(.config) }
    return parts
  }

  /// A device that is to go from the definitions that have it.
  ///
  /// - Parameters:
  ///   - devices: The device as each of them has it.
  ///   - parts: The definitions that are looked at.
  init(removing devices: [Definition: AttachedInterface], of parts: DefinitionParts) {
    func action(_ part: DefinitionParts, _ definition: Definition) -> Action? {
      guard parts.contains(part) else { return nil }
      return devices[definition] == nil ? Action.none : .detach
    }
    document = nil
    self.devices = devices
    live = action(.live, .live)
    config = action(.config, .config)
    differences = []
    reasons = []
  }
}
