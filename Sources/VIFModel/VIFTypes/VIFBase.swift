package import Diagnostics

/// The class that all VIF types inherit from.
///
/// It is abstract: os-vif can pass such an object on, but nobody can plug it.
public struct VIFBase: VersionedObject {
  /// `VIFBase`.
  public static let className = "VIFBase"
  /// The versions, by the releases that brought them.
  public static let history = ShippedVersion.versions(from: [ObjectVersion(1, 0)])

  /// The version that the object came with.
  public var version = newestVersion
  /// The names of the fields that its last owner had changed.
  public var changes = ChangedFields()

  /// The fields that every VIF has.
  public var base = VIFBaseFields()

  /// An object of the newest version in which nothing is set.
  public init() {}
}

extension VIFBase: DeclaredObject {
  /// os-vif 1.8.0 alone had it.
  package static let withdrawnVersions = [ObjectVersion(1, 1)]

  package mutating func visitFields(
    _ visitor: inout some FieldVisitor & ~Copyable
  ) throws(Diagnostic) {
    try base.visit(&visitor)
  }
}
