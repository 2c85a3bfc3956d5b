/// Collects the names of the fields that are set.
private struct SetFields: FieldVisitor {
  var names = ChangedFields()

  mutating func field<Value: FieldValue>(
    _ name: StaticString,
    _ value: inout Value?,
    since minor: Int
  ) {
    if value != nil { names.insert("\(name)") }
  }

  mutating func field<Value: FieldValue>(
    _ name: StaticString,
    _ value: inout Nullable<Value>,
    since minor: Int
  ) {
    if value != .unset { names.insert("\(name)") }
  }

  mutating func field(
    _ name: StaticString,
    _ value: inout Bool?,
    default: Bool,
    since minor: Int
  ) {
    if value != nil { names.insert("\(name)") }
  }
}

extension DeclaredObject {
  /// The object as os-vif has one that was just made: absent fields have the values that its
  /// constructor gives them, and every field that is set counts as changed.
  package var asNew: Self {
    var object = self
    object.fillAbsentFields()
    var fields = SetFields()
    // Looking throws nothing; the visit is declared to, for the sake of reading.
    try? object.visitFields(&fields)
    object.changes = fields.names
    return object
  }
}
