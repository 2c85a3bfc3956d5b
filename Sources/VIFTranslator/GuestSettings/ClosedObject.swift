public import Diagnostics
package import JSONText

/// Reading of objects whose keys are a closed set: whoever mistypes one is told.
extension JSONReader {
  /// Reads an object member by member; a member that is null counts as absent, but for the one
  /// that has a use for it.
  ///
  /// - Throws: `key.unknown`, `key.repeated`, and what `read` throws with the key before its path.
  package mutating func readClosedObject<Key: RawRepresentable<String> & CaseIterable & Equatable>(
    of keys: Key.Type,
    keepingNullOf nullKey: Key? = nil,
    _ read: (inout JSONReader, Key) throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    // Few: a set would have the runtime look up how each kind of key is hashed.
    var seen: [Key] = []
    try beginObject()
    while try nextKey() {
      let name = keyText
      try locating(name, from: position) { reader throws(Diagnostic) in
        // Of many names, `init(rawValue:)` makes a dictionary, which costs a short run a sixth of it.
        guard let key = Key.allCases.first(where: { $0.rawValue == name }) else {
          throw Self.unknownKey(name, known: Key.allCases.map(\.rawValue))
        }
        guard !seen.contains(key) else {
          throw Diagnostic(
            .keyRepeated,
            "the key '\(name)' stands there twice",
            remedy: "keep one of them"
          )
        }
        seen.append(key)
        if try reader.peekKind() != .null || key == nullKey {
          try read(&reader, key)
        } else {
          _ = try reader.readNull()
        }
      }
    }
  }

  private static func unknownKey(_ name: String, known: [String]) -> Diagnostic {
    Diagnostic(
      .keyUnknown,
      "the key '\(Diagnostic.shortened(name))' is unknown",
      value: name,
      bound: known.joined(separator: ", "),
      remedy: nearest(to: name, among: known).map { "did you mean '\($0)'?" }
    )
  }

  /// Reads a truth: `true` and `false`, or libvirt's words for them.
  package mutating func readTruth(_ yes: String, _ no: String) throws(Diagnostic) -> Bool {
    guard try peekKind() == .string else {
      guard try peekKind() == .boolean else { throw wrongKind("true, false, '\(yes)' or '\(no)'") }
      return try readBoolean()
    }
    let word = try readString()
    guard word == yes || word == no else {
      throw Diagnostic(
        .valueNotAllowed,
        "'\(Diagnostic.shortened(word))' is neither '\(yes)' nor '\(no)'",
        value: word,
        bound: "true, false, '\(yes)', '\(no)'"
      )
    }
    return word == yes
  }

  /// Reads one of the words of an enumeration.
  package mutating func readWord<Word: RawRepresentable<String> & CaseIterable>(
    among allowed: [Word] = Array(Word.allCases)
  ) throws(Diagnostic) -> Word {
    let text = try readString()
    let words = allowed.map(\.rawValue)
    guard let word = Word(rawValue: text), words.contains(text) else {
      throw Diagnostic(
        .valueNotAllowed,
        "'\(Diagnostic.shortened(text))' is none of the words for this",
        value: text,
        bound: words.joined(separator: ", "),
        remedy: nearest(to: text, among: words).map { "did you mean '\($0)'?" }
      )
    }
    return word
  }

  /// Reads a whole number that fits into 32 bits.
  mutating func readUInt32() throws(Diagnostic) -> UInt32 {
    let number = try readInteger()
    guard let value = UInt32(exactly: number) else {
      throw Diagnostic(
        .valueOutOfRange,
        "\(number) is out of range",
        value: "\(number)",
        bound: "0…4294967295"
      )
    }
    return value
  }
}

extension Diagnostic.Code {
  /// A key that stands there twice.
  public static let keyRepeated = Diagnostic.Code(rawValue: "key.repeated")
}
