package import Diagnostics
package import JSONText

/// A closed set of classes, one object of which a field or an item holds.
package protocol ObjectChoice: FieldValue, EnvelopeContent {
  /// The classes.
  static var classNames: [String] { get }

  /// Reads the data of an object of one of the classes; nil where there is none of the index.
  ///
  /// - Parameters:
  ///   - index: Which of ``classNames`` it is.
  ///   - version: The version that it came with; nil for the newest.
  static func read(
    classAt index: Int,
    _ version: ObjectVersion?,
    _ changes: ChangedFields,
    _ reader: inout JSONReader
  ) throws(Diagnostic) -> Self?

  /// The name of the class.
  var className: String { get }

  /// The version that the object came with.
  var version: ObjectVersion { get }

  /// The object.
  var object: any DeclaredObject { get }

  /// The same choice, with another object of the same class.
  consuming func mapped(_ change: inout some ObjectChange) throws(Diagnostic) -> Self
}

/// Something that makes another object of the same class, whatever the class.
package protocol ObjectChange {
  /// Makes the other object.
  mutating func changed<Object: DeclaredObject>(
    _ object: consuming Object
  ) throws(Diagnostic) -> Object
}

extension ObjectChoice {
  package static var fieldType: FieldType { .object(classes: classNames) }

  package init(reading reader: inout JSONReader) throws(Diagnostic) {
    var known: Self?
    let isKnown = reader.readRecurring(Self.frameKind) {
      reader,
      index,
      version,
      changes throws(Diagnostic) in
      let warningsBefore = reader.warnings.count
      known = try Self.read(classAt: index, version, changes, &reader)
      if reader.warnings.count > warningsBefore, let known {
        reader.locate(warningsBefore..<reader.warnings.count, in: known.className, known.version)
      }
      return known != nil
    }
    if isKnown, let known { self = known } else { self = try reader.readEnvelope() }
  }

  package mutating func replaceChanges(by names: ChangedFields) {
    var replacement = ChangesReplacement(changes: names)
    // What replaces throws nothing; to change is declared to.
    if let choice = try? mapped(&replacement) { self = choice }
  }

  package static func content(
    _ className: JSONToken,
    _ version: ObjectVersion,
    _ changes: ChangedFields,
    _ reader: inout JSONReader
  ) throws(Diagnostic) -> Self {
    for index in classNames.indices where reader.token(className, is: classNames[index]) {
      if let choice = try read(classAt: index, version, changes, &reader) { return choice }
    }
    throw ClassName.unexpected(reader.text(of: className), expected: classNames)
  }

  package var classified: (object: any DeclaredObject, classIndex: Int) {
    // One that is read is of one of the classes.
    (object, Self.classNames.firstIndex(of: className) ?? 0)
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
  let changes: ChangedFields

  func changed<Object: DeclaredObject>(_ object: consuming Object) -> Object {
    object.changes = changes
    return object
  }
}

private struct LevelChange: ObjectChange {
  let levels: Levels
  var warnings: [Diagnostic]

  mutating func changed<Object: DeclaredObject>(
    _ object: consuming Object
  ) throws(Diagnostic) -> Object {
    try object.levelled(by: levels, &warnings)
  }
}
