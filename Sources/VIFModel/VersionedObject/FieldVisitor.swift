package import Diagnostics
package import JSONText

/// Something that is done with every field of an object: reading it, writing it, telling of it.
///
/// The type of the property says what the field may hold: an optional is a field that must not be
/// null, a ``Nullable`` one that may.
package protocol FieldVisitor: ~Copyable {
  /// A field that may be unset but not null.
  mutating func field<Value: FieldValue>(
    _ name: StaticString,
    _ value: inout Value?
  ) throws(Diagnostic)

  /// A field that may be unset or null.
  mutating func field<Value: FieldValue>(
    _ name: StaticString,
    _ value: inout Nullable<Value>
  ) throws(Diagnostic)

  /// A field that may be unset; assigning null to it gives it its default.
  mutating func field<Value: FieldValue>(
    _ name: StaticString,
    _ value: inout Value?,
    default: Value
  ) throws(Diagnostic)
}

/// The content of a field.
package protocol FieldValue: Hashable, Sendable {
  /// Reads the value that comes next; null was dealt with before.
  init(reading reader: inout JSONReader) throws(Diagnostic)
}
