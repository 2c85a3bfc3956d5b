/// A domain, and all devices that it is to have.
struct PlanTarget: Sendable {
  /// The hypervisor's URI; nil for the one of the command line.
  var uri: String?
  /// The domain's name, UUID or id.
  let domain: String
  /// The file that says what it is to have, with the line if it is one of several.
  let origin: String
  /// The documents of its devices; nil when they cannot be read, which was told.
  let documents: [String]?

  /// What is told of it begins so.
  var place: String { (uri.map { "\($0) " } ?? "") + domain }
}
