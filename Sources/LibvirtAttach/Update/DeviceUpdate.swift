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
          throw .refused(.notUpdatable(update.obstacles))
        }
        return try await replace(device, before)
      }
      try await send(update.xml, to: .live)
      return try await updated(.live, from: differences)
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
        try await send(xml, to: .config)
      } else {
        // libvirt finds what it is to change by what would be changed: the new one comes first.
        let request = try DetachRequest(device)
        try await domain.call("virDomainAttachDeviceFlags", changes: true, within: budget.rest) {
          (handle) throws(LibvirtError) in
          try handle.attach(xml, to: .config)
        }
        try await domain.call("virDomainDetachDeviceFlags", changes: true, within: budget.rest) {
          (handle) throws(LibvirtError) in
          try handle.detach(request.xml, from: .config)
        }
      }
      return try await updated(.config, from: differences)
    }

    private func send(_ xml: String, to parts: DefinitionParts) async throws(HotPlugError) {
      do {
        try await domain.call("virDomainUpdateDeviceFlags", changes: true, within: budget.rest) {
          (handle) throws(LibvirtError) in
          try handle.update(xml, in: parts)
        }
      } catch let error where error.leavesOutcomeOpen {
        // What the domain has become is looked at next.
        _ = try await domain.look(waitingForChanges: true)
      }
    }

    /// What became of the device, as the domain has it now.
    private func updated(
      _ definition: Definition,
      from differences: [InterfaceDifference]
    ) async throws(HotPlugError) -> ChangeReport {
      let parts: DefinitionParts = definition == .live ? .live : .config
      let after = try await domain.look().snapshot
      let standing = try after.standing(of: document, in: parts)
      if case .different(let device, differences) = standing.all.first?.standing {
        throw .differs(device, definition, differences)
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
      return try report.warning(of: document, in: parts, after)
    }
  }
#endif
