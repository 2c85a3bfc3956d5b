import ArgumentParser

/// Arguments in their plainest form: long names with a value behind them, flags, and operands.
///
/// The library finds out by reflection what a command consists of, which takes longer than all else
/// that a short run does. In this form arguments have but one meaning, and a command takes them as
/// they stand. Anything else is left to the library: a short name, `--name=value`, a name that is
/// unknown or there twice, a value that begins with `-`, and whatever is wrong.
struct PlainArguments {
  /// The library has to look at the arguments.
  struct NotPlain: Error {}

  private let words: [String]
  private var isTaken: [Bool]

  init(_ words: some Collection<String>) {
    self.words = Array(words)
    isTaken = Array(repeating: false, count: words.count)
  }

  /// The value behind a name; nil without the name.
  mutating func value<Value: ExpressibleByArgument>(_ name: String) throws -> Value? {
    try value(name) { text in
      guard let value = Value(argument: text) else { throw NotPlain() }
      return value
    }
  }

  /// The value behind a name, as it is made of a text; nil without the name.
  mutating func value<Value>(
    _ name: String,
    transform: (String) throws -> Value
  ) throws -> Value? {
    guard let index = take(name) else { return nil }
    guard index + 1 < words.count, !words[index + 1].hasPrefix("-") else { throw NotPlain() }
    isTaken[index + 1] = true
    return try transform(words[index + 1])
  }

  /// Whether a flag is there.
  mutating func flag(_ name: String) -> Bool { take(name) != nil }

  /// A name that is there twice is left to the operands, which it cannot be.
  private mutating func take(_ name: String) -> Int? {
    guard let index = words.firstIndex(of: name) else { return nil }
    isTaken[index] = true
    return index
  }

  /// The operands, after all that has a name was taken.
  ///
  /// - Parameter count: How many there may be.
  func operands(_ count: ClosedRange<Int> = 0...Int.max) throws -> [String] {
    let operands = words.indices.filter { !isTaken[$0] }.map { words[$0] }
    let isPlain = operands.allSatisfy { $0 == "-" || !$0.hasPrefix("-") }
    guard isPlain, count.contains(operands.count) else { throw NotPlain() }
    return operands
  }
}

/// What plain arguments can be taken for.
protocol PlainArgumentsReading {
  /// Takes what is its own.
  ///
  /// - Throws: Whatever shows that the library has to look at the arguments.
  init(plain arguments: inout PlainArguments) throws
}

/// What a command does, once it is known what is asked for.
///
/// A command of the library's makes one of what was parsed, and plain arguments make the same one by
/// themselves: without a property wrapper, whose mere making has the runtime look up conformances.
protocol PlainTask: PlainArgumentsReading {
  func run() throws
}
