/// What is left of a time that several calls share.
struct TimeBudget: Sendable {
  private let clock = ContinuousClock()
  private let end: ContinuousClock.Instant

  /// A time that begins now.
  init(_ time: Duration) { end = clock.now + time }

  /// What is left, at least nothing.
  var rest: Duration { max(.zero, clock.now.duration(to: end)) }

  /// Whether nothing is left.
  var isSpent: Bool { rest == .zero }
}
