#if Libvirt
  import Diagnostics
  import DomainXML
  import InterfaceXML

  extension DeviceChange {
    /// Changes the running guest's device in its place, or replaces it.
    func changeLive(
      _ device: AttachedInterface,
      _ differences: [InterfaceDifference],
      _ before: DomainSnapshot
    ) async throws(HotPlugError) -> ChangeReport {
      let update: LiveUpdate
      do {
        update = try LiveUpdate(
          to: document,
          from: device,
          differences,
          for: domain.connection.libvirtVersion
        )
      } catch {
        throw .refused(error)
      }
      guard update.obstacles.isEmpty else {
        guard options.onDifference == .replace else {
          throw .refused(.notUpdatable(update.obstacles.map(\.words)))
        }
        return try await replace(device, before)
      }
      if differences.contains(where: { LivePart(of: $0.path) == .source }) {
        try await checkHost(insteadOf: device)
      }
      return try await updated(
        .live,
        from: differences,
        after: try await send(update.xml, to: .live)
      )
    }

    /// Changes the stored configuration's device in its place.
    func changeConfiguration(
      _ device: AttachedInterface,
      _ differences: [InterfaceDifference]
    ) async throws(HotPlugError) -> ChangeReport {
      let xml: String
      do {
        xml = try document.replacement(of: device)
      } catch {
        throw .refused(error)
      }
      if document.isFound(as: device) {
        return try await updated(
          .config,
          from: differences,
          after: try await send(xml, to: .config)
        )
      }
      // libvirt finds what it is to change by what would be changed, and the place on the bus is the
      // same: the old one goes first.
      let new = try AttachDocument(parsing: xml)
      _ = try await domain.removeFromConfiguration(device, live: nil)
      do {
        let without = try await domain.look().snapshot
        var report = try await with(new, within: budget)
          .attach(to: DeviceStanding(absentFrom: .config), without)
        report.config = .updated
        return report
      } catch {
        throw .rolledBack(error, isWhole: await putBack(device, in: .config))
      }
    }

    /// Asks for the update.
    ///
    /// - Returns: Why it is not known whether it was made; nil when libvirt says that it was.
    private func send(
      _ xml: String,
      to parts: DefinitionParts
    ) async throws(HotPlugError) -> HotPlugError? {
      do {
        try await domain.call("virDomainUpdateDeviceFlags", changes: true, within: budget.rest) {
          (handle) throws(LibvirtError) in
          try handle.update(xml, in: parts)
        }
        return nil
      } catch let error where error.leavesOutcomeOpen {
        return error
      }
    }

    /// What became of the device, as the domain has it now.
    private func updated(
      _ definition: Definition,
      from differences: [InterfaceDifference],
      after cause: HotPlugError?
    ) async throws(HotPlugError) -> ChangeReport {
      let parts = DefinitionParts(definition)
      let after: DomainSnapshot
      let isQuiet: Bool
      do {
        (after, isQuiet) = try await domain.look(waitingForChanges: cause != nil)
      } catch {
        throw .interrupted(cause ?? error, .unseen(in: parts))
      }
      let standing = try after.standing(of: document, in: parts)
      if let cause {
        guard isQuiet, case .equal = standing.all.first?.standing else {
          let presence: Sighting.Presence =
            switch standing.all.first?.standing {
            case .equal: .underWay
            case .different: .different
            case .absent, nil: .absent
            }
          throw .interrupted(
            cause,
            Sighting(
              live: definition == .live ? presence : nil,
              config: definition == .config ? presence : nil
            )
          )
        }
      }
      if case .different(let device, differences) = standing.all.first?.standing {
        throw .ineffective(device, definition, differences)
      }
      guard let device = standing.device else {
        throw .contradicted(
          after.sighting(in: parts, of: document.isDescription),
          guestEnded: definition == .live && after.live == nil
        )
      }
      let report = ChangeReport(
        live: definition == .live ? .updated : .untouched,
        config: definition == .config ? .updated : .untouched,
        device: device
      )
      return try report.warning(of: document, in: parts, after, asked: differences)
    }
  }
#endif
