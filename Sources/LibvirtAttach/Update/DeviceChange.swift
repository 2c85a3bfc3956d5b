#if Libvirt
  import Diagnostics
  import DomainXML

  /// Brings a device of a domain to what is asked for, in one definition after the other.
  struct DeviceChange: Sendable {
    let document: AttachDocument
    let domain: Domain
    let options: ChangeOptions
    let budget: TimeBudget

    init(of document: AttachDocument, on domain: Domain, _ options: ChangeOptions) {
      self.init(
        document: document,
        domain: domain,
        options: options,
        budget: TimeBudget(options.timeout ?? domain.connection.settings.callLimit)
      )
    }

    private init(
      document: AttachDocument,
      domain: Domain,
      options: ChangeOptions,
      budget: TimeBudget
    ) {
      self.document = document
      self.domain = domain
      self.options = options
      self.budget = budget
    }

    /// The same change to another document, in what is left of the time.
    func with(_ document: AttachDocument, within budget: TimeBudget) -> DeviceChange {
      DeviceChange(document: document, domain: domain, options: options, budget: budget)
    }

    /// Attaches what is missing, and updates or replaces what differs: in the running guest first, and
    /// in the configuration when that is done.
    ///
    /// A replacement that was cut off before is finished first, if replacing is allowed.
    func run(
      _ parts: DefinitionParts,
      _ before: DomainSnapshot
    ) async throws(HotPlugError) -> ChangeReport {
      let standing = try before.standing(of: document, in: parts, options.ownership)
      let doubles = before.doubles(of: document, standing, options.ownership)
      guard !doubles.isEmpty else { return try await bring(standing, before) }
      if options.onDifference == .replace {
        try await check(before, [], checksHost: false)
        return try await finish(doubles, parts)
      }
      var report = try await bring(standing, before)
      for double in doubles where double.definition == .live {
        report.warnings.append(.bothPresent(double))
      }
      return report
    }

    /// Brings the device to what is asked for, where there is one of it.
    func bring(
      _ standing: DeviceStanding,
      _ before: DomainSnapshot
    ) async throws(HotPlugError) -> ChangeReport {
      let known = before.device(of: document, options.ownership)
      guard let (definition, device, differences) = standing.firstDifference else {
        return try await attach(to: standing, before, namedAs: known)
      }
      guard options.onDifference != .refuse else {
        throw .differs(device, definition, differences)
      }
      try await check(before, [], checksHost: false)
      var report = ChangeReport()
      let rest = budget.rest
      if let live = standing.live {
        report.merge(try await changed(.live, standing: live, before, namedAs: known))
        if report.live == .stillAttached { return report }
      }
      if let config = standing.config {
        // What the guest has taken does not count.
        let change = with(
          report.device.map(document.named) ?? document,
          within: report.attempts > 0 ? TimeBudget(rest) : budget
        )
        do {
          report.merge(try await change.changed(.config, standing: config, before))
        } catch {
          guard report.isChanged else { throw error }
          throw .interrupted(
            error,
            Sighting(live: .present, config: error.presence(after: config))
          )
        }
      }
      return report
    }

    private func changed(
      _ definition: Definition,
      standing: Standing,
      _ before: DomainSnapshot,
      namedAs other: AttachedInterface? = nil
    ) async throws(HotPlugError) -> ChangeReport {
      let only = DeviceStanding(
        live: definition == .live ? standing : nil,
        config: definition == .config ? standing : nil
      )
      switch standing {
      case .absent, .equal: return try await attach(to: only, before, namedAs: other)
      case .different(let device, let differences):
        return definition == .live
          ? try await changeLive(device, differences, before)
          : try await changeConfiguration(device, differences)
      }
    }
  }

  extension HotPlugError {
    /// Whether the stored configuration has the device after a change of it failed so.
    fileprivate func presence(after standing: Standing) -> Sighting.Presence {
      switch self {
      case .interrupted(_, let sighting), .contradicted(let sighting, _):
        sighting.config ?? .unknown
      case .rolledBack(_, isWhole: false): .unknown
      default: leavesOutcomeOpen ? .unknown : standing.presence
      }
    }
  }

  extension ChangeReport {
    /// Adds what was done to the other definition.
    fileprivate mutating func merge(_ other: ChangeReport) {
      if other.live != .untouched { live = other.live }
      if other.config != .untouched { config = other.config }
      device = device ?? other.device
      warnings += other.warnings
      attempts += other.attempts
      obstacle = obstacle ?? other.obstacle
      addition = addition ?? other.addition
    }
  }
#endif
