public import Diagnostics

/// Items of input that hold what they are about under a key, beside others: `{"id", …}`.
extension JSONReader {
  /// Whether the object that comes next is a wrapper with one of these keys, and not an os-vif
  /// primitive itself.
  ///
  /// Nothing is consumed.
  ///
  /// - Throws: `json.kind` when it is no object, `key.missing` when it is neither.
  package mutating func isWrapped(by keys: [String]) throws(Diagnostic) -> Bool {
    guard try peekKind() == .object else { throw wrongKind("an object (an os-vif primitive)") }
    if isNext("{\"versioned_object.") { return false }
    return try lookAhead { reader throws(Diagnostic) in
      var unknown: String?
      try reader.beginObject()
      while try reader.nextKey() {
        let name = reader.keyText
        if name.hasPrefix("versioned_object.") { return false }
        if keys.contains(name) { return true }
        unknown = unknown ?? name
        try reader.skipValue()
      }
      if let unknown, let guess = nearest(to: unknown, among: keys) {
        throw Diagnostic(
          .keyUnknown,
          "the key '\(Diagnostic.shortened(unknown))' is unknown",
          value: unknown,
          bound: keys.joined(separator: ", "),
          remedy: "did you mean '\(guess)'?"
        ).at(unknown)
      }
      throw Diagnostic(
        .keyMissing,
        "this is neither an os-vif primitive nor an object around one",
        bound: "{\"versioned_object.name\": …}, or an object of \(keys.joined(separator: ", "))"
      )
    }
  }

  /// Reads a string or a number as the JSON text that it is; null is none.
  package mutating func readID() throws(Diagnostic) -> String? {
    switch try peekKind() {
    case .null:
      _ = try readNull()
      return nil
    case .string: return quoted(try readString())
    case .number: return try readNumberText()
    case .object, .array, .boolean: throw wrongKind("a string or a number")
    }
  }

  /// The `id` of the object that starts at a place that was read before; nil when it has none, or
  /// when it cannot be read that far.
  ///
  /// The reader is of no use afterwards.
  package mutating func idOfObject(at position: Int) -> String? {
    restart(at: position)
    do throws(Diagnostic) {
      try beginObject()
      while try nextKey() {
        if keyIs("id") { return try readID() }
        try skipValue()
      }
    } catch {
      // What is wrong with the object is known already.
    }
    return nil
  }
}

extension Diagnostic.Code {
  /// A key that nobody reads.
  public static let keyUnknown = Diagnostic.Code(rawValue: "key.unknown")
  /// A key that must be there.
  public static let keyMissing = Diagnostic.Code(rawValue: "key.missing")
}
