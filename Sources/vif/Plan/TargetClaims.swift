#if Libvirt
  import Addresses
  import Diagnostics
  import LibvirtAttach

  /// Which targets of a run are for one domain, whatever each of them calls it and its host.
  ///
  /// Each says what the domain is to have in all: two would undo each other.
  actor TargetClaims {
    /// What is known of the lines that may be for one domain.
    private struct Lines {
      /// Those that say what it is to have.
      var origins: [String] = []
      /// Those that cannot be read.
      var suspects: Set<String> = []
    }

    private struct Claimed: Hashable {
      let host: HostPlace
      let uuid: String
    }

    private struct Unseen: Hashable {
      let machine: String
      let name: String

      init(_ name: String, at uri: String?) {
        machine = HostPlace(uri).machine
        self.name = (try? UUID(name))?.canonical ?? name
      }
    }

    private var lines: [Claimed: Lines] = [:]
    /// The same of domains that could not be looked up, by what the lines call them.
    private var unseen: [Unseen: Lines] = [:]

    /// Notes that a target is for a domain.
    ///
    /// - Parameter uri: The host's, as it was opened.
    func add(_ target: PlanTarget, for domain: DomainIdentity, on uri: String) {
      lines[Claimed(host: HostPlace(uri), uuid: domain.uuid), default: Lines()]
        .origins.append(target.origin)
    }

    /// Notes that a target is for a domain of which nothing else is known.
    ///
    /// - Parameter uri: The host's, as it was asked for.
    func add(_ target: PlanTarget, forUnseenAt uri: String?) {
      unseen[Unseen(target.domain, at: uri), default: Lines()].origins.append(target.origin)
    }

    /// Notes that lines that cannot be read may be for a domain.
    ///
    /// - Parameter uri: The host's, as it was opened.
    func add(_ suspects: Set<String>, for domain: DomainIdentity, on uri: String) {
      lines[Claimed(host: HostPlace(uri), uuid: domain.uuid), default: Lines()]
        .suspects.formUnion(suspects)
    }

    /// Notes that lines that cannot be read may be for a domain of which nothing else is known.
    ///
    /// - Parameter uri: The host's, as it was asked for.
    func add(_ suspects: Set<String>, forUnseen name: String, at uri: String?) {
      unseen[Unseen(name, at: uri), default: Lines()].suspects.formUnion(suspects)
    }

    /// Refuses a domain that several targets are for, or may be for.
    ///
    /// - Parameters:
    ///   - name: What the target calls it.
    ///   - uri: The host's, as it was opened.
    /// - Throws: `HotPlugError.refused` with `inventory.twice` or `inventory.unreadable`.
    func refuseSeveral(
      for domain: DomainIdentity,
      named name: String,
      on uri: String
    ) throws(HotPlugError) {
      let names = Set([name, domain.name, domain.uuid].map { Unseen($0, at: uri) })
      var all = lines[Claimed(host: HostPlace(uri), uuid: domain.uuid)] ?? Lines()
      var isCertain = true
      for name in names {
        guard let more = unseen[name] else { continue }
        if !more.origins.isEmpty { isCertain = false }
        all.origins += more.origins
        all.suspects.formUnion(more.suspects)
      }
      if !all.suspects.isEmpty {
        throw .refused(
          Diagnostic(
            .inventoryUnreadable,
            "\(all.suspects.sorted().joined(separator: " and ")) cannot be read, and may be for this "
              + "domain",
            value: domain.name,
            remedy: "mend that first: it may say what else the domain is to have"
          )
        )
      }
      guard all.origins.count > 1 else { return }
      throw .refused(
        Diagnostic(
          .inventoryTwice,
          "\(all.origins.sorted().joined(separator: " and ")) \(isCertain ? "are" : "may be") for one domain",
          value: domain.name,
          remedy: "put all its VIFs in one place, which says what the domain is to have in all"
        )
      )
    }
  }
#endif
