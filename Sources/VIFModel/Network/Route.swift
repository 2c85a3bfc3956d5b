public import Addresses
package import Diagnostics

/// A route that guests should have.
public struct Route: VersionedObject {
  /// `Route`.
  public static let className = "Route"
  /// The versions, by the releases that brought them.
  public static let history = ShippedVersion.versions(
    from: [ObjectVersion(1, 0)]
  )

  /// The version that the object came with.
  public var version = newestVersion
  /// The names of the fields that its last owner had changed.
  public var changes = ChangedFields()

  /// Where it leads.
  public var cidr: IPNetwork?
  /// The router on the way.
  public var gateway: IPAddress?
  /// The device that it leaves through.
  public var interface: String?

  /// An object of the newest version in which nothing is set.
  public init() {}
}

extension Route: DeclaredObject {
  package mutating func visitFields(
    _ visitor: inout some FieldVisitor & ~Copyable
  ) throws(Diagnostic) {
    try visitor.field("cidr", &cidr)
    try visitor.field("gateway", &gateway)
    try visitor.field("interface", &interface)
  }
}
