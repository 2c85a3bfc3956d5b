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
    /// The lines that may be for the domain, and that cannot be read.
    private var suspects: [Claimed: Set<String>] = [:]

    /// Notes that a target is for a domain.
    func add(_ target: PlanTarget, for domain: DomainIdentity, on host: String) {
      origins[Claimed(host: host, uuid: domain.uuid), default: []].append(target.origin)
    }

    /// Notes that a line that cannot be read may be for a domain.
    func add(_ suspect: PlanSuspect, for domain: DomainIdentity, on host: String) {
      suspects[Claimed(host: host, uuid: domain.uuid), default: []].insert(suspect.origin)
    }

    /// Refuses a domain that several targets are for, or may be for.
    ///
    /// - Throws: `HotPlugError.refused` with `inventory.twice` or `inventory.unreadable`.
    func refuseSeveral(for domain: DomainIdentity, on host: String) throws(HotPlugError) {
      let claimed = Claimed(host: host, uuid: domain.uuid)
      if let suspects = suspects[claimed] {
        throw .refused(
          Diagnostic(
            .inventoryUnreadable,
            "\(suspects.sorted().joined(separator: " and ")) cannot be read, and may be for this domain",
            value: domain.name,
            remedy: "mend that first: it may say what else the domain is to have"
          )
        )
      }
      let origins = origins[claimed] ?? []
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
