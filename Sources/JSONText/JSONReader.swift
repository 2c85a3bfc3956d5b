public import Diagnostics
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
@safe public struct JSONReader: ~Copyable {
  /// Objects and arrays may stand in each other this deep.
  public static var maximumDepth: Int { @inlinable get { 64 } }

  @usableFromInline let base: UnsafePointer<UInt8>
  @usableFromInline let count: Int
  @usableFromInline package internal(set) var depth = 0
  @usableFromInline var isFirstMember = false
  /// What is known of the key of the member that comes next.
  @usableFromInline var key = Key.none
  /// The first byte of the key that comes next, or was read with escapes: most keys that are asked
  /// for differ in it.
  @usableFromInline var firstKeyByte: UInt8 = 0
  /// Where the key begins that was read last, and how many bytes it has.
  var keyStart = 0
  var keyCount = 0
  /// The key that was read last, if it is spelled with escapes or with characters beyond ASCII.
  var decodedKey = ""

  /// The offset of the next byte.
  @usableFromInline package var position = 0

  /// What is known of other items, for whoever reads many that are alike.
  var frames = JSONFrames()

  /// Things worth telling that were met on the way.
  package var warnings: [Diagnostic] = []

  /// The kinds of JSON value, by their first byte.
  package enum Kind: String {
    case object, array, string, number, boolean, null
  }

  /// Lends a reader that knows what is known of other items, and adds what it learns of this one.
  @inlinable
  package static func withReader<Result: ~Copyable>(
    over bytes: borrowing Span<UInt8>,
    knowing frames: inout JSONFrames,
    _ body: (inout JSONReader) throws(Diagnostic) -> Result
  ) throws(Diagnostic) -> Result {
    try withReader(over: bytes) { reader throws(Diagnostic) in
      reader.exchangeFrames(with: &frames)
      defer { reader.exchangeFrames(with: &frames) }
      return try body(&reader)
    }
  }

  /// Lends a reader over bytes that stay put while `body` runs.
  @inlinable
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

  @usableFromInline init(base: UnsafePointer<UInt8>, count: Int) {
    unsafe self.base = base
    self.count = count
  }

  @inline(__always)
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
    skipBlanks()
    if byte(at: position) != UInt8(ascii: "{") {
      _ = try peekKind()
      throw wrongKind("an object")
    }
    try descend()
  }

  /// Enters an object and moves to its first member.
  @inlinable @inline(__always)
  public mutating func enterObject() throws(Diagnostic) {
    // Mostly it begins right here, and so does its first member.
    if position + 1 < count, unsafe base[position] == UInt8(ascii: "{"),
      unsafe base[position + 1] == UInt8(ascii: "\""), depth < Self.maximumDepth
    {
      depth += 1
      position += 1
      isFirstMember = false
      meetKey()
    } else {
      try findObject()
    }
  }

  @usableFromInline mutating func findObject() throws(Diagnostic) {
    try beginObject()
    _ = try nextMember()
  }

  /// Moves to the next member of the object, or out of it: false when there was none.
  ///
  /// Its key comes next: ``readKey()`` reads it, or ``takesKey(_:)``.
  @inlinable @inline(__always)
  public mutating func nextMember() throws(Diagnostic) -> Bool {
    // Mostly there is a comma, a blank if any, and the quote.
    if position + 2 < count, !isFirstMember {
      let byte = unsafe base[position]
      if byte == UInt8(ascii: ",") {
        let next = unsafe position + (base[position + 1] == 0x20 ? 2 : 1)
        if unsafe base[next] == UInt8(ascii: "\"") {
          position = next
          meetKey()
          return true
        }
      } else if byte == UInt8(ascii: "}") {
        position += 1
        depth -= 1
        key = .none
        return false
      }
    }
    return try findMember()
  }

  @usableFromInline mutating func findMember() throws(Diagnostic) -> Bool {
    key = .none
    guard try nextMember(closedBy: UInt8(ascii: "}")) else { return false }
    guard byte(at: position) == UInt8(ascii: "\"") else { throw unexpected("a key in quotes") }
    meetKey()
    return true
  }

  /// Enters an array; ``nextElement()`` leaves it again.
  package mutating func beginArray() throws(Diagnostic) {
    skipBlanks()
    if byte(at: position) != UInt8(ascii: "[") {
      _ = try peekKind()
      throw wrongKind("an array")
    }
    try descend()
  }

  /// Enters an array and moves to its first element, or out of it (false).
  package mutating func firstElement() throws(Diagnostic) -> Bool {
    // Mostly it begins right here, and so does its first element, or it ends.
    if position + 1 < count, unsafe base[position] == UInt8(ascii: "["), depth < Self.maximumDepth {
      let next = unsafe base[position + 1]
      if next == UInt8(ascii: "]") {
        position += 2
        isFirstMember = false
        return false
      }
      if next > 0x20 {
        position += 1
        depth += 1
        isFirstMember = false
        return true
      }
    }
    try beginArray()
    return try nextElement()
  }

  /// Moves to the next element of the array, or out of it (false).
  @inline(__always)
  package mutating func nextElement() throws(Diagnostic) -> Bool {
    // Mostly there is a comma, and a blank if any.
    if position + 2 < count, !isFirstMember {
      let byte = unsafe base[position]
      if byte == UInt8(ascii: ","), unsafe base[position + 1] != UInt8(ascii: "]") {
        let next = unsafe position + (base[position + 1] == 0x20 ? 2 : 1)
        if unsafe base[next] > 0x20, unsafe base[next] != UInt8(ascii: "]") {
          position = next
          return true
        }
      } else if byte == UInt8(ascii: "]") {
        position += 1
        depth -= 1
        return false
      }
    }
    return try findElement()
  }

  private mutating func findElement() throws(Diagnostic) -> Bool {
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

  @inline(__always)
  mutating func skipBlanks() {
    // Mostly there is one blank, or none.
    if position < count, unsafe base[position] > 0x20 { return }
    skipSomeBlanks()
  }

  private mutating func skipSomeBlanks() {
    while let byte = byte(at: position), byte <= 0x20,
      byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
    {
      position += 1
    }
  }
}
