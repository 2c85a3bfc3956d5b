import Addresses
import DomainXML

/// What new and changed devices are to have that no other of the domain may have at the same time.
struct HostEnds {
  /// The aliases of what is replaced, without the replacement's number.
  private var aliases: Set<String> = []
  private var addresses: Set<MACAddress> = []
  private var targets: Set<String> = []
  private var sources: Set<SoleSource> = []

  /// - Parameter steps: The steps that plug in, change or replace.
  init(_ steps: [PlanStep]) {
    for device in steps.compactMap(\.asked) {
      if let alias = device.lastingAlias { aliases.insert(VIFAlias.base(of: alias)) }
      if let mac = device.mac { addresses.insert(mac) }
      if let target = device.target { targets.insert(target) }
      if let source = SoleSource(device) { sources.insert(source) }
    }
  }

  /// Whether the device that a step takes off has to go before they come.
  func isInTheWay(_ step: PlanStep) -> Bool {
    step.devices.values.contains { device in
      device.lastingAlias.map { aliases.contains(VIFAlias.base(of: $0)) } ?? false
        || device.mac.map(addresses.contains) ?? false
        || device.target.map(targets.contains) ?? false
        || SoleSource(device).map(sources.contains) ?? false
    }
  }
}
