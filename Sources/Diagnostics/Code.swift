extension Diagnostic {
  /// The stable name of a kind of fault, as `mac.multicast`: programs may switch on it.
  ///
  /// The module that raises a code declares it, next to the rule.
  public struct Code: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
    /// The name.
    public let rawValue: String

    /// Names a kind of fault.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The name.
    public var description: String { rawValue }
  }
}

extension Diagnostic.Code {
  /// A number, or the length of a text, outside its bounds.
  public static let valueOutOfRange = Diagnostic.Code(rawValue: "value.out-of-range")
  /// A word that is none of those that the field has.
  public static let valueNotAllowed = Diagnostic.Code(rawValue: "value.not-allowed")
}
