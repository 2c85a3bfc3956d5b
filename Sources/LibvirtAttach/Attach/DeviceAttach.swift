#if Libvirt
  import Diagnostics
  import DomainXML

  extension DeviceChange {
    /// Plugs the device into the definitions that lack it.
    ///
    /// - Parameter other: The device as another definition has it, whose name it gets.
    func attach(
      to standing: DeviceStanding,
      _ before: DomainSnapshot,
      namedAs other: AttachedInterface? = nil
    ) async throws(HotPlugError) -> ChangeReport {
      let missing = standing.missing
      guard !missing.isEmpty else { return try await confirmed(standing) }
      // One name in both definitions, also when that of a replacement is in one already.
      let document = (standing.device ?? other).map(document.named) ?? document
      try await check(before, missing, checksHost: options.checksHost)
      let made = document.madeDevice(on: domain.connection.host)
        .flatMap { HostNetworkDevice.exists($0) ? nil : $0 }
      var cause: HotPlugError?
      do {
        try await domain.call("virDomainAttachDeviceFlags", changes: true, within: budget.rest) {
          (handle) throws(LibvirtError) in
          try handle.attach(document.xml, to: missing)
        }
      } catch let error where error.leavesOutcomeOpen {
        cause = error
      } catch let error where error.libvirtError != nil {
        return try await report(of: document, standing, before, despite: error)
      }
      return try await report(of: document, standing, before, making: made, after: cause)
    }

    /// The report on a device that is there as it is asked for.
    ///
    /// libvirt writes a device into the running guest's definition before the guest has it, and takes it
    /// out again if that fails: a request that nobody waits for any more is waited for here.
    private func confirmed(_ standing: DeviceStanding) async throws(HotPlugError) -> ChangeReport {
      guard standing.live != nil else {
        return standing.report(changed: [], device: standing.device)
      }
      let parts = DefinitionParts(of: standing)
      let (after, isQuiet) = try await domain.look(waitingForChanges: true)
      let now = try after.standing(of: document, in: parts, options.ownership)
      guard now == standing else { return try await run(parts, after) }
      var report = now.report(changed: [], device: now.device)
      if !isQuiet { report.warnings.append(.changeUnderWay) }
      return report
    }

    /// Refuses what libvirt, the guest or the host would refuse later, or worse.
    ///
    /// - Parameter parts: The definitions that the device is to be plugged into.
    func check(
      _ before: DomainSnapshot,
      _ parts: DefinitionParts,
      checksHost: Bool
    ) async throws(HotPlugError) {
      let document = document
      do throws(Diagnostic) {
        try before.refuseDuplicate(of: document, options.ownership)
        try document.check(for: domain.connection.libvirtVersion)
        guard parts.contains(.live) else { return }
        try before.live?.refuseIfFull(for: document)
        if checksHost { try await checkHost() }
      } catch {
        throw .refused(error)
      }
    }

    /// Refuses what the host lacks for the device, or has in its way.
    ///
    /// - Parameters:
    ///   - old: The device that is to make room, and that is in nobody's way.
    ///   - triesSockets: Whether a socket that QEMU is to listen at is tried out.
    func checkHost(
      without old: AttachedInterface? = nil,
      triesSockets: Bool = true
    ) async throws(Diagnostic) {
      let document = document
      let owned = Set([old?.target].compactMap(\.self))
      try await domain.connection.refuseMissingFunction(of: document, within: budget.rest)
      // The socket of a switch may be waited for.
      let host = domain.connection.host
      try await CallQueue(label: "libvirt.host").run { () throws(Diagnostic) in
        try document.refuseIfMissing(on: host, owned: owned, triesSockets: triesSockets)
      }
    }

    /// Refuses what the host lacks for a device that is to change in its place, or to take the place of
    /// another one, unless nobody is to look.
    ///
    /// - Parameter old: The device that is there now: the new one may listen where it does.
    func checkHost(insteadOf old: AttachedInterface) async throws(HotPlugError) {
      guard options.checksHost else { return }
      do {
        try await checkHost(without: old, triesSockets: false)
      } catch {
        throw .refused(error)
      }
    }

    /// What is there after an attach that libvirt refused: all that was asked for, if another client
    /// was faster.
    ///
    /// - Throws: `HotPlugError.interrupted` when the running guest has it and the configuration could
    ///   not be stored, as on a full disk; `error` for anything else.
    private func report(
      of document: AttachDocument,
      _ standing: DeviceStanding,
      _ before: DomainSnapshot,
      despite error: HotPlugError
    ) async throws(HotPlugError) -> ChangeReport {
      let code = error.libvirtError?.code
      let parts = DefinitionParts(of: standing)
      // Who holds the domain may still be at it.
      guard code != LibvirtError.operationTimeout, let after = try? await domain.look().snapshot
      else { throw error }
      if let now = try? after.standing(of: document, in: parts),
        now.all.allSatisfy({ if case .equal = $0.standing { true } else { false } })
      {
        return now.report(changed: [], device: now.device)
      }
      let missing = standing.missing
      let sighting = after.sighting(in: missing, of: document.isNew(since: before, in: missing))
      // libvirt stores the configuration last; with any other error nothing has been done.
      guard code == LibvirtError.systemError, sighting.live == .present, sighting.config == .absent
      else { throw error }
      throw .interrupted(error, sighting)
    }

    /// What is there after an attach that libvirt reported as done, or that was cut off.
    ///
    /// - Parameters:
    ///   - before: What was there before: of a replacement, the old device bears the same name.
    ///   - made: The host's device that libvirt was to make.
    private func report(
      of document: AttachDocument,
      _ standing: DeviceStanding,
      _ before: DomainSnapshot,
      making made: String?,
      after cause: HotPlugError?
    ) async throws(HotPlugError) -> ChangeReport {
      let parts = standing.missing
      let after: DomainSnapshot
      let isQuiet: Bool
      do {
        // What libvirt has changed is there.
        (after, isQuiet) = try await domain.look(
          at: cause == nil ? parts : nil,
          waitingForChanges: cause != nil
        )
      } catch {
        throw .interrupted(cause ?? error, .unseen(in: parts))
      }
      let isNew = document.isNew(since: before, in: parts)
      var sighting = after.sighting(in: parts, of: isNew)
      if !isQuiet, sighting.live == .present { sighting.live = .underWay }
      guard sighting.live ?? .present == .present, sighting.config ?? .present == .present else {
        if let made, sighting.live == .absent, HostNetworkDevice.exists(made) {
          sighting.leftover = Leftover(device: made, isInUse: HostNetworkDevice.isInUse(made))
        }
        if let cause { throw .interrupted(cause, sighting) }
        throw .contradicted(sighting, guestEnded: sighting.live == .absent && after.live == nil)
      }
      let definition = standing.live == nil ? after.config : after.live
      let device = definition?.devices.last(where: isNew)
      return try standing.report(changed: parts, device: device)
        .warning(of: document, in: parts, after)
    }
  }

  extension DefinitionParts {
    /// The definitions that a device is to be in.
    fileprivate init(of standing: DeviceStanding) {
      self = []
      for (definition, _) in standing.all { insert(DefinitionParts(definition)) }
    }
  }

  extension Diagnostic {
    fileprivate static var changeUnderWay: Diagnostic {
      Diagnostic(
        .changeUnderWay,
        "libvirt is still at a change of the guest, which may be that it plugs this device in",
        remedy: "look again when it has ended"
      )
    }
  }

  extension AttachDocument {
    /// Tells of a device whether it is the one that is asked for, and none that was there before.
    fileprivate func isNew(
      since before: DomainSnapshot,
      in parts: DefinitionParts
    ) -> (AttachedInterface) -> Bool {
      let old = before.descriptions(in: parts).flatMap(\.description.devices)
        .filter(isDescription)
      return { device in
        isDescription(of: device) && !old.contains(where: device.isSameDevice)
      }
    }
  }
#endif
