package import Diagnostics
package import JSONText

/// Reading is a visit, too: the member that comes next in the JSON text is taken by the field of
/// that name. Since os-vif writes fields in the order of their declaration, one visit mostly
/// takes all of them.
extension JSONReader: FieldVisitor {
  @inline(__always)
  package mutating func field<Value: FieldValue>(
    _ name: StaticString,
    _ value: inout Value?,
    since minor: Int
  ) throws(Diagnostic) {
    if try takesKey(name) { try read(&value, of: name) }
  }

  @inline(__always)
  package mutating func field<Value: FieldValue>(
    _ name: StaticString,
    _ value: inout Nullable<Value>,
    since minor: Int
  ) throws(Diagnostic) {
    if try takesKey(name) { try read(&value, of: name) }
  }

  @inline(__always)
  package mutating func field(
    _ name: StaticString,
    _ value: inout Bool?,
    default: Bool,
    since minor: Int
  ) throws(Diagnostic) {
    if try takesKey(name) { try read(&value, of: name, default: `default`) }
  }

  private mutating func read<Value: FieldValue>(
    _ value: inout Value?,
    of name: StaticString
  ) throws(Diagnostic) {
    let warningsBefore = warnings.count
    do throws(Diagnostic) {
      // Not compared with nil: for that it would be copied.
      if case .some = value { throw Self.repeated("\(name)") }
      guard try !readNull() else { throw Self.nullRefused }
      value = try Value(reading: &self)
    } catch {
      throw error.at("\(name)").at(offset: position)
    }
    try moveOn(from: name, warningsBefore)
  }

  private mutating func read<Value: FieldValue>(
    _ value: inout Nullable<Value>,
    of name: StaticString
  ) throws(Diagnostic) {
    let warningsBefore = warnings.count
    do throws(Diagnostic) {
      guard case .unset = value else { throw Self.repeated("\(name)") }
      value = try readNull() ? .null : .value(Value(reading: &self))
    } catch {
      throw error.at("\(name)").at(offset: position)
    }
    try moveOn(from: name, warningsBefore)
  }

  private mutating func read(
    _ value: inout Bool?,
    of name: StaticString,
    default: Bool
  ) throws(Diagnostic) {
    do throws(Diagnostic) {
      guard value == nil else { throw Self.repeated("\(name)") }
      if let plain = readPlainBoolean() {
        value = plain
      } else {
        value = try readNull() ? `default` : readBoolean()
      }
    } catch {
      throw error.at("\(name)").at(offset: position)
    }
    _ = try nextMember()
  }

  /// Moves to the next member; the warnings of the one that was read learn its name.
  @inline(__always)
  private mutating func moveOn(
    from name: StaticString,
    _ warningsBefore: Int
  ) throws(Diagnostic) {
    if warnings.count > warningsBefore { locateWarnings(from: warningsBefore, at: name) }
    _ = try nextMember()
  }

  private mutating func locateWarnings(from first: Int, at name: StaticString) {
    for index in first..<warnings.count { warnings[index] = warnings[index].at("\(name)") }
  }

  /// Reads an object of fields into a versioned object.
  mutating func readFields(of object: inout some DeclaredObject) throws(Diagnostic) {
    try enterObject()
    while hasKey {
      let start = position
      try object.visitFields(&self)
      guard hasKey, position == start else { continue }
      // It has a name of another spelling, or none of the fields' names.
      try readKey()
      let value = position
      try object.visitFields(&self)
      if hasKey, position == value { try skipUnknownField() }
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
    _ = try nextMember()
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
