public import Diagnostics

/// `null`, booleans and numbers.
extension JSONReader {
  /// Reads `null`, if that is what comes next.
  @inlinable @inline(__always)
  public mutating func readNull() throws(Diagnostic) -> Bool {
    // Mostly a value begins right here, with a byte that null does not begin with.
    if position < count, unsafe base[position] > 0x20, unsafe base[position] != UInt8(ascii: "n") {
      return false
    }
    return try findNull()
  }

  @usableFromInline mutating func findNull() throws(Diagnostic) -> Bool {
    skipBlanks()
    guard byte(at: position) == UInt8(ascii: "n") else { return false }
    if !passes("null") { try literal("null") }
    return true
  }

  /// Reads `true` or `false`, if that is what comes next to the byte.
  @inlinable @inline(__always)
  public mutating func readPlainBoolean() -> Bool? {
    if passes("true") { return true }
    if passes("false") { return false }
    return nil
  }

  /// Reads `true` or `false`.
  package mutating func readBoolean() throws(Diagnostic) -> Bool {
    skipBlanks()
    if passes("true") { return true }
    if passes("false") { return false }
    guard try peekKind() == .boolean else { throw wrongKind("true or false") }
    let value = byte(at: position) == UInt8(ascii: "t")
    try literal(value ? "true" : "false")
    return value
  }

  private mutating func literal(_ word: StaticString) throws(Diagnostic) {
    for index in 0..<word.utf8CodeUnitCount {
      guard let next = byte(at: position) else { throw truncated() }
      guard unsafe next == word.utf8Start[index] else { throw unexpected("'\(word)'") }
      position += 1
    }
  }

  /// Reads a number without fraction or exponent.
  ///
  /// - Throws: `json.kind` for another kind of value or for a number with a fraction,
  ///   `value.out-of-range` beyond 64 bits.
  package mutating func readInteger() throws(Diagnostic) -> Int64 {
    guard try peekKind() == .number else { throw wrongKind("an integer") }
    let start = position
    guard try scanNumber() else {
      position = start
      throw wrongKind("an integer")
    }
    guard let value = integer(from: start) else {
      let text = text(start, position - start)
      throw Diagnostic(
        .valueOutOfRange,
        "\(Diagnostic.shortened(text)) does not fit into 64 bits",
        value: text,
        bound: "\(Int64.min)…\(Int64.max)"
      ).at(offset: start)
    }
    return value
  }

  /// What the digits are worth that were passed since `start`, behind a minus if any; nil beyond 64 bits.
  private func integer(from start: Int) -> Int64? {
    let isNegative = byte(at: start) == UInt8(ascii: "-")
    // Counted below zero, where there is room for one more.
    var negative: Int64 = 0
    for index in start + (isNegative ? 1 : 0)..<position {
      let digit = Int64(unsafe base[index] - UInt8(ascii: "0"))
      let (tens, isBeyondTens) = negative.multipliedReportingOverflow(by: 10)
      let (sum, isBeyond) = tens.subtractingReportingOverflow(digit)
      if isBeyondTens || isBeyond { return nil }
      negative = sum
    }
    return isNegative ? negative : Int64(exactly: negative.magnitude)
  }

  /// Reads a number of any form and returns its text.
  package mutating func readNumberText() throws(Diagnostic) -> String {
    guard try peekKind() == .number else { throw wrongKind("a number") }
    let start = position
    _ = try scanNumber()
    return text(start, position - start)
  }

  /// Moves behind a number; false when it has a fraction or an exponent.
  mutating func scanNumber() throws(Diagnostic) -> Bool {
    if byte(at: position) == UInt8(ascii: "-") { position += 1 }
    if byte(at: position) == UInt8(ascii: "0") { position += 1 } else { try scanDigits() }
    var isInteger = true
    if byte(at: position) == UInt8(ascii: ".") {
      isInteger = false
      position += 1
      try scanDigits()
    }
    if let exponent = byte(at: position), exponent | 0x20 == UInt8(ascii: "e") {
      isInteger = false
      position += 1
      if let sign = byte(at: position), sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") {
        position += 1
      }
      try scanDigits()
    }
    if let next = byte(at: position), (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(next) {
      throw unexpected("no digit behind a leading zero")
    }
    return isInteger
  }

  private mutating func scanDigits() throws(Diagnostic) {
    let start = position
    while let digit = byte(at: position), (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) {
      position += 1
    }
    if position == start { throw unexpected("a digit") }
  }
}
