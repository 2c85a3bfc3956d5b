#if Libvirt
  import Diagnostics
  import DomainXML
  import InterfaceXML

  extension DeviceChange {
    /// Puts a new device in the place of one that the running guest has.
    ///
    /// The new one comes first, unless both would need the same alias, or the same device or socket of
    /// the host: then the old one goes first, and comes back if the new one cannot be plugged in.
    func replace(
      _ old: AttachedInterface,
      _ before: DomainSnapshot
    ) async throws(HotPlugError) -> ChangeReport {
      let hasSuccessor = old.lastingAlias.map(VIFAlias.hasSuccessor) ?? true
      return !hasSuccessor || document.sharesHostEnd(with: old) || before.live?.pciPorts?.free == 0
        ? try await replaceOldFirst(old, before)
        : try await replaceNewFirst(old, before)
    }

    private func replaceNewFirst(
      _ old: AttachedInterface,
      _ before: DomainSnapshot
    ) async throws(HotPlugError) -> ChangeReport {
      let alias = old.lastingAlias.map(VIFAlias.successor)
      let change = with(alias.map(document.renamed) ?? document, within: budget)
      var report = try await change.attach(to: DeviceStanding(absentFrom: .live), before)
      let end: Unplug.End
      do {
        (end, report.attempts) = try await unplug(old)
      } catch .libvirt(let error) {
        // The guest was not asked for the old one.
        throw .rolledBack(.libvirt(error), isWhole: await takesOff(report.device))
      } catch {
        throw error.sighting == nil ? .interrupted(error, Sighting(live: .present)) : error
      }
      switch end {
      case .gone: report.live = .replaced
      case .guestEnded: report.live = .guestEnded
      case .stillAttached(let obstacle):
        // Asked as well, a guest that answers later than it is waited for would give up both.
        let isGone = obstacle == .refused ? await takesOff(report.device) : false
        if !isGone, let new = report.device {
          report.addition = new
          report.warnings.append(.bothPresent(DoubleDevice(definition: .live, old: old, new: new)))
        }
        report.live = .stillAttached
        report.obstacle = obstacle
        report.device = old
      }
      return report
    }

    /// Whether the guest gives a new device up again.
    private func takesOff(_ new: AttachedInterface?) async -> Bool {
      guard let new, let end = try? await unplug(new).end else { return false }
      return end == .gone || end == .guestEnded
    }

    private func replaceOldFirst(
      _ old: AttachedInterface,
      _ before: DomainSnapshot
    ) async throws(HotPlugError) -> ChangeReport {
      // What would be refused is to be refused while the old one is still there.
      try await check(before, [], checksHost: false)
      try await checkHost(insteadOf: old)
      let rest = budget.rest
      let (end, attempts) = try await unplug(old)
      switch end {
      case .gone: break
      case .guestEnded: return ChangeReport(live: .guestEnded, device: old)
      case .stillAttached(let obstacle):
        var report = ChangeReport(live: .stillAttached, device: old)
        report.attempts = attempts
        report.obstacle = obstacle
        return report
      }
      do {
        let without = try await domain.look().snapshot
        // At the same place on the guest's bus, after which the guest may name it.
        let change = with(document.placed(as: old), within: TimeBudget(rest))
        var report = try await change.attach(
          to: DeviceStanding(absentFrom: .live),
          without
        )
        report.live = .replaced
        report.attempts = attempts
        return report
      } catch {
        throw .rolledBack(error, isWhole: await putBack(old, in: .live))
      }
    }

    /// Has the guest give a device up.
    func unplug(
      _ device: AttachedInterface
    ) async throws(HotPlugError) -> (end: Unplug.End, attempts: Int) {
      try await Unplug(of: device, from: domain, options.patience, options.progress).run()
    }

    /// Plugs a device in again that was taken off, however long the change has taken already.
    ///
    /// - Returns: Whether it is there.
    func putBack(_ old: AttachedInterface, in definition: Definition) async -> Bool {
      do throws(HotPlugError) {
        let change = DeviceChange(of: try AttachDocument(restoring: old), on: domain, options)
        let now = try await domain.look().snapshot
        return try await change.attach(to: DeviceStanding(absentFrom: definition), now).isChanged
      } catch {
        return false
      }
    }
  }

  extension AttachDocument {
    /// Whether this and a device that is there need the same device or socket of the host.
    fileprivate func sharesHostEnd(with old: AttachedInterface) -> Bool {
      guard device.isInterface, old.isInterface else { return device.source == old.source }
      if let target = device.target, target == old.target { return true }
      if let place = device.pciAddress, place == old.pciAddress { return true }
      return switch device.type {
      case "vhostuser", "hostdev", "vdpa", "direct": device.source == old.source
      default: false
      }
    }
  }
#endif
