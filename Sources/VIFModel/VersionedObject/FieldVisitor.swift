package import Diagnostics

/// Something that is done with every field of an object: reading it, writing it, telling of it.
///
/// The type of the property says what the field may hold: an optional is a field that must not be
/// null, a ``Nullable`` one that may. `since` is the minor number of the class's version that
/// brought the field.
package protocol FieldVisitor: ~Copyable {
  /// A field that may be unset but not null.
  mutating func field<Value: FieldValue>(
    _ name: StaticString,
    _ value: inout Value?,
    since minor: Int
  ) throws(Diagnostic)

  /// A field that may be unset or null.
  mutating func field<Value: FieldValue>(
    _ name: StaticString,
    _ value: inout Nullable<Value>,
    since minor: Int
  ) throws(Diagnostic)

  /// A field that may be unset; assigning null to it gives it its default.
  mutating func field(
    _ name: StaticString,
    _ value: inout Bool?,
    default: Bool,
    since minor: Int
  ) throws(Diagnostic)
}

// Always inlined: where a field is not the one that comes next, a comparison is all that is left.
extension FieldVisitor where Self: ~Copyable {
  @inline(__always)
  mutating func field<Value: FieldValue>(
    _ name: StaticString,
    _ value: inout Value?
  ) throws(Diagnostic) {
    try field(name, &value, since: 0)
  }

  @inline(__always)
  mutating func field<Value: FieldValue>(
    _ name: StaticString,
    _ value: inout Nullable<Value>
  ) throws(Diagnostic) {
    try field(name, &value, since: 0)
  }

  @inline(__always)
  mutating func field(
    _ name: StaticString,
    _ value: inout Bool?,
    default: Bool
  ) throws(Diagnostic) {
    try field(name, &value, default: `default`, since: 0)
  }
}
