import Diagnostics
package import JSONText

/// Writing is a visit: each field that is set becomes a member of the data.
private struct FieldWriter: FieldVisitor {
  var writer: JSONWriter
  /// The names of the fields that were written.
  var written = ChangedFields()
  /// The names of those that hold an object in which something was changed.
  var changed = ChangedFields()

  mutating func field<Value: FieldValue>(
    _ name: StaticString,
    _ value: inout Value?,
    since minor: Int
  ) {
    if let value { write(name, value) }
  }

  mutating func field<Value: FieldValue>(
    _ name: StaticString,
    _ value: inout Nullable<Value>,
    since minor: Int
  ) {
    switch value {
    case .unset: break
    case .null:
      key(name)
      writer.null()
    case .value(let value): write(name, value)
    }
  }

  mutating func field(
    _ name: StaticString,
    _ value: inout Bool?,
    default: Bool,
    since minor: Int
  ) {
    if let value { write(name, value) }
  }

  private mutating func write(_ name: StaticString, _ value: some FieldValue) {
    key(name)
    value.write(to: &writer)
    if value.isChangedObject { changed.insert("\(name)") }
  }

  private mutating func key(_ name: StaticString) {
    writer.key("\(name)")
    written.insert("\(name)")
  }
}

extension DeclaredObject {
  /// Writes the object as os-vif does: the envelope's keys in its order, and of the fields those
  /// that are set.
  package func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.key("versioned_object.name")
    writer.string(Self.className)
    writer.key("versioned_object.namespace")
    writer.string(Envelope.namespace)
    writer.key("versioned_object.version")
    writer.string(version.description)
    writer.key("versioned_object.data")
    writer.beginObject()
    var fields = FieldWriter(writer: writer)
    var object = self
    // Writing throws nothing; the visit is declared to, for the sake of reading.
    try? object.visitFields(&fields)
    writer = fields.writer
    writer.endObject()
    // A field that holds a changed object counts as changed itself.
    let changes = changes.intersection(fields.written).union(fields.changed)
    if !changes.isEmpty {
      writer.key("versioned_object.changes")
      changes.sorted.write(to: &writer)
    }
    writer.endObject()
  }

  /// Whether this object, or one in it, has changes.
  package var isChangedObject: Bool {
    var finder = ChangeFinder(names: changes)
    var object = self
    try? object.visitFields(&finder)
    return finder.isChanged
  }
}

/// Looks for a field that was changed, or holds an object that was.
private struct ChangeFinder: FieldVisitor {
  /// The names that the object has for changed.
  let names: ChangedFields
  var isChanged = false

  mutating func field<Value: FieldValue>(
    _ name: StaticString,
    _ value: inout Value?,
    since minor: Int
  ) {
    look(name, value)
  }

  mutating func field<Value: FieldValue>(
    _ name: StaticString,
    _ value: inout Nullable<Value>,
    since minor: Int
  ) {
    look(name, value.value)
  }

  mutating func field(
    _ name: StaticString,
    _ value: inout Bool?,
    default: Bool,
    since minor: Int
  ) {
    look(name, value)
  }

  private mutating func look(_ name: StaticString, _ value: (some FieldValue)?) {
    if names.contains("\(name)") || value?.isChangedObject == true { isChanged = true }
  }
}
