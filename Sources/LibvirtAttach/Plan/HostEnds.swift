import Addresses
import DomainXML

/// What new devices are to have that no other of the domain may have at the same time.
struct HostEnds {
  private var addresses: Set<MACAddress> = []
  private var targets: Set<String> = []
  private var sources: Set<SoleSource> = []

  /// - Parameter added: The steps that plug in.
  init(_ added: [PlanStep]) {
    for device in added.compactMap(\.asked) {
      if let mac = device.mac { addresses.insert(mac) }
      if let target = device.target { targets.insert(target) }
      if let source = SoleSource(device) { sources.insert(source) }
    }
  }

  /// Whether the device that a step takes off has to go before they come.
  func isInTheWay(_ step: PlanStep) -> Bool {
    step.devices.values.contains { device in
      device.mac.map(addresses.contains) ?? false || device.target.map(targets.contains) ?? false
        || SoleSource(device).map(sources.contains) ?? false
    }
  }
}
