import JSONText

/// Which domain a line of an inventory is for, as far as it could be read.
struct InventorySubject {
  /// Of more hosts than these, any is suspected.
  private static let mostHosts = 16

  var uri: String?
  var domain: String?
  /// Whether that is known, or that it says nothing of it.
  var isKnown = false
  /// The domains that it may be for; empty when that is known, or nothing at all is.
  private(set) var suspects: Set<PlanSuspect> = []
  /// Whether it may be for others as well.
  private var hasOthers = false

  /// What cannot be told of whom it is for; nil when all can.
  var rest: String? {
    guard hasOthers else { return nil }
    return suspects.isEmpty
      ? "which domains it is for cannot be told: none is held back for it"
      : "which other domains it may be for cannot be told: none of those is held back for it"
  }

  /// Notes which domains may be meant by what cannot be read.
  mutating func suspect(_ reader: inout JSONReader, _ loss: JSONLoss) {
    if case .item = loss, isKnown { return }
    let domains = reader.salvage(Inventory.Key.domain.rawValue)
    let uris = reader.salvage(Inventory.Key.uri.rawValue)
    var hosts = Set(uris.texts.map { PlanSuspect.Host.named($0) })
    switch loss {
    case .item where hosts.isEmpty: hosts = [.standard]
    // Of several items, one may not have said where.
    case .rest where !hosts.isEmpty: hosts.insert(.standard)
    case .item, .openItem, .lines, .rest, .beyond: break
    }
    // An item that is cut off may have said where.
    if hosts.isEmpty || hosts.count > Self.mostHosts || uris.hasOthers { hosts = [.any] }
    // No domain has an empty name: a quote too many stands before the one that is meant.
    let names = Set(domains.texts).subtracting([""])
    for name in names {
      for host in hosts { suspects.insert(PlanSuspect(host: host, domain: name)) }
    }
    hasOthers =
      domains.hasOthers || names.isEmpty || domains.texts.contains("") || loss == .beyond
  }
}
