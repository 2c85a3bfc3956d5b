public import Diagnostics

/// The name of a port profile: 1…39 bytes, and none that libvirt would have to escape.
public struct ProfileID: Hashable, Sendable, CustomStringConvertible {
  /// The name.
  public let description: String

  /// Checks a name.
  ///
  /// - Throws: `profileid.length`, `value.character`.
  public init(_ text: String) throws(Diagnostic) {
    guard (1...39).contains(text.utf8.count) else {
      throw Diagnostic(
        .profileIDLength,
        "the profile id '\(Diagnostic.shortened(text))' has \(text.utf8.count) bytes",
        value: text,
        bound: "1…39 bytes"
      )
    }
    try VerbatimText.check(text, called: "profile id")
    description = text
  }

  /// A name as a document has it.
  init(verbatim text: String) { description = text }
}

extension Diagnostic.Code {
  /// A profile id that is empty or over 39 bytes.
  public static let profileIDLength = Diagnostic.Code(rawValue: "profileid.length")
}
