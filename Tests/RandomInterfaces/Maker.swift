import Diagnostics
import InterfaceXML
import SeededRandom

/// Makes interfaces of any kind, out of a seed.
///
/// Most of them libvirt takes. In one of eight every element may stand in every type, so that the
/// refusals are compared too.
struct Maker {
  var dice: SeededGenerator
  /// Whether this interface may be one that libvirt refuses.
  private(set) var isWild = false

  init(seed: UInt64) { dice = SeededGenerator(seed: seed) }

  /// The next interface.
  mutating func interface() throws(Diagnostic) -> Interface {
    isWild = dice.once(in: 8)
    let type = InterfaceType.allCases.randomElement(using: &dice) ?? .user
    let backend = try sometimes { make throws(Diagnostic) in try make.backend(type) }
    var interface = Interface(source: try source(type, isPasst: backend?.type == .passt))
    interface.backend = backend
    interface.model = try model(type)
    try addConnection(&interface)
    try addDevice(&interface)
    try addPlace(&interface)
    return interface
  }

  /// What `make` makes, once in three times.
  mutating func sometimes<Value>(
    _ make: (inout Maker) throws(Diagnostic) -> Value?
  ) throws(Diagnostic) -> Value? {
    dice.once(in: 3) ? try make(&self) : nil
  }

  /// A word of a closed set.
  mutating func word<Word: CaseIterable>(_: Word.Type = Word.self) -> Word? {
    Word.allCases.randomElement(using: &dice)
  }

  mutating func maybeWord<Word: CaseIterable>(_: Word.Type = Word.self) -> Word? {
    dice.once(in: 3) ? word() : nil
  }

  mutating func maybe() -> Bool? { dice.pick(nil, nil, true, false) }

  /// A number, with the ends of the range more often than others.
  mutating func number<Number: FixedWidthInteger>(_ range: ClosedRange<Number>) -> Number {
    switch Int.random(in: 0..<6, using: &dice) {
    case 0: range.lowerBound
    case 1: range.upperBound
    default: .random(in: range, using: &dice)
    }
  }

  mutating func maybeNumber<Number: FixedWidthInteger>(_ range: ClosedRange<Number>) -> Number? {
    dice.once(in: 2) ? number(range) : nil
  }

  /// A list of up to so many.
  mutating func list<Value>(
    upTo count: Int,
    _ make: (inout Maker) throws(Diagnostic) -> Value
  ) throws(Diagnostic) -> [Value] {
    var values: [Value] = []
    for _ in 0..<Int.random(in: 0...count, using: &dice) { values.append(try make(&self)) }
    return values
  }
}
