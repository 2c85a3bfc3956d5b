public import Diagnostics

/// Which device is to leave which of a domain's definitions.
package struct DetachPlan: Hashable, Sendable {
  /// The device to take from the running guest.
  package let live: AttachedInterface?
  /// The device to take from the stored configuration.
  package let config: AttachedInterface?

  /// Chooses in the definitions' own XML.
  ///
  /// The selector is looked up once, in the running guest if that is to be changed: an index, a
  /// target and most aliases name something else, or nothing, in the stored configuration. There the
  /// same interface is the one with the same MAC address.
  ///
  /// - Parameters:
  ///   - selector: The device that is meant.
  ///   - live: The running guest's definition; nil when that is not to be changed.
  ///   - config: The stored configuration; nil when that is not to be changed.
  ///   - isLenient: Whether the device may be absent from one of two definitions.
  /// - Throws: `HotPlugError.interfaceNotFound` or `HotPlugError.ambiguous`.
  package init(
    _ selector: InterfaceSelector,
    live: DomainDescription?,
    config: DomainDescription?,
    isLenient: Bool
  ) throws(HotPlugError) {
    guard let live else {
      self.live = nil
      self.config = try selector.choose(from: config?.devices ?? [])
      return
    }
    let plugged: AttachedInterface
    do {
      plugged = try selector.choose(from: live.devices)
    } catch .interfaceNotFound {
      // A place in one list says nothing about another.
      if case .index = selector { throw .interfaceNotFound(selector) }
      guard isLenient, let config else { throw .interfaceNotFound(selector) }
      self.live = nil
      self.config = try selector.choose(from: config.devices)
      return
    }
    self.live = plugged
    guard let config else {
      self.config = nil
      return
    }
    self.config = try Self.counterpart(of: plugged, in: live, and: config)
    if self.config == nil && !isLenient { throw .interfaceNotFound(selector) }
  }

  /// Chooses the very devices that were seen before, in the definitions that still have them.
  ///
  /// What each definition calls a device is known then: that one of them has lost it meanwhile does
  /// not hide it in the other.
  ///
  /// - Parameters:
  ///   - devices: The device as each definition had it that it is to leave.
  ///   - snapshot: What there is now.
  package init(_ devices: [Definition: AttachedInterface], in snapshot: DomainSnapshot) {
    func device(_ definition: Definition, in description: DomainDescription?) -> AttachedInterface?
    {
      devices[definition].flatMap { description?.device(seenAs: $0) }
    }
    live = device(.live, in: snapshot.live)
    config = device(.config, in: snapshot.config)
  }

  /// Refuses what would end this process.
  ///
  /// libvirt 9.0.0's embedded driver has no netlink service, and crashes when a macvtap device
  /// leaves a running guest.
  package func refuseIfFatal(isEmbedded: Bool) throws(HotPlugError) {
    guard isEmbedded, live?.type == "direct" else { return }
    throw .refused(
      Diagnostic(
        .detachFatal,
        "libvirt's embedded driver crashes when a 'direct' interface leaves a running guest",
        remedy: "use a libvirt daemon"
      )
    )
  }

  private static func counterpart(
    of device: AttachedInterface,
    in live: DomainDescription,
    and config: DomainDescription
  ) throws(HotPlugError) -> AttachedInterface? {
    if let alias = device.lastingAlias {
      if let match = config.devices.first(where: { $0.alias == alias }) { return match }
      // A replacement has another number in the running guest than in the configuration.
      let replaced = config.devices.first { candidate in
        candidate.lastingAlias.map(VIFAlias.base) == VIFAlias.base(of: alias)
          && !live.devices.contains { $0.alias == candidate.alias }
      }
      if let replaced { return replaced }
    }
    guard let mac = device.mac else {
      // A function of the host is in a domain at most once.
      return config.devices.first {
        !$0.isInterface && $0.source == device.source && $0.lastingAlias == nil
      }
    }
    var matches = config.devices.filter { $0.mac == mac }
    if device.lastingAlias != nil { matches.removeAll { $0.lastingAlias != nil } }
    // With two of a MAC address in either definition, only the place tells which is which.
    let isUnique = live.devices.count { $0.mac == mac } == 1
    if matches.count > 1 || !isUnique {
      matches.removeAll { $0.pciAddress != device.pciAddress }
    }
    guard matches.count <= 1 else { throw .ambiguous(.mac(mac), matches) }
    return matches.first
  }
}

extension DomainDescription {
  /// A device that was seen here before, also where another client has defined the domain anew.
  fileprivate func device(seenAs old: AttachedInterface) -> AttachedInterface? {
    devices.first(where: old.isSameDevice)
      ?? old.lastingAlias.flatMap { alias in devices.first { $0.alias == alias } }
  }
}

extension Diagnostic.Code {
  /// A request that is known to crash libvirt inside this process.
  public static let detachFatal = Self(rawValue: "detach.fatal")
}
