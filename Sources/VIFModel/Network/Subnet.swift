public import Addresses
package import Diagnostics

/// A range of addresses on a network.
public struct Subnet: VersionedObject {
  /// `Subnet`.
  public static let className = "Subnet"
  /// The versions, by the releases that brought them.
  public static let history = ShippedVersion.versions(
    from: [ObjectVersion(1, 0)]
  )

  /// The version that the object came with.
  public var version = newestVersion
  /// The names of the fields that its last owner had changed.
  public var changes = ChangedFields()

  /// The range.
  public var cidr: IPNetwork?
  /// Name servers.
  public var dns: [IPAddress]?
  /// The default router.
  public var gateway: IPAddress?
  /// The VIF's addresses in this range.
  public var ips: FixedIPList?
  /// Routes that guests should have.
  public var routes: RouteList?
  /// The DHCP server.
  public var dhcpServer: IPAddress?

  /// An object of the newest version in which nothing is set.
  public init() {}
}

extension Subnet: DeclaredObject {
  /// os-vif 1.8.0 alone had it.
  package static let withdrawnVersions = [ObjectVersion(1, 1)]

  package mutating func visitFields(
    _ visitor: inout some FieldVisitor & ~Copyable
  ) throws(Diagnostic) {
    try visitor.field("cidr", &cidr)
    try visitor.field("dns", &dns)
    try visitor.field("gateway", &gateway)
    try visitor.field("ips", &ips)
    try visitor.field("routes", &routes)
    try visitor.field("dhcp_server", &dhcpServer)
  }
}
