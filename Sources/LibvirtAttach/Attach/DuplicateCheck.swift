public import Diagnostics
import DomainXML

extension DomainSnapshot {
  /// Refuses a device whose MAC address or alias another one of the domain has.
  ///
  /// libvirt plugs in a second NIC of the same MAC address without a word, and from then on can no
  /// longer tell the two apart. Both definitions are looked at: a NIC of one meets those of the other
  /// at the next start.
  ///
  /// - Throws: `attach.duplicate-mac` or `attach.duplicate-alias`.
  func refuseDuplicate(
    of document: AttachDocument,
    _ ownership: Ownership = .vifs
  ) throws(Diagnostic) {
    try live?.refuseDuplicate(of: document, ownership, in: .live)
    try config?.refuseDuplicate(of: document, ownership, in: .config)
  }
}

extension DomainDescription {
  fileprivate func refuseDuplicate(
    of document: AttachDocument,
    _ ownership: Ownership,
    in definition: Definition
  ) throws(Diagnostic) {
    let place = definition.place
    let others = devices.filter { !document.describes($0, ownership) }
    if let mac = document.device.mac, let holder = others.first(where: { $0.mac == mac }) {
      throw Diagnostic(
        .attachDuplicateMAC,
        "\(place) has another NIC with that MAC address (\(holder.identity))",
        value: "\(mac)",
        remedy: "detach that one first, or use another address"
      )
    }
    if let alias = document.device.lastingAlias, aliases.contains(alias),
      !devices.contains(where: { $0.alias == alias })
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
