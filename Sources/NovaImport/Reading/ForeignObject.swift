package import Diagnostics
import JSONText
import VIFTranslator

// Records of OpenStack's are not ours: what they have besides is passed over, and of what they
// write in two ways both are read. What is wrong in the rest is told.
extension JSONReader {
  /// Reads the members of an object that are known; one that is null counts as absent.
  ///
  /// - Throws: `key.repeated` for a known key, and what `read` throws with the key before its path.
  mutating func readMembers<Key: RawRepresentable<String> & Hashable>(
    of keys: Key.Type,
    _ read: (inout JSONReader, Key) throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    var seen: Set<Key> = []
    try beginObject()
    while try nextKey() {
      let name = keyText
      guard let key = Key(rawValue: name) else {
        try skipValue()
        continue
      }
      try locating(name, from: position) { reader throws(Diagnostic) in
        guard seen.insert(key).inserted else { throw Self.repeatedKey(name) }
        if try !reader.readNull() { try read(&reader, key) }
      }
    }
  }

  /// Reads the members of an object with any keys; one that is null counts as absent.
  mutating func readAllMembers(
    _ read: (inout JSONReader, String) throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    try beginObject()
    while try nextKey() {
      let name = keyText
      try locating(name, from: position) { reader throws(Diagnostic) in
        if try !reader.readNull() { try read(&reader, name) }
      }
    }
  }

  /// Reads the elements of an array.
  mutating func readElements<Element>(
    _ read: (inout JSONReader) throws(Diagnostic) -> Element
  ) throws(Diagnostic) -> [Element] {
    var elements: [Element] = []
    try beginArray()
    while try nextElement() {
      elements.append(try locating(elements.count, from: position, read))
    }
    return elements
  }

  /// Reads a whole number, or the decimal text of one: services differ in which they write.
  mutating func readNumber() throws(Diagnostic) -> Int64 {
    guard try peekKind() == .string else { return try readInteger() }
    let start = position
    let text = try readString()
    guard let first = text.utf8.first, first != UInt8(ascii: "+"), let number = Int64(text) else {
      throw Diagnostic(
        .valueNotANumber,
        "'\(Diagnostic.shortened(text))' is no whole number",
        value: text,
        bound: "a number, or a text of decimal digits"
      ).at(offset: start)
    }
    return number
  }

  /// Reads a text, a number or a truth as Python would print it.
  mutating func readScalarText() throws(Diagnostic) -> String {
    switch try peekKind() {
    case .number: try readNumberText()
    case .boolean: try readBoolean() ? "True" : "False"
    case .string, .object, .array, .null: try readString()
    }
  }

  static func repeatedKey(_ name: String) -> Diagnostic {
    Diagnostic(
      .keyRepeated,
      "the key '\(Diagnostic.shortened(name))' stands there twice",
      remedy: "keep one of them: readers differ in which one they take"
    )
  }
}

extension Diagnostic.Code {
  /// A text where a number is wanted, and not the text of one.
  public static let valueNotANumber = Diagnostic.Code(rawValue: "value.not-a-number")
}
