package import Diagnostics
package import JSONText

/// Reading is a visit, too: the member that comes next in the JSON text is taken by the field of
/// that name. Since os-vif writes fields in the order of their declaration, one visit mostly
/// takes all of them.
extension JSONReader: FieldVisitor {
  package mutating func field<Value: FieldValue>(
    _ name: StaticString,
    _ value: inout Value?,
    since minor: Int
  ) throws(Diagnostic) {
    guard keyIs(name) else { return }
    value = try member(name, isRepeated: value != nil) { reader throws(Diagnostic) in
      guard try !reader.readNull() else { throw Self.nullRefused }
      return try Value(reading: &reader)
    }
  }

  package mutating func field<Value: FieldValue>(
    _ name: StaticString,
    _ value: inout Nullable<Value>,
    since minor: Int
  ) throws(Diagnostic) {
    guard keyIs(name) else { return }
    value = try member(name, isRepeated: value != .unset) { reader throws(Diagnostic) in
      try reader.readNull() ? .null : .value(Value(reading: &reader))
    }
  }

  package mutating func field(
    _ name: StaticString,
    _ value: inout Bool?,
    default: Bool,
    since minor: Int
  ) throws(Diagnostic) {
    guard keyIs(name) else { return }
    value = try member(name, isRepeated: value != nil) { reader throws(Diagnostic) in
      try reader.readNull() ? `default` : Bool(reading: &reader)
    }
  }

  /// Reads one member's value and moves to the next key; faults and warnings learn the name.
  private mutating func member<Value>(
    _ name: StaticString,
    isRepeated: Bool,
    read: (inout JSONReader) throws(Diagnostic) -> Value
  ) throws(Diagnostic) -> Value {
    let value = try locating(name) { reader throws(Diagnostic) in
      guard !isRepeated else { throw Self.repeated("\(name)") }
      return try read(&reader)
    }
    _ = try nextKey()
    return value
  }

  /// Reads an object of fields into a versioned object.
  mutating func readFields(of object: inout some DeclaredObject) throws(Diagnostic) {
    try beginObject()
    _ = try nextKey()
    while hasKey {
      let start = position
      try object.visitFields(&self)
      if hasKey, position == start { try skipUnknownField() }
    }
    object.fillAbsentFields()
  }

  private mutating func skipUnknownField() throws(Diagnostic) {
    let name = keyText
    let fault =
      name == "fixed_ips"
      ? Diagnostic(
        .objectFieldWithdrawn,
        "the field 'fixed_ips' was in os-vif 1.8.0 only and is passed over",
        value: name
      )
      : Diagnostic(
        .objectFieldUnknown,
        "the field '\(Diagnostic.shortened(name))' is unknown and is passed over",
        value: name
      )
    warn(fault.at(name))
    try skipValue()
    _ = try nextKey()
  }

  private static var nullRefused: Diagnostic {
    Diagnostic(
      .objectFieldNull,
      "the field is null, which it must not be",
      value: "null",
      remedy: "leave the field out, or give it a value"
    )
  }

  static func repeated(_ name: String) -> Diagnostic {
    Diagnostic(
      .objectFieldRepeated,
      "'\(name)' stands there twice",
      remedy: "keep one of them: readers differ in which one they take"
    )
  }
}

extension Diagnostic.Code {
  /// A field that the class does not have.
  public static let objectFieldUnknown = Diagnostic.Code(rawValue: "object.field-unknown")
  /// A null in a field that must not be null.
  public static let objectFieldNull = Diagnostic.Code(rawValue: "object.field-null")
  /// A field or a key that stands there more than once.
  public static let objectFieldRepeated = Diagnostic.Code(rawValue: "object.field-repeated")
}
