public import Diagnostics
import DomainXML

extension DomainSnapshot {
  /// Refuses a device whose MAC address or alias another one of the domain has.
  ///
  /// libvirt plugs in a second NIC of the same MAC address without a word, and from then on can no
  /// longer tell the two apart. Both definitions are looked at: a NIC of one meets those of the other
  /// at the next start.
  ///
  /// - Parameter leaving: Devices that will be gone by then.
  /// - Throws: `attach.duplicate-mac` or `attach.duplicate-alias`.
  func refuseDuplicate(
    of document: AttachDocument,
    _ ownership: Ownership = .vifs,
    leaving: Set<AttachedInterface> = []
  ) throws(Diagnostic) {
    try live?.refuseDuplicate(of: document, ownership, leaving, in: .live)
    try config?.refuseDuplicate(of: document, ownership, leaving, in: .config)
  }
}

extension DomainDescription {
  fileprivate func refuseDuplicate(
    of document: AttachDocument,
    _ ownership: Ownership,
    _ leaving: Set<AttachedInterface>,
    in definition: Definition
  ) throws(Diagnostic) {
    let place = definition.place
    if let mac = document.device.mac,
      let holder = index.devices(with: mac).first(where: {
        !document.describes($0, ownership) && !leaving.contains($0)
      })
    {
      throw Diagnostic(
        .attachDuplicateMAC,
        "\(place) has another NIC with that MAC address (\(holder.identity))",
        value: "\(mac)",
        remedy: "detach that one first, or use another address"
      )
    }
    if let alias = document.device.lastingAlias, aliases.contains(alias),
      !index.hasDevice(alias: alias)
    {
      throw Diagnostic(
        .attachDuplicateAlias,
        "\(place) has another device with the alias \(alias)",
        value: alias,
        remedy: "choose another alias, or detach that device first"
      )
    }
  }
}

extension Diagnostic.Code {
  /// Another NIC of the domain has the MAC address.
  public static let attachDuplicateMAC = Self(rawValue: "attach.duplicate-mac")
  /// Another device of the domain has the alias.
  public static let attachDuplicateAlias = Self(rawValue: "attach.duplicate-alias")
}
