/// The content of a field that may also be null, which is not the same as unset.
public enum Nullable<Value: Hashable & Sendable>: Hashable, Sendable {
  /// The field is absent.
  case unset
  /// The field is there, and holds nothing.
  case null
  /// The field holds a value.
  case value(Value)

  /// The value, or nil for an unset field and for a null one.
  public var value: Value? {
    if case .value(let value) = self { value } else { nil }
  }
}
