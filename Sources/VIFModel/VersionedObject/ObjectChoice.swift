package import Diagnostics
package import JSONText

/// A closed set of classes, one object of which a field or an item holds.
package protocol ObjectChoice: FieldValue {
  /// The classes.
  static var classNames: [String] { get }

  /// Reads the data of an object of one of the classes; nil for any other class.
  static func read(
    _ className: String,
    _ version: ObjectVersion,
    _ reader: inout JSONReader
  ) throws(Diagnostic) -> Self?

  /// The object.
  var object: any DeclaredObject { get }

  /// The same choice, with another object of the same class.
  func mapped(_ change: inout some ObjectChange) throws(Diagnostic) -> Self
}

/// Something that makes another object of the same class, whatever the class.
package protocol ObjectChange {
  /// Makes the other object.
  mutating func changed<Object: DeclaredObject>(_ object: Object) throws(Diagnostic) -> Object
}

extension ObjectChoice {
  package static var fieldType: FieldType { .object(classes: classNames) }

  package init(reading reader: inout JSONReader) throws(Diagnostic) {
    let (choice, changes) = try reader.readEnvelope {
      reader,
      className,
      version throws(Diagnostic) -> Self in
      guard let choice = try Self.read(className, version, &reader) else {
        throw ClassName.unexpected(className, expected: Self.classNames)
      }
      return choice
    }
    var change = ChangesReplacement(changes: changes)
    self = changes.isEmpty ? choice : try choice.mapped(&change)
  }

  package func write(to writer: inout JSONWriter) { object.write(to: &writer) }

  package func levelled(
    by levels: Levels,
    _ warnings: inout [Diagnostic]
  ) throws(Diagnostic) -> Self {
    var change = LevelChange(levels: levels, warnings: warnings)
    defer { warnings = change.warnings }
    return try mapped(&change)
  }

  package var isChangedObject: Bool { object.isChangedObject }
}

private struct ChangesReplacement: ObjectChange {
  let changes: Set<String>

  func changed<Object: DeclaredObject>(_ object: Object) -> Object {
    var object = object
    object.changes = changes
    return object
  }
}

private struct LevelChange: ObjectChange {
  let levels: Levels
  var warnings: [Diagnostic]

  mutating func changed<Object: DeclaredObject>(_ object: Object) throws(Diagnostic) -> Object {
    try object.levelled(by: levels, &warnings)
  }
}
