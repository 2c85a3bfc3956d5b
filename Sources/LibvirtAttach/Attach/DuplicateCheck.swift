public import Diagnostics

extension DomainSnapshot {
  /// Refuses a device that the domain has, or whose MAC address or alias another one has.
  ///
  /// libvirt plugs in a second NIC of the same MAC address without a word, and from then on can no
  /// longer tell the two apart. Both definitions are looked at: a NIC of one meets those of the other
  /// at the next start.
  ///
  /// - Throws: `attach.present`, `attach.duplicate-mac` or `attach.duplicate-alias`.
  func refuseDuplicate(
    of document: AttachDocument,
    for parts: DefinitionParts
  ) throws(Diagnostic) {
    if let live {
      try live.refuseDuplicate(
        of: document.device,
        named: "the running guest",
        isTarget: parts.contains(.live)
      )
    }
    if let config {
      try config.refuseDuplicate(
        of: document.device,
        named: "the stored configuration",
        isTarget: parts.contains(.config)
      )
    }
  }
}

extension DomainDescription {
  fileprivate func refuseDuplicate(
    of device: AttachedInterface,
    named place: String,
    isTarget: Bool
  ) throws(Diagnostic) {
    if let alias = device.lastingAlias, aliases.contains(alias) {
      guard let holder = devices.first(where: { $0.alias == alias }), holder.mac == device.mac
      else {
        throw Diagnostic(
          .attachDuplicateAlias,
          "\(place) has another device with the alias \(alias)",
          value: alias,
          remedy: "choose another alias, or detach that device first"
        )
      }
      if isTarget { throw present(holder, in: place) }
    }
    guard let mac = device.mac else { return }
    for holder in devices where holder.mac == mac {
      // Without an alias of its own, nothing tells the device from one of its MAC address.
      if let alias = device.lastingAlias {
        if holder.alias == alias { continue }
        throw Diagnostic(
          .attachDuplicateMAC,
          "\(place) has another NIC with that MAC address (\(holder.identity))",
          value: "\(mac)",
          remedy: "detach that one first, or use another address"
        )
      }
      if isTarget { throw present(holder, in: place) }
    }
  }

  private func present(_ device: AttachedInterface, in place: String) -> Diagnostic {
    Diagnostic(.attachPresent, "\(place) has that device already (\(device.identity))")
  }
}

extension Diagnostic.Code {
  /// A device that is to be attached is there already.
  public static let attachPresent = Self(rawValue: "attach.present")
  /// Another NIC of the domain has the MAC address.
  public static let attachDuplicateMAC = Self(rawValue: "attach.duplicate-mac")
  /// Another device of the domain has the alias.
  public static let attachDuplicateAlias = Self(rawValue: "attach.duplicate-alias")
}
