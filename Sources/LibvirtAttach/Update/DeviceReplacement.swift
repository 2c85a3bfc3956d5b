#if Libvirt
  import Diagnostics
  import DomainXML
  import InterfaceXML

  extension DeviceChange {
    /// Puts a new device in the place of one that the running guest has.
    ///
    /// The new one comes first, unless both would need the same device or socket of the host: then the
    /// old one goes first, and comes back if the new one cannot be plugged in.
    func replace(
      _ old: AttachedInterface,
      _ before: DomainSnapshot
    ) async throws(HotPlugError) -> ChangeReport {
      document.sharesHostEnd(with: old) || before.live?.pciPorts?.free == 0
        ? try await replaceOldFirst(old, before)
        : try await replaceNewFirst(old, before)
    }

    private func replaceNewFirst(
      _ old: AttachedInterface,
      _ before: DomainSnapshot
    ) async throws(HotPlugError) -> ChangeReport {
      let alias = old.lastingAlias.map(VIFAlias.successor)
      let change = DeviceChange(of: alias.map(document.renamed) ?? document, on: domain, options)
      var report = try await change.attach(to: DeviceStanding(live: .absent, config: nil), before)
      let (end, attempts) = try await unplug(old)
      report.attempts = attempts
      switch end {
      case .gone: report.live = .replaced
      case .guestEnded: report.live = .guestEnded
      case .stillAttached(let obstacle):
        // Both are there: the new one goes again, as far as the guest lets it.
        if let new = report.device { _ = try await unplug(new) }
        report.live = .stillAttached
        report.obstacle = obstacle
        report.device = old
      }
      return report
    }

    private func replaceOldFirst(
      _ old: AttachedInterface,
      _ before: DomainSnapshot
    ) async throws(HotPlugError) -> ChangeReport {
      // What would be refused is to be refused while the old one is still there.
      try await check(before, [], checksHost: false)
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
      let without = try await domain.snapshot()
      do {
        // At the same place on the guest's bus, after which the guest may name it.
        let change = DeviceChange(of: document.placed(as: old), on: domain, options)
        var report = try await change.attach(
          to: DeviceStanding(live: .absent, config: nil),
          without
        )
        report.live = .replaced
        report.attempts = attempts
        return report
      } catch {
        throw .rolledBack(error, isWhole: await putBack(old))
      }
    }

    private func unplug(
      _ device: AttachedInterface
    ) async throws(HotPlugError) -> (end: Unplug.End, attempts: Int) {
      try await Unplug(of: device, from: domain, options.patience, options.progress).run()
    }

    /// Plugs a device in again that was taken off.
    ///
    /// - Returns: Whether it is there.
    private func putBack(_ old: AttachedInterface) async -> Bool {
      do throws(HotPlugError) {
        let change = DeviceChange(of: try AttachDocument(restoring: old), on: domain, options)
        let now = try await domain.look().snapshot
        let report = try await change.attach(to: DeviceStanding(live: .absent, config: nil), now)
        return report.live == .changed
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
