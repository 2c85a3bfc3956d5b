#if Libvirt
  import Diagnostics

  extension Domain {
    /// Plugs a device in, and looks that it is in.
    ///
    /// The device has one MAC address in both definitions, and the alias that the document gives it.
    /// If the connection is lost or libvirt does not answer, the domain is looked at before this
    /// fails: a device that is there counts as attached, however its call ended.
    ///
    /// - Parameters:
    ///   - xml: An `<interface>` or a `<hostdev>`, as a whole document.
    ///   - scope: The definitions that it is to be in.
    ///   - timeout: How long all of it may take; nil is the connection's limit for one call.
    /// - Returns: What was done, with the device as the domain has it: the running guest, if that was
    ///   changed.
    /// - Throws: `HotPlugError.refused` for a text that is not such a document, and for a device, a
    ///   MAC address or an alias that the domain has already; `.interrupted` when the outcome cannot
    ///   be known; `.contradicted` when libvirt reported success and the device is not there; else
    ///   libvirt's reason. A failure to plug it into the running guest leaves the configuration
    ///   alone.
    ///
    /// The corresponding C function is `virDomainAttachDeviceFlags`.
    @discardableResult
    public func attach(
      _ xml: String,
      _ scope: AttachScope = .existing,
      timeout: Duration? = nil
    ) async throws(HotPlugError) -> ChangeReport {
      let budget = TimeBudget(timeout ?? connection.settings.callLimit)
      let document = try AttachDocument(parsing: xml)
      let before = try await snapshot(within: budget.rest)
      let parts = before.parts(of: scope)
      do {
        try before.refuseDuplicate(of: document, for: parts)
      } catch {
        throw .refused(error)
      }
      var cause: HotPlugError?
      do {
        try await call("virDomainAttachDeviceFlags", changes: true, within: budget.rest) {
          (handle) throws(LibvirtError) in
          try handle.attach(document.xml, to: parts)
        }
      } catch let error where error.leavesOutcomeOpen {
        cause = error
      }
      return try await report(of: document, in: parts, after: cause)
    }

    /// What is there after an attach that libvirt reported as done, or that was cut off.
    private func report(
      of document: AttachDocument,
      in parts: DefinitionParts,
      after cause: HotPlugError?
    ) async throws(HotPlugError) -> ChangeReport {
      let after: DomainSnapshot
      let isQuiet: Bool
      do {
        (after, isQuiet) = try await look(waitingForChanges: cause != nil)
      } catch {
        throw .interrupted(cause ?? error, .unseen(in: parts))
      }
      var sighting = after.sighting(in: parts, of: document.isDescription)
      if !isQuiet, sighting.live == .present { sighting.live = .underWay }
      guard sighting.live ?? .present == .present, sighting.config ?? .present == .present else {
        if let cause { throw .interrupted(cause, sighting) }
        throw .contradicted(sighting, guestEnded: sighting.live == .absent && after.live == nil)
      }
      let definition = parts.contains(.live) ? after.live : after.config
      return ChangeReport(
        live: parts.contains(.live) ? .changed : .untouched,
        config: parts.contains(.config) ? .changed : .untouched,
        device: definition?.devices.last(where: document.isDescription)
      )
    }
  }
#endif
