public import Diagnostics

/// The keys of an object's members.
extension JSONReader {
  /// What is known of a key.
  @usableFromInline enum Key {
    /// There is no member.
    case none
    /// It comes next.
    case unread
    /// It was read and found to be the one that was asked for.
    case taken
    /// It was read: it stands there as it is.
    case raw
    /// It was read: it has escapes, or characters beyond ASCII.
    case decoded
  }

  /// Whether there is a member: false before the first and behind the last.
  public var hasKey: Bool {
    @inlinable get { if case .none = key { false } else { true } }
  }

  /// Moves to the next member of the object, or out of it.
  ///
  /// - Returns: False when there was none: the object is left. Else the key can be asked for with
  ///   ``keyIs(_:)`` and the value must be read next.
  package mutating func nextKey() throws(Diagnostic) -> Bool {
    guard try nextMember() else { return false }
    try readKey()
    return true
  }

  /// Takes down that a key comes next.
  @inlinable @inline(__always)
  mutating func meetKey() {
    key = .unread
    firstKeyByte = position + 1 < count ? unsafe base[position + 1] : 0
  }

  /// Whether the next member has this key; if so its value must be read next.
  ///
  /// The key is compared where it stands: no look at it is needed before.
  @inlinable @inline(__always)
  public mutating func takesKey(_ name: StaticString) throws(Diagnostic) -> Bool {
    guard unsafe firstKeyByte == name.utf8Start.pointee else { return false }
    return try takesLikelyKey(name)
  }

  @inlinable @inline(__always)
  mutating func takesLikelyKey(_ name: StaticString) throws(Diagnostic) -> Bool {
    guard case .unread = key else { return isDecodedKey(name) }
    let length = name.utf8CodeUnitCount
    let start = position + 1
    guard start + length < count, unsafe base[start + length] == UInt8(ascii: "\""),
      isEqual(start, name)
    else { return false }
    key = .taken
    // Mostly the colon follows, and a blank if any.
    let end = start + length + 1
    if end + 1 < count, unsafe base[end] == UInt8(ascii: ":") {
      position = unsafe end + (base[end + 1] == 0x20 ? 2 : 1)
    } else {
      position = end
      try passColon()
    }
    return true
  }

  /// Goes on behind a first member that was read as one piece with its key.
  package mutating func passedFirstMember() {
    isFirstMember = false
    key = .taken
  }

  @usableFromInline func isDecodedKey(_ name: StaticString) -> Bool {
    if case .decoded = key { decodedKey == name.description } else { false }
  }

  /// Reads the key that comes next.
  package mutating func readKey() throws(Diagnostic) {
    guard case .unread = key else { return }
    let start = position + 1
    let end = endOfASCII(from: start)
    // Keys of ASCII alone, as all that os-vif writes, need no look at their encoding.
    if byte(at: end) == UInt8(ascii: "\"") {
      key = .raw
      keyStart = start
      keyCount = end - start
      position = end + 1
    } else {
      decodedKey = try readString()
      key = .decoded
      firstKeyByte = decodedKey.utf8.first ?? 0
    }
    try passColon()
  }

  @usableFromInline mutating func passColon() throws(Diagnostic) {
    skipBlanks()
    guard byte(at: position) == UInt8(ascii: ":") else { throw unexpected("':' behind the key") }
    position += 1
  }

  /// Whether the current key, which was read, is this one.
  package func keyIs(_ name: StaticString) -> Bool {
    switch key {
    case .none, .unread, .taken: false
    case .raw: keyCount == name.utf8CodeUnitCount && isEqual(keyStart, name)
    case .decoded: decodedKey == name.description
    }
  }

  /// The current key's text, when it was read.
  package var keyText: String {
    switch key {
    case .none, .unread, .taken: ""
    case .raw: text(keyStart, keyCount)
    case .decoded: decodedKey
    }
  }
}
