import Foundation
import GoldenFiles
import NovaImport
import Testing
import VIFTranslator

/// The golden items before the schema of items: what it takes, and what it refuses.
struct GoldenSchemaTests {
  /// What a schema is to see: the item's own form, whatever it becomes.
  private static let seen: Set<String> = [
    "address.domain", "address.slot", "alias.malformed", "backend.path", "bandwidth.empty",
    "bandwidth.floor", "filterref.name", "filterref.parameter", "ip.malformed", "json.kind",
    "key.missing",
    "key.unknown", "mac.malformed", "model.malformed", "object.class-unexpected",
    "object.class-unknown", "object.field-null", "object.key-missing", "object.namespace",
    "object.version-malformed", "object.version-unsupported", "pci.malformed", "rom.disabled",
    "uuid.malformed", "value.not-allowed", "vlan.native", "vlan.no-tag",
  ]

  /// What a schema sees where the path goes so: bounds of the guest's settings, which os-vif's own
  /// types do not have, and a trunk that contradicts its own tags, not the interface.
  private static let seenAt = ["value.out-of-range": "/guest/", "vlan.trunk": "/guest/vlan/trunk"]

  /// What comes of the translation: fields that a class need not have and an interface must, and
  /// settings that do not go together.
  private static let unseen: Set<String> = [
    "device-name.empty", "device-name.malformed", "device-name.too-long", "driver.hostdev",
    "driver.model", "driver.tx-queue-size", "filterref.virtualport", "host.netdev-missing",
    "host.vdpa-missing", "mac.multicast", "model.virtio-only", "object.field-missing",
    "pair.unsupported", "port.virtualport", "profileid.length", "trust.model",
    "type.unsupported-element", "vhostuser.path", "vhostuser.reconnect", "value.character",
    "vlan.mode", "vlan.repeated", "vlan.virtualport", "xml.character",
  ]

  /// What a schema of imports does not see: what no NIC can be made of, and what contradicts itself.
  private static let unseenOfImports: Set<String> = [
    "driver.model", "key.missing", "nova.flavor-image-conflict", "nova.model-unknown",
    "nova.model-unsupported", "nova.vnic-type-unsupported", "object.field-missing",
  ]

  private struct Refusal: Decodable {
    let code: String
    let path: String
    let message: String

    /// Whether a schema of imports is to see it; nil when that has not been said.
    var isSeenOfImport: Bool? {
      switch code {
      // A word that nova does not have, or one that has no place in libvirt.
      case "nova.vif-type": message.contains("is no type of VIF")
      case "value.out-of-range", "value.not-a-number": !path.hasPrefix("/options/extra_specs/")
      case "nova.kernel": true
      default: unseenOfImports.contains(code) ? false : isSeen
      }
    }

    /// Whether a schema is to see it; nil when that has not been said.
    var isSeen: Bool? {
      if seen.contains(code) { return true }
      if let place = seenAt[code] { return path.hasPrefix(place) }
      return unseen.contains(code) ? false : nil
    }
  }

  private static let folder: String = {
    let path = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    return "/\(path)/Golden"
  }()

  @Test(.enabled(SchemaValidator.requirement) { await SchemaValidator.found != nil })
  func `an item is valid unless what is wrong can be seen`() async throws {
    let validator = try #require(await SchemaValidator.found)
    let all = try GoldenFolder(Self.folder).cases
    let imports = try all.filter {
      GoldenCase.isImport(try String(contentsOfFile: $0.inputPath, encoding: .utf8))
    }
    #expect(imports.count > 30)
    let names = Set(imports.map(\.description))
    try await expect(imports, against: ImportRequest.jsonSchema, validator, \.isSeenOfImport)
    try await expect(
      all.filter { !names.contains($0.description) },
      against: TranslationRequest.jsonSchema,
      validator,
      \.isSeen
    )
  }

  private func expect(
    _ cases: [GoldenCase],
    against schema: String,
    _ validator: SchemaValidator,
    _ isSeen: (Refusal) -> Bool?
  ) async throws {
    let items = try cases.map { try String(contentsOfFile: $0.inputPath, encoding: .utf8) }
    let faults = try await validator.faults(of: items, against: schema)
    try #require(faults.count == cases.count)
    for (golden, fault) in zip(cases, faults) {
      switch try golden.records().first {
      case nil: Issue.record("\(golden) has no record")
      case .xml: #expect(fault == nil, "\(golden)")
      case .error(let text):
        let refusal = try JSONDecoder().decode(Refusal.self, from: Data(text.utf8))
        guard let isSeen = isSeen(refusal) else {
          Issue.record("\(golden): can a schema see \(refusal.code)?")
          continue
        }
        #expect((fault != nil) == isSeen, "\(golden): \(refusal.code), \(fault ?? "valid")")
      }
    }
  }
}
