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
      self.document = document
      self.domain = domain
      self.options = options
      budget = TimeBudget(options.timeout ?? domain.connection.settings.callLimit)
    }

    /// Attaches what is missing, and updates or replaces what differs: in the running guest first, and
    /// in the configuration when that is done.
    func run(
      _ parts: DefinitionParts,
      _ before: DomainSnapshot
    ) async throws(HotPlugError) -> ChangeReport {
      let standing = try before.standing(of: document, in: parts, options.ownership)
      let known = before.device(of: document, options.ownership)
      guard let (definition, device, differences) = standing.firstDifference else {
        return try await attach(to: standing, before, namedAs: known)
      }
      guard options.onDifference != .refuse else {
        throw .differs(device, definition, differences)
      }
      try await check(before, [], checksHost: false)
      var report = ChangeReport()
      if let live = standing.live {
        report.merge(try await changed(.live, standing: live, before, namedAs: known))
        if report.live == .stillAttached { return report }
      }
      if let config = standing.config {
        // A replacement has another alias, which is to be the same in both definitions.
        let change = report.device.map {
          DeviceChange(of: document.named(as: $0), on: domain, options)
        }
        do {
          report.merge(try await (change ?? self).changed(.config, standing: config, before))
        } catch {
          guard report.isChanged else { throw error }
          throw .interrupted(error, Sighting(live: .present, config: .unknown))
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

  extension ChangeReport {
    /// Adds what was done to the other definition.
    fileprivate mutating func merge(_ other: ChangeReport) {
      if other.live != .untouched { live = other.live }
      if other.config != .untouched { config = other.config }
      device = device ?? other.device
      warnings += other.warnings
      attempts += other.attempts
      obstacle = obstacle ?? other.obstacle
    }
  }
#endif
