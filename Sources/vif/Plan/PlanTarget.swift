/// A domain, and all devices that it is to have.
struct PlanTarget: Sendable {
  /// The hypervisor's URI; nil for the one of the command line.
  var uri: String?
  /// The domain's name, UUID or id.
  let domain: String
  /// The documents of its devices.
  let documents: [String]

  /// What is told of it begins so.
  var place: String { (uri.map { "\($0) " } ?? "") + domain }
}
