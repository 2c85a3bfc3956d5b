public import Diagnostics

/// What became of undoing one step of a plan after a later one had failed.
public struct UndoReport: Hashable, Sendable {
  /// Why a definition is not as it was before the step.
  public struct Failure: Hashable, Sendable {
    /// The definition; nil when it is not known which of them will be another.
    public let definition: Definition?
    /// What stands against it.
    public let diagnosis: Diagnostic
    /// The error of the change that was to bring it back; nil when there was none.
    public let error: HotPlugError?

    init(_ definition: Definition?, _ diagnosis: Diagnostic, _ error: HotPlugError? = nil) {
      self.definition = definition
      self.diagnosis = diagnosis
      self.error = error
    }
  }

  /// The step's number, from 1.
  public let number: Int
  /// How many steps the plan has.
  public let count: Int
  /// What was done, and is undone now.
  public let step: PlanStep
  /// Why the domain is not as it was before the step; empty when it is.
  public let failures: [Failure]

  /// Whether the domain's device is as it was before the step.
  public var isUndone: Bool { failures.isEmpty }
}

extension Diagnostic {
  /// A step that may yet take effect, so that nothing can be called undone.
  ///
  /// - Parameter problem: Who may yet do what.
  static func undoPending(_ problem: String) -> Diagnostic {
    Diagnostic(.undoPending, problem, remedy: "look at the domain again later")
  }

  /// A device that was plugged in, and that the guest keeps.
  static func undoStillAttached(_ report: ChangeReport) -> Diagnostic {
    let device = report.device?.identity ?? ""
    let reason =
      switch report.obstacle {
      case .refused: "it refused to give it up"
      case .paused: "it is paused"
      case .timeout, nil: "it has not answered"
      }
    return Diagnostic(
      .undoStillAttached,
      "the guest still has the device (\(device)): \(reason)",
      remedy: "detach it once the guest answers"
    )
  }
}

extension Diagnostic.Code {
  /// A step that was to be undone may yet take effect.
  public static let undoPending = Self(rawValue: "undo.pending")
  /// The guest keeps a device that a step has plugged in and that was to go again.
  public static let undoStillAttached = Self(rawValue: "undo.still-attached")
}
