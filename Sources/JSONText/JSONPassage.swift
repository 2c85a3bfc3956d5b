package import Diagnostics

/// Going on in a text, and back: over values, to places that were read before.
extension JSONReader {
  /// Checks that nothing but blanks follows.
  package mutating func expectEnd() throws(Diagnostic) {
    skipBlanks()
    if position < count { throw unexpected("nothing more") }
  }

  /// Moves behind the next value, which is going to be read later: all that is looked at is where it
  /// ends.
  package mutating func passOver() throws(Diagnostic) {
    let kind = try peekKind()
    guard kind == .object || kind == .array, let end = endOfBrackets(from: position) else {
      return try skipValue()
    }
    position = end
    isFirstMember = false
    key = .none
  }

  /// Goes back to a place that was read before, at which the outermost value starts.
  mutating func restart(at position: Int) {
    self.position = position
    depth = 0
    key = .none
  }

  /// Goes back to a value that was passed, at a depth that it had.
  package mutating func rewind(to position: Int, depth: Int) {
    self.position = position
    self.depth = depth
    isFirstMember = false
    key = .none
  }

  /// Goes back to a place that was read before, at the same depth.
  package mutating func rewind(to position: Int) {
    self.position = position
    key = .none
  }

  /// Where in the text and in its structure the reader is, to come back to.
  package var place: Place {
    get {
      Place(
        position: position,
        depth: depth,
        isFirstMember: isFirstMember,
        key: key,
        keyStart: keyStart,
        keyCount: keyCount
      )
    }
    set {
      (position, depth, isFirstMember) = (newValue.position, newValue.depth, newValue.isFirstMember)
      (key, keyStart, keyCount) = (newValue.key, newValue.keyStart, newValue.keyCount)
      switch key {
      case .unread: meetKey()
      case .decoded: firstKeyByte = decodedKey.utf8.first ?? 0
      case .none, .taken, .raw: break
      }
    }
  }

  /// See ``place``; the text of a key with escapes does not belong to it.
  package struct Place {
    /// The offset of the next byte.
    package let position: Int
    fileprivate let depth: Int
    fileprivate let isFirstMember: Bool
    fileprivate let key: Key
    fileprivate let keyStart: Int
    fileprivate let keyCount: Int
  }

  /// Looks at what comes next, and comes back.
  package mutating func lookAhead<Result>(
    _ look: (inout JSONReader) throws(Diagnostic) -> Result
  ) throws(Diagnostic) -> Result {
    let (place, decodedKey) = (place, decodedKey)
    defer { (self.decodedKey, self.place) = (decodedKey, place) }
    return try look(&self)
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
