public import Diagnostics
package import JSONText

/// The envelope around every object: `versioned_object.{name,namespace,version,data,changes}`.
struct Envelope {
  /// The only namespace that os-vif's objects have.
  static let namespace = "os_vif"

  /// The keys that it may have.
  enum Key: String {
    case name = "versioned_object.name"
    case namespace = "versioned_object.namespace"
    case version = "versioned_object.version"
    case data = "versioned_object.data"
    case changes = "versioned_object.changes"
  }

  var className: JSONToken?
  var namespace: JSONToken?
  var version: JSONToken?
  var changes: ChangedFields?

  /// Where the data begins, when it came before name and version.
  var dataPlace: JSONReader.Place?

  /// Whether all that the data depend on has been read.
  var isComplete: Bool { className != nil && namespace != nil && version != nil }
}

/// What an envelope holds: an object of a class, or of one of several.
package protocol EnvelopeContent {
  /// The object, and which of the possible classes it is of.
  var classified: (object: any DeclaredObject, classIndex: Int) { get }

  /// Reads the data of an object whose envelope was read before it.
  ///
  /// The version is yet to be checked.
  static func content(
    _ className: JSONToken,
    _ version: ObjectVersion,
    _ changes: ChangedFields,
    _ reader: inout JSONReader
  ) throws(Diagnostic) -> Self

  /// Reads data of which it is not known yet whose it is, as those of the class that can be expected;
  /// nil when none can be.
  static func expectedContent(
    _ changes: ChangedFields,
    _ reader: inout JSONReader
  ) throws(Diagnostic) -> Self?

  /// Whether an object that was read as expected is what its envelope says; if so it gets the version.
  mutating func accept(
    _ className: JSONToken,
    _ version: ObjectVersion,
    _ reader: inout JSONReader
  ) -> Bool

  /// Gives an object the names of the changed fields, where they came behind its data.
  mutating func replaceChanges(by names: ChangedFields)
}

extension EnvelopeContent {
  /// Nothing is expected.
  package static func expectedContent(
    _ changes: ChangedFields,
    _ reader: inout JSONReader
  ) throws(Diagnostic) -> Self? { nil }

  /// Nothing that was expected.
  package mutating func accept(
    _ className: JSONToken,
    _ version: ObjectVersion,
    _ reader: inout JSONReader
  ) -> Bool { false }
}

extension Diagnostic.Code {
  /// A key that every envelope must have is missing.
  public static let objectKeyMissing = Diagnostic.Code(rawValue: "object.key-missing")
  /// The namespace is not os-vif's.
  public static let objectNamespace = Diagnostic.Code(rawValue: "object.namespace")
  /// The class's name is none of os-vif's.
  public static let objectClassUnknown = Diagnostic.Code(rawValue: "object.class-unknown")
  /// The class is one of os-vif's, but not one that may stand here.
  public static let objectClassUnexpected = Diagnostic.Code(rawValue: "object.class-unexpected")
  /// The version is not of the form MAJOR.MINOR.
  public static let objectVersionMalformed = Diagnostic.Code(rawValue: "object.version-malformed")
  /// The version is newer than the newest known one, or of another major number.
  public static let objectVersionUnsupported = Diagnostic.Code(
    rawValue: "object.version-unsupported"
  )
}
