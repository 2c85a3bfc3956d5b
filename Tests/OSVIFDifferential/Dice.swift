import SeededRandom

/// Random numbers that a seed determines, and what they are thrown for.
struct Dice: RandomNumberGenerator {
  private var generator: SeededGenerator
  /// Whether objects get what os-vif's constructors give them, as they have after any reading.
  let fillsAbsentFields: Bool

  init(seed: UInt64, fillsAbsentFields: Bool = true) {
    generator = SeededGenerator(seed: seed)
    self.fillsAbsentFields = fillsAbsentFields
  }

  mutating func next() -> UInt64 { generator.next() }
}
