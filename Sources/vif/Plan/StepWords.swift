import Addresses
import LibvirtAttach

extension PlanStep {
  /// The step for people, as `update bridge br0 (…): /link/@state nothing, not 'down'`.
  var sentence: String {
    let places = [(live, "live"), (config, "config")].compactMap { action, place in
      action.flatMap { $0 == .none ? nil : place }
    }
    let details = reasons.isEmpty ? differences.map(\.words) : reasons
    return "\(name) (\(places.joined(separator: " and ")))"
      + (details.isEmpty ? "" : ": " + details.joined(separator: "; "))
  }

  /// What is done with what, as `update bridge br0 (…)`.
  var name: String { "\(action.rawValue) \((device ?? asked)?.summary ?? "a device")" }

  /// The step for programs.
  func json(of target: PlanTarget) -> JSONLine {
    .object([
      "uri": .string(target.uri),
      "domain": .string(target.domain),
      "action": .string(action.rawValue),
      "device": .string(selector?.description),
      "live": .string(live?.rawValue),
      "config": .string(config?.rawValue),
      "interface": (device ?? asked)?.json,
      "differences": differences.isEmpty ? nil : .array(differences.map(\.json)),
      "reasons": reasons.isEmpty ? nil : .array(reasons.map { .string($0) }),
      "obstacle": obstacle?.line,
    ])
  }
}

extension StepReport {
  /// What was done, for people.
  var sentence: String {
    let name = report.device?.summary ?? step.device?.summary ?? "a device"
    guard report.obstacle == nil else { return "\(name) is still there" }
    guard report.isChanged else {
      return step.action == .detach ? "\(name) was gone already" : "\(name) was as asked already"
    }
    let past =
      switch step.action {
      case .none: "left"
      case .attach: "attached"
      case .update: "updated"
      case .replace: "replaced"
      case .detach: "detached"
      }
    return "\(past) \(name): \(report.changed)"
  }

  /// What was done, for programs.
  func json(of target: PlanTarget) -> JSONLine {
    .object([
      "uri": .string(target.uri),
      "domain": .string(target.domain),
      "step": .integer(number),
      "of": .integer(count),
      "action": .string(step.action.rawValue),
      "device": .string(step.selector?.description),
      "changed": .truth(report.isChanged),
      "live": .string(report.live.rawValue),
      "config": .string(report.config.rawValue),
      "attempts": report.attempts > 0 ? .integer(report.attempts) : nil,
      "obstacle": .string(report.obstacle?.rawValue),
      "warnings": report.warnings.isEmpty ? nil : .array(report.warnings.map(\.line)),
      "interface": report.device?.json,
    ])
  }
}

extension UndoReport {
  /// What became of undoing the step, for programs.
  func json(of target: PlanTarget) -> JSONLine {
    .object([
      "status": .string(isUndone ? "undone" : "not-undone"),
      "uri": .string(target.uri),
      "domain": .string(target.domain),
      "step": .integer(number),
      "of": .integer(count),
      "action": .string(step.action.rawValue),
      "device": .string(step.selector?.description),
      "errors": isUndone ? nil : .array(failures.map { HotPlugFailure($0).json }),
    ])
  }
}
