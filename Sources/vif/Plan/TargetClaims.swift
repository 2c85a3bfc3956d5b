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

    private struct Unseen: Hashable {
      let uri: String?
      let name: String
    }

    private var origins: [Claimed: [String]] = [:]
    /// The lines that may be for the domain, and that cannot be read.
    private var suspects: [Claimed: Set<String>] = [:]
    /// The same of domains that could not be looked up, by what the lines call them.
    private var unseen: [Unseen: Set<String>] = [:]

    /// Notes that a target is for a domain.
    func add(_ target: PlanTarget, for domain: DomainIdentity, on host: String) {
      origins[Claimed(host: host, uuid: domain.uuid), default: []].append(target.origin)
    }

    /// Notes that lines that cannot be read may be for a domain.
    func add(_ lines: Set<String>, for domain: DomainIdentity, on host: String) {
      suspects[Claimed(host: host, uuid: domain.uuid), default: []].formUnion(lines)
    }

    /// Notes that lines that cannot be read may be for a domain of which nothing else is known.
    ///
    /// - Parameter uri: The host's, as it was asked for.
    func add(_ lines: Set<String>, forUnseen name: String, at uri: String?) {
      unseen[Unseen(uri: uri, name: name), default: []].formUnion(lines)
    }

    /// Refuses a domain that several targets are for, or may be for.
    ///
    /// - Parameters:
    ///   - name: What the target calls it.
    ///   - uri: The host's, as it was asked for.
    /// - Throws: `HotPlugError.refused` with `inventory.twice` or `inventory.unreadable`.
    func refuseSeveral(
      for domain: DomainIdentity,
      named name: String,
      at uri: String?,
      on host: String
    ) throws(HotPlugError) {
      let claimed = Claimed(host: host, uuid: domain.uuid)
      let lines = [name, domain.name, domain.uuid].compactMap { unseen[Unseen(uri: uri, name: $0)] }
        .reduce(suspects[claimed] ?? []) { $0.union($1) }
      if !lines.isEmpty {
        throw .refused(
          Diagnostic(
            .inventoryUnreadable,
            "\(lines.sorted().joined(separator: " and ")) cannot be read, and may be for this domain",
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
