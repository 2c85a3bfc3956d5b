public import Diagnostics

/// A set of NUMA nodes: `0-3,8`.
public struct NodeSet: Hashable, Sendable {
  /// The nodes, in rising order; at least one.
  public let nodes: [Int]

  /// The numbers that a node may have.
  private static let numbers = 0...16383

  /// Makes a set of nodes.
  ///
  /// - Throws: `value.out-of-range` for none at all, or for a number beyond 0…16383.
  public init(nodes: Set<Int>) throws(Diagnostic) {
    let stranger = nodes.first { !Self.numbers.contains($0) }
    guard !nodes.isEmpty, stranger == nil else {
      throw Diagnostic(
        .valueOutOfRange,
        stranger.map { "there is no node \($0)" } ?? "a set of nodes is empty",
        value: stranger.map { "\($0)" },
        bound: "at least one number of 0…16383"
      )
    }
    self.nodes = nodes.sorted()
  }

  /// Reads numbers, ranges (`0-3`) and numbers to leave out (`^2`), with commas between; nil for
  /// any other text, and when nothing is left.
  init?(_ text: String) {
    var scanner = NodeScanner(rest: text.utf8[...])
    var nodes: Set<Int> = []
    scanner.skipBlanks()
    repeat {
      let isLeftOut = scanner.skip("^")
      guard let first = scanner.number(mayHaveSign: false) else { return nil }
      scanner.skipBlanks()
      var last = first
      if !isLeftOut, scanner.skip("-") {
        scanner.skipBlanks()
        guard let end = scanner.number(mayHaveSign: true), end >= first else { return nil }
        last = end
        scanner.skipBlanks()
      }
      guard scanner.rest.isEmpty || scanner.skip(",") else { return nil }
      scanner.skipBlanks()
      if isLeftOut { nodes.remove(first) } else { nodes.formUnion(first...last) }
    } while !scanner.rest.isEmpty
    if nodes.isEmpty { return nil }
    self.nodes = nodes.sorted()
  }
}

extension NodeSet: CustomStringConvertible {
  /// The nodes, with a range for neighbours.
  public var description: String {
    var ranges: [ClosedRange<Int>] = []
    for node in nodes {
      if let last = ranges.last, last.upperBound + 1 == node {
        ranges[ranges.count - 1] = last.lowerBound...node
      } else {
        ranges.append(node...node)
      }
    }
    return
      ranges
      .map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)" }
      .joined(separator: ",")
  }
}

/// What is left of the text of a set.
private struct NodeScanner {
  var rest: Substring.UTF8View

  mutating func skipBlanks() { rest = rest.drop { $0 == 0x20 || (0x9...0xD).contains($0) } }

  mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard rest.first == UInt8(ascii: character) else { return false }
    rest = rest.dropFirst()
    return true
  }

  /// A number that a set can hold; the end of a range may have a sign.
  mutating func number(mayHaveSign: Bool) -> Int? {
    var isNegative = false
    if mayHaveSign {
      isNegative = skip("-")
      if !isNegative { _ = skip("+") }
    }
    let digits = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    guard let value = Int(Substring(digits)), value <= 16383, !isNegative || value == 0 else {
      return nil
    }
    rest = rest[digits.endIndex...]
    return value
  }
}
