public import Diagnostics

/// What can be wrong with a JSON text.
extension JSONReader {
  func unexpected(_ expected: String) -> Diagnostic {
    guard position < count else { return truncated() }
    return Diagnostic(
      .jsonSyntax,
      "not JSON at byte \(position): expected \(expected), found '\(rawExcerpt(20))'"
    ).at(offset: position)
  }

  /// The value is of another kind than the one asked for.
  ///
  /// It must come next.
  package mutating func wrongKind(_ expected: String) -> Diagnostic {
    let found = excerpt()
    return Diagnostic(.jsonKind, "expected \(expected), found \(found)", value: found)
      .at(offset: position)
  }

  func truncated() -> Diagnostic {
    Diagnostic(
      .jsonTruncated,
      "the JSON text ends after \(count) bytes in the middle of a value",
      remedy: "was the file cut short?"
    ).at(offset: count)
  }

  func tooDeep() -> Diagnostic { Diagnostic.jsonTooDeep.at(offset: position) }

  func notUTF8(from start: Int) -> Diagnostic {
    Diagnostic(.jsonEncoding, "a string is not valid UTF-8", remedy: "save the file as UTF-8")
      .at(offset: start)
  }

  func loneSurrogate(at offset: Int) -> Diagnostic {
    Diagnostic(
      .jsonEncoding,
      "an escape is one half of a surrogate pair: it stands for no character",
      bound: "\\uD800…\\uDBFF directly followed by \\uDC00…\\uDFFF"
    ).at(offset: offset)
  }
}

extension Diagnostic.Code {
  /// The text is not JSON (RFC 8259).
  public static let jsonSyntax = Diagnostic.Code(rawValue: "json.syntax")
  /// The text ends inside a value.
  public static let jsonTruncated = Diagnostic.Code(rawValue: "json.truncated")
  /// Objects and arrays nested beyond the cap.
  public static let jsonTooDeep = Diagnostic.Code(rawValue: "json.too-deep")
  /// Broken UTF-8, or half a surrogate pair.
  public static let jsonEncoding = Diagnostic.Code(rawValue: "json.encoding")
  /// A value of another JSON kind than the field has.
  public static let jsonKind = Diagnostic.Code(rawValue: "json.kind")
}

extension Diagnostic {
  /// Objects and arrays are nested beyond the cap.
  static var jsonTooDeep: Diagnostic {
    Diagnostic(
      .jsonTooDeep,
      "objects and arrays are nested too deeply",
      bound: "at most \(JSONReader.maximumDepth) levels"
    )
  }

  /// A member that an object must have is not there.
  package static func missingKey(_ name: String) -> Diagnostic {
    Diagnostic(.keyMissing, "the key '\(name)' is missing", remedy: "add it")
  }
}
