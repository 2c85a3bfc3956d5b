package import Diagnostics

/// An object of os-vif's object model, as oslo.versionedobjects defines such objects.
///
/// A field that is not set stays nil: os-vif tells "not set" from every value, and writes only
/// what is set.
public protocol VersionedObject: Hashable, Sendable {
  /// The class's name in the envelope, as `VIFBridge`.
  static var className: String { get }

  /// The class that it inherits fields from, as `VIFBase`; nil for none.
  static var parentName: String? { get }

  /// The class's versions, oldest first, with the releases of os-vif that brought them.
  static var history: [ShippedVersion] { get }

  /// The version that the object came with, or the newest for one that was made here.
  var version: ObjectVersion { get set }

  /// The names of the fields that its last owner had changed (`versioned_object.changes`).
  var changes: ChangedFields { get set }

  /// An object of the newest version in which nothing is set.
  init()
}

extension VersionedObject {
  /// No class.
  public static var parentName: String? { nil }

  /// The newest version of the class that is known here.
  public static var newestVersion: ObjectVersion {
    history.last?.version ?? ObjectVersion(1, 0)
  }
}

/// A versioned object whose fields are declared: once, for every use.
package protocol DeclaredObject: VersionedObject, FieldValue, EnvelopeContent {
  /// Shows each field to a visitor: the class's own in the order of their declaration, then the
  /// inherited ones. That is the order of writing.
  mutating func visitFields(_ visitor: inout some FieldVisitor & ~Copyable) throws(Diagnostic)

  /// Gives fields that were absent the values that os-vif's constructor gives them; only few
  /// classes have any.
  mutating func fillAbsentFields()

  /// Whether the class is one of os-vif's lists of objects.
  static var isObjectList: Bool { get }

  /// Versions that a release brought and the next one took back.
  static var withdrawnVersions: [ObjectVersion] { get }
}

extension DeclaredObject {
  package mutating func fillAbsentFields() {}

  package static var isObjectList: Bool { false }

  package static var withdrawnVersions: [ObjectVersion] { [] }

  package static var fieldType: FieldType { .object(classes: [className]) }
}
