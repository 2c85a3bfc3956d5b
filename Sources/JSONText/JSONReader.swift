package import Diagnostics
import Glibc

/// Reads JSON values one after the other, in one pass over UTF-8 bytes, without building a tree.
///
/// The caller asks for what it expects (`beginObject`, `nextKey`, `readString` …), so each byte is
/// looked at once and nothing is allocated but the strings that are kept. RFC 8259 is held to the
/// letter. Nesting is capped, so hostile input cannot exhaust the stack.
///
/// `@safe`: the pointer comes from the closure of ``withReader(over:_:)``, which outlives the
/// reader, since a noncopyable `inout` value cannot be stored away. Every access is checked
/// against `count`.
@safe package struct JSONReader: ~Copyable {
  /// Objects and arrays may stand in each other this deep.
  package static let maximumDepth = 64

  let base: UnsafePointer<UInt8>
  let count: Int
  private var depth = 0
  private var isFirstMember = false
  private var key: Key = .none

  /// The offset of the next byte.
  package internal(set) var position = 0

  /// Things worth telling that were met on the way.
  package var warnings: [Diagnostic] = []

  private enum Key {
    case none
    case raw(start: Int, count: Int)
    case decoded(String)
  }

  /// The kinds of JSON value, by their first byte.
  package enum Kind: String {
    case object, array, string, number, boolean, null
  }

  /// Lends a reader over bytes that stay put while `body` runs.
  package static func withReader<Result: ~Copyable>(
    over bytes: borrowing Span<UInt8>,
    _ body: (inout JSONReader) throws(Diagnostic) -> Result
  ) throws(Diagnostic) -> Result {
    try unsafe bytes.withUnsafeBufferPointer { buffer throws(Diagnostic) in
      var empty: UInt8 = 0
      return try unsafe withUnsafePointer(to: &empty) { nothing throws(Diagnostic) in
        var reader = unsafe JSONReader(base: buffer.baseAddress ?? nothing, count: buffer.count)
        return try body(&reader)
      }
    }
  }

  /// Reads a whole text that holds one value.
  package static func read<Result>(
    _ text: String,
    _ body: (inout JSONReader) throws(Diagnostic) -> Result
  ) throws(Diagnostic) -> Result {
    try withReader(over: text.utf8.span) { reader throws(Diagnostic) in
      let result = try body(&reader)
      try reader.expectEnd()
      return result
    }
  }

  private init(base: UnsafePointer<UInt8>, count: Int) {
    unsafe self.base = base
    self.count = count
  }

  func byte(at index: Int) -> UInt8? {
    index < count ? unsafe base[index] : nil
  }

  // MARK: Structure

  /// The kind of the value that comes next.
  ///
  /// - Throws: `json.truncated` at the end, `json.syntax` where no value can start.
  package mutating func peekKind() throws(Diagnostic) -> Kind {
    skipBlanks()
    switch byte(at: position) {
    case UInt8(ascii: "{"): return .object
    case UInt8(ascii: "["): return .array
    case UInt8(ascii: "\""): return .string
    case UInt8(ascii: "t"), UInt8(ascii: "f"): return .boolean
    case UInt8(ascii: "n"): return .null
    case .some(UInt8(ascii: "-")), .some(UInt8(ascii: "0")...UInt8(ascii: "9")): return .number
    default: throw unexpected("a value")
    }
  }

  /// Enters an object; ``nextKey()`` leaves it again.
  package mutating func beginObject() throws(Diagnostic) {
    guard try peekKind() == .object else { throw wrongKind("an object") }
    try descend()
  }

  /// Moves to the next member of the object, or out of it.
  ///
  /// - Returns: False when there was none: the object is left. Else the key can be asked for with
  ///   ``keyIs(_:)`` and the value must be read next.
  package mutating func nextKey() throws(Diagnostic) -> Bool {
    key = .none
    guard try nextMember(closedBy: UInt8(ascii: "}")) else { return false }
    guard byte(at: position) == UInt8(ascii: "\"") else { throw unexpected("a key in quotes") }
    try scanKey()
    skipBlanks()
    guard byte(at: position) == UInt8(ascii: ":") else { throw unexpected("':' behind the key") }
    position += 1
    return true
  }

  /// Enters an array; ``nextElement()`` leaves it again.
  package mutating func beginArray() throws(Diagnostic) {
    guard try peekKind() == .array else { throw wrongKind("an array") }
    try descend()
  }

  /// Moves to the next element of the array, or out of it (false).
  package mutating func nextElement() throws(Diagnostic) -> Bool {
    try nextMember(closedBy: UInt8(ascii: "]"))
  }

  private mutating func descend() throws(Diagnostic) {
    guard depth < Self.maximumDepth else { throw tooDeep() }
    depth += 1
    position += 1
    isFirstMember = true
  }

  private mutating func nextMember(closedBy end: UInt8) throws(Diagnostic) -> Bool {
    skipBlanks()
    let next = byte(at: position)
    if next == end {
      position += 1
      depth -= 1
      isFirstMember = false
      return false
    }
    if isFirstMember {
      isFirstMember = false
      return true
    }
    guard next == UInt8(ascii: ",") else {
      throw unexpected("',' or '\(Character(Unicode.Scalar(end)))'")
    }
    position += 1
    skipBlanks()
    guard byte(at: position) != end else { throw unexpected("another member behind ','") }
    return true
  }

  /// Checks that nothing but blanks follows.
  package mutating func expectEnd() throws(Diagnostic) {
    skipBlanks()
    if position < count { throw unexpected("nothing more") }
  }

  /// Goes back to a place that was read before, at which the outermost value starts.
  mutating func restart(at position: Int) {
    self.position = position
    depth = 0
    key = .none
  }

  /// Goes back to a place that was read before, at the same depth.
  package mutating func rewind(to position: Int) {
    self.position = position
    key = .none
  }

  /// Looks at what comes next, and comes back.
  package mutating func lookAhead<Result>(
    _ look: (inout JSONReader) throws(Diagnostic) -> Result
  ) throws(Diagnostic) -> Result {
    let (position, depth, isFirstMember, key) = (position, depth, isFirstMember, key)
    defer {
      (self.position, self.depth) = (position, depth)
      (self.isFirstMember, self.key) = (isFirstMember, key)
    }
    return try look(&self)
  }

  mutating func skipBlanks() {
    while let byte = byte(at: position), byte <= 0x20,
      byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
    {
      position += 1
    }
  }

  // MARK: Keys

  /// Whether there is a current key: false before the first member and behind the last.
  package var hasKey: Bool {
    if case .none = key { false } else { true }
  }

  /// Whether the current key is this one.
  package func keyIs(_ name: StaticString) -> Bool {
    switch key {
    case .none: return false
    case .raw(let start, let length):
      guard length == name.utf8CodeUnitCount else { return false }
      return unsafe memcmp(base + start, name.utf8Start, length) == 0
    case .decoded(let text): return text == name.description
    }
  }

  /// The current key's text.
  package var keyText: String {
    switch key {
    case .none: ""
    case .raw(let start, let length):
      unsafe String(
        decoding: UnsafeBufferPointer(start: base + start, count: length),
        as: UTF8.self
      )
    case .decoded(let text): text
    }
  }

  private mutating func scanKey() throws(Diagnostic) {
    let start = position + 1
    var end = start
    while let byte = byte(at: end), byte < 0x80, byte >= 0x20, byte != UInt8(ascii: "\""),
      byte != UInt8(ascii: "\\")
    {
      end += 1
    }
    // Keys of ASCII alone, as all that os-vif writes, need no look at their encoding.
    if byte(at: end) == UInt8(ascii: "\"") {
      key = .raw(start: start, count: end - start)
      position = end + 1
    } else {
      key = .decoded(try readString())
    }
  }

  /// Moves behind the next value, whatever it is, and checks it on the way.
  package mutating func skipValue() throws(Diagnostic) {
    switch try peekKind() {
    case .object:
      try beginObject()
      while try nextKey() { try skipValue() }
    case .array:
      try beginArray()
      while try nextElement() { try skipValue() }
    case .string: try skipString()
    case .number: _ = try scanNumber()
    case .boolean: _ = try readBoolean()
    case .null: _ = try readNull()
    }
  }

  /// The text of the next value as the input spells it, cut when it is long; nothing is consumed.
  package mutating func excerpt() -> String {
    skipBlanks()
    let start = position
    let length =
      (try? lookAhead { reader throws(Diagnostic) in
        try reader.skipValue()
        return reader.position - start
      }) ?? count - start
    return rawExcerpt(min(length, 60))
  }

  /// The text from here on, as far as it is printable.
  func rawExcerpt(_ length: Int) -> String {
    var end = position
    while end < position + length, let byte = byte(at: end), byte >= 0x20 { end += 1 }
    let slice = unsafe UnsafeBufferPointer(start: base + position, count: end - position)
    return unsafe String(decoding: slice, as: UTF8.self)
  }
}
