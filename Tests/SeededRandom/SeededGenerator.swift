/// Random numbers that a seed determines (SplitMix64), so that a finding can be made again.
package struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  /// Starts at a seed.
  package init(seed: UInt64) { state = seed }

  /// The next 64 bits.
  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}

extension RandomNumberGenerator {
  /// Whether a throw that succeeds once in so many times does.
  package mutating func once(in times: Int) -> Bool { Int.random(in: 0..<times, using: &self) == 0 }

  /// One of these.
  package mutating func pick<Value>(_ first: Value, _ others: Value...) -> Value {
    others.randomElement(using: &self).flatMap { once(in: others.count + 1) ? nil : $0 } ?? first
  }
}
