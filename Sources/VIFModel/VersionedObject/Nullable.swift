/// The content of a field that may also be null, which is not the same as unset.
///
/// What a value has to be is asked of the extensions: see ``ObjectList``.
public enum Nullable<Value> {
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

extension Nullable: Sendable where Value: Sendable {}
extension Nullable: Equatable where Value: Equatable {}
extension Nullable: Hashable where Value: Hashable {}
