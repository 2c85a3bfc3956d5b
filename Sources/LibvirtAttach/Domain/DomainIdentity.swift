/// Which domain something is about.
public struct DomainIdentity: Hashable, Sendable {
  /// The domain's name.
  public let name: String
  /// The domain's UUID, as libvirt writes it; it stays when the domain is given another name.
  public let uuid: String

  package init(name: String, uuid: String) {
    self.name = name
    self.uuid = uuid
  }
}
