import Addresses
import LibvirtAttach

extension AttachedInterface {
  /// The device for programs.
  var json: JSONLine {
    .object([
      "type": .string(type),
      "mac": .string(mac?.description),
      "source": .string(source),
      "target": .string(target),
      "model": .string(model),
      "alias": .string(alias),
      "pci": .string(pciAddress?.description),
    ])
  }

  /// The device for people, as `bridge br0 (mac:… alias:…)`.
  var summary: String {
    "\(type.isEmpty ? "interface" : type)\(source.map { " \($0)" } ?? "")\(identity.isEmpty ? "" : " (\(identity))")"
  }
}

extension ChangeReport {
  /// The definitions that were changed.
  var changed: DefinitionParts {
    var parts: DefinitionParts = []
    if live == .changed || live == .guestEnded { parts.insert(.live) }
    if config == .changed { parts.insert(.config) }
    return parts
  }

  /// The report for programs; `status` is the command's own word for the outcome.
  func json(status: String) -> JSONLine {
    .object([
      "status": .string(status),
      "changed": .truth(isChanged),
      "live": .string(live.rawValue),
      "config": .string(config.rawValue),
      "attempts": attempts > 0 ? .integer(attempts) : nil,
      "obstacle": .string(obstacle?.rawValue),
      "interface": device?.json,
    ])
  }
}
