import Addresses

/// Devices by what two of them are taken for one by: the MAC address, or an alias that a user gave.
struct NamesakeIndex {
  private var byMAC: [MACAddress: [Int]] = [:]
  private var byAlias: [String: [Int]] = [:]

  init() {}

  /// The devices, by their places in the list.
  init(of devices: [AttachedInterface]) {
    for (place, device) in devices.enumerated() { add(device, at: place) }
  }

  mutating func add(_ device: AttachedInterface, at place: Int) {
    if let mac = device.mac { byMAC[mac, default: []].append(place) }
    if let alias = device.lastingAlias { byAlias[alias, default: []].append(place) }
  }

  /// The places of those that have the device's MAC address or lasting alias, in the list's order.
  func namesakes(of device: AttachedInterface) -> [Int] {
    let sameMAC = device.mac.flatMap { byMAC[$0] } ?? []
    let sameAlias = device.lastingAlias.flatMap { byAlias[$0] } ?? []
    return Set(sameMAC).union(sameAlias).sorted()
  }
}
