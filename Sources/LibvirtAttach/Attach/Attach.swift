public import Diagnostics

#if Libvirt
  import DomainXML

  extension Domain {
    /// Plugs a device in, and looks that it is in, as it was asked for.
    ///
    /// A device that is there already, as it is asked for, stays as it is. The device has one MAC
    /// address in both definitions, and the alias that the document gives it. If the connection is
    /// lost or libvirt does not answer, the domain is looked at before this fails: a device that is
    /// there counts as attached, however its call ended.
    ///
    /// - Parameters:
    ///   - xml: An `<interface>` or a `<hostdev>`, as a whole document.
    ///   - scope: The definitions that it is to be in.
    ///   - options: What to do if it is there and differs, and how long to wait.
    /// - Returns: What was done, with the device as the domain has it: the running guest, if that was
    ///   to be changed. Its warnings tell what libvirt did not keep.
    /// - Throws: `HotPlugError.refused` for a text that is not such a document, for what the
    ///   connected libvirt would refuse, for what is missing on the host, and for a MAC address or an
    ///   alias that another device has; `.differs` for a device that is there and is another;
    ///   `.interrupted` when the outcome cannot be known; `.contradicted` when libvirt reported success
    ///   and the device is not there; else libvirt's reason. A failure to plug it into the running
    ///   guest leaves the configuration alone.
    ///
    /// The corresponding C functions are `virDomainAttachDeviceFlags` and, for what differs,
    /// `virDomainUpdateDeviceFlags`.
    @discardableResult
    public func attach(
      _ xml: String,
      _ scope: AttachScope = .existing,
      _ options: ChangeOptions = ChangeOptions()
    ) async throws(HotPlugError) -> ChangeReport {
      let change = DeviceChange(of: try AttachDocument(parsing: xml), on: self, options)
      let before = try await snapshot(within: change.budget.rest)
      return try await change.run(before.parts(of: scope), before)
    }

    /// Changes a device that is there in its place, or has it replaced if `options` allow that.
    ///
    /// - Parameters:
    ///   - xml: The device as it is to be: an `<interface>` or a `<hostdev>`, as a whole document.
    ///   - scope: The definitions that it is to be changed in.
    ///   - options: What to do with what libvirt cannot change while the guest runs, and how long to
    ///     wait. To refuse a difference is the same as to update it here.
    /// - Returns: What was done, with the device as the domain has it.
    /// - Throws: `HotPlugError.refused` with `update.nameless`, and with `domain.not-running` or
    ///   `domain.transient` when the domain has no such definition;
    ///   `.interfaceNotFound` for a device that is in one of the definitions not;
    ///   else as ``attach(_:_:_:)``, and `.refused` with `update.not-live` for what cannot be changed.
    ///
    /// The corresponding C function is `virDomainUpdateDeviceFlags`.
    @discardableResult
    public func update(
      _ xml: String,
      _ scope: AttachScope = .existing,
      _ options: ChangeOptions = ChangeOptions(onDifference: .update)
    ) async throws(HotPlugError) -> ChangeReport {
      var options = options
      if options.onDifference == .refuse { options.onDifference = .update }
      let document = try AttachDocument(parsing: xml)
      guard document.isRecognizable else {
        throw .refused(
          Diagnostic(
            .updateNameless,
            "the interface has neither an alias nor a MAC address to find it by",
            value: [document.device.type, document.device.source]
              .compactMap(\.self).joined(separator: " "),
            remedy: "give it one of them, as 'vif list' has it"
          )
        )
      }
      let change = DeviceChange(of: document, on: self, options)
      let before = try await snapshot(within: change.budget.rest)
      var parts = try before.existingParts(of: scope, domain: name)
      let standing = try before.standing(of: document, in: parts)
      if scope == .existing || scope == .persistent { parts.subtract(standing.missing) }
      guard !parts.isEmpty, parts.isDisjoint(with: standing.missing) else {
        throw .interfaceNotFound(document.selector)
      }
      return try await change.run(parts, before)
    }
  }
#endif

extension Diagnostic.Code {
  /// An interface that is to be changed and could not be found.
  public static let updateNameless = Self(rawValue: "update.nameless")
}
