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
