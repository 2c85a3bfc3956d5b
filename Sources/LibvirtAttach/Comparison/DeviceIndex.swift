import Addresses
import DomainXML

/// The devices of a definition by what documents find them by.
///
/// A domain may have hundreds of NICs, and each is asked for by a document of its own.
struct DeviceIndex: Hashable, Sendable {
  private let devices: [AttachedInterface]
  /// By the alias, without a replacement's number.
  private var byAlias: [String: [Int]] = [:]
  private var byMAC: [MACAddress: [Int]] = [:]
  /// Host devices, by what they hand through.
  private var bySource: [String: [Int]] = [:]

  init(_ devices: [AttachedInterface]) {
    self.devices = devices
    for (place, device) in devices.enumerated() {
      if let alias = device.alias { byAlias[VIFAlias.base(of: alias), default: []].append(place) }
      if let mac = device.mac { byMAC[mac, default: []].append(place) }
      if !device.isInterface, let source = device.source {
        bySource[source, default: []].append(place)
      }
    }
  }

  /// The places of the devices that a document is about, in their order: see
  /// ``AttachDocument/describes(_:_:)``.
  func places(of document: AttachDocument, _ ownership: Ownership) -> [Int] {
    candidates(for: document).filter { document.describes(devices[$0], ownership) }
  }

  /// The places of the devices that a document may be about.
  func candidates(for document: AttachDocument) -> [Int] {
    let device = document.device
    var candidates: Set<Int> = []
    if let alias = device.lastingAlias {
      candidates.formUnion(byAlias[VIFAlias.base(of: alias)] ?? [])
    }
    if let mac = device.mac { candidates.formUnion(byMAC[mac] ?? []) }
    if let source = device.source { candidates.formUnion(bySource[source] ?? []) }
    return candidates.sorted()
  }

  /// The devices that have a MAC address.
  func devices(with mac: MACAddress) -> [AttachedInterface] {
    (byMAC[mac] ?? []).map { devices[$0] }
  }

  /// Whether a network device has this very alias.
  func hasDevice(alias: String) -> Bool {
    (byAlias[VIFAlias.base(of: alias)] ?? []).contains { devices[$0].alias == alias }
  }
}
