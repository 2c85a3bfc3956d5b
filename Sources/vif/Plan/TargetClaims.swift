#if Libvirt
  import Diagnostics
  import LibvirtAttach

  /// Which targets of a run are for one domain, whatever each of them calls it.
  ///
  /// Each says what the domain is to have in all: two would undo each other.
  actor TargetClaims {
    private struct Claimed: Hashable {
      let host: String
      let uuid: String
    }

    private var origins: [Claimed: [String]] = [:]

    /// Notes that a target is for a domain.
    func add(_ target: PlanTarget, for domain: DomainIdentity, on host: String) {
      origins[Claimed(host: host, uuid: domain.uuid), default: []].append(target.origin)
    }

    /// Refuses a domain that several targets are for.
    ///
    /// - Throws: `HotPlugError.refused` with `inventory.twice`.
    func refuseSeveral(for domain: DomainIdentity, on host: String) throws(HotPlugError) {
      let origins = origins[Claimed(host: host, uuid: domain.uuid)] ?? []
      guard origins.count > 1 else { return }
      throw .refused(
        Diagnostic(
          .inventoryTwice,
          "\(origins.sorted().joined(separator: " and ")) are for one domain",
          value: domain.name,
          remedy: "put all its VIFs in one place, which says what the domain is to have in all"
        )
      )
    }
  }
#endif
