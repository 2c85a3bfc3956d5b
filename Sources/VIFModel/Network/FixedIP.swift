public import Addresses
package import Diagnostics

/// An address of a VIF, with the floating addresses that lead to it.
public struct FixedIP: VersionedObject {
  /// `FixedIP`.
  public static let className = "FixedIP"
  /// The versions, by the releases that brought them.
  public static let history = ShippedVersion.versions(
    from: [ObjectVersion(1, 0)]
  )

  /// The version that the object came with.
  public var version = newestVersion
  /// The names of the fields that its last owner had changed.
  public var changes = ChangedFields()

  /// The address.
  public var address: IPAddress?
  /// Addresses that are translated to it.
  public var floatingIPs: [IPAddress]?

  /// An object of the newest version in which nothing is set.
  public init() {}
}

extension FixedIP: DeclaredObject {
  package mutating func visitFields(
    _ visitor: inout some FieldVisitor & ~Copyable
  ) throws(Diagnostic) {
    try visitor.field("address", &address)
    try visitor.field("floating_ips", &floatingIPs)
  }
}
