package import Diagnostics

/// A datapath offload of which nothing more is known.
public struct DatapathOffloadBase: VersionedObject {
  /// `DatapathOffloadBase`.
  public static let className = "DatapathOffloadBase"
  /// The versions, by the releases that brought them.
  public static let history = ShippedVersion.versions(
    from: [ObjectVersion(1, 14)]
  )

  /// The version that the object came with.
  public var version = newestVersion
  /// The names of the fields that its last owner had changed.
  public var changes = ChangedFields()

  /// An object of the newest version in which nothing is set.
  public init() {}
}

extension DatapathOffloadBase: DeclaredObject {
  package mutating func visitFields(
    _ visitor: inout some FieldVisitor & ~Copyable
  ) throws(Diagnostic) {
  }
}
