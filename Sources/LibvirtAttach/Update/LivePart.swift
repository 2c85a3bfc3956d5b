import Diagnostics
import InterfaceXML

/// A part of an interface that libvirt may be able to change while the guest runs.
///
/// Everything else it refuses: the MAC address, the model, all of the driver, the target's name, the
/// MTU, the place on the guest's bus.
enum LivePart: String, CaseIterable, Sendable {
  case trust = "@trustGuestRxFilters"
  case source, vlan, bandwidth, port, link, coalesce
  case virtualPort = "virtualport"
  case filterReference = "filterref"

  /// The part that a path leads into; nil for what never changes on a running guest.
  init?(of path: JSONPointer) {
    guard let name = path.components.first else { return nil }
    self.init(rawValue: name)
  }

  /// Why a version of libvirt cannot change the part of a running guest's interface; nil if it can.
  func obstacle(
    from live: Interface,
    to asked: Interface,
    for libvirt: LibvirtVersion
  ) -> String? {
    switch self {
    case .source:
      switch (live.source, asked.source) {
      case (.bridge, .bridge), (.network, .network), (.bridge, .network), (.network, .bridge):
        nil
      default: "another connection than to a bridge or a network needs a new NIC"
      }
    case .vlan:
      if case .openVSwitch = asked.virtualPort {
        nil
      } else {
        libvirt < Self.bridgeVLANs
          ? "libvirt \(libvirt) changes VLAN tags on Open vSwitch only, \(Self.bridgeVLANs) on bridges"
          : nil
      }
    case .trust:
      libvirt < Self.trustChanges
        ? "libvirt \(libvirt) does not change it on a running guest, \(Self.trustChanges) does"
        : nil
    case .bandwidth, .port, .link, .coalesce, .virtualPort, .filterReference: nil
    }
  }

  private static let bridgeVLANs = LibvirtVersion(number: 11_000_000)
  private static let trustChanges = LibvirtVersion(number: 10_000_000)

  /// Takes the part over into another interface.
  func copy(from asked: Interface, to interface: inout Interface) {
    switch self {
    case .trust: interface.trustGuestRxFilters = asked.trustGuestRxFilters
    case .source: interface.source = asked.source
    case .vlan: interface.vlan = asked.vlan
    case .bandwidth: interface.bandwidth = asked.bandwidth
    case .port: interface.port = asked.port
    case .link: interface.link = asked.link
    case .coalesce: interface.coalesce = asked.coalesce
    case .virtualPort: interface.virtualPort = asked.virtualPort
    case .filterReference: interface.filterReference = asked.filterReference
    }
  }
}
