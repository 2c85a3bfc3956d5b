/// What became of one step of a plan.
public struct StepReport: Hashable, Sendable {
  /// The step's number, from 1.
  public let number: Int
  /// How many steps there are.
  public let count: Int
  /// What was to be done.
  public let step: PlanStep
  /// What was done.
  public let report: ChangeReport
}
