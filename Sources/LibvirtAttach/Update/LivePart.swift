import Diagnostics
import InterfaceXML

/// A part of an interface that libvirt may be able to change while the guest runs, and which version
/// can, for which kinds of NIC: the only place where that is written down.
///
/// Where a figure comes from is said beside it: libvirt's release notes, its function
/// `qemuDomainChangeNet` in the sources of 9.0.0 and 11.3.0, or what 9.0.0 was seen to do. What was
/// first seen in the sources of 11.3.0 may be somewhat older; until then a new NIC takes the place of
/// the old one. Everything that is no case here no version changes: the MAC address, the model, all of
/// the driver, the target's name, the MTU, the place on the guest's bus.
enum LivePart: String, CaseIterable, Sendable {
  case trust = "@trustGuestRxFilters"
  case source, vlan, bandwidth, port, link, coalesce
  case virtualPort = "virtualport"
  case filterReference = "filterref"

  /// The part that a path leads into; nil for what never changes on a running guest.
  init?(of path: JSONPointer) {
    guard let name = path.components.first else { return nil }
    // The type is the source's, and goes with it.
    self.init(rawValue: name == "@type" ? LivePart.source.rawValue : name)
  }

  /// The first versions that can.
  private enum First {
    /// Release notes of 10.0.0; older ones report success and change nothing.
    static let trust = LibvirtVersion(number: 10_000_000)
    /// Release notes of 11.0.0 (VLANs on Linux bridges at all).
    static let bridgeVLAN = LibvirtVersion(number: 11_000_000)
    /// Sources of 11.3.0, where another port of a switch is another connection of the same TAP device;
    /// 9.0.0 was seen to refuse it.
    static let switchPort = LibvirtVersion(number: 11_003_000)
    /// Sources of 11.3.0; 9.0.0 was seen to report success and to leave the limits in Open vSwitch.
    static let unlimitedSwitchPort = LibvirtVersion(number: 11_003_000)
  }

  /// Why a version of libvirt cannot change the part of a running guest's interface; nil if it can.
  func obstacle(
    from live: Interface,
    to asked: Interface,
    for libvirt: LibvirtVersion
  ) -> String? {
    if let reason = Self.obstacle(to: live.type) { return reason }
    switch self {
    // In the sources of 9.0.0; in older ones than are served here from 3.5.0 (coalescing) and 6.1.0
    // (isolation) on.
    case .link, .port, .coalesce, .filterReference: return nil
    case .source: return Self.obstacle(from: live.source, to: asked, for: libvirt)
    case .virtualPort:
      guard live.isBridged, asked.isBridged else { return Self.newConnection }
      return Self.lack(First.switchPort, libvirt, "another port of a switch")
    case .vlan:
      // From 3.6.0 on with Open vSwitch, by its release notes.
      if live.isOpenVSwitchPort, asked.isOpenVSwitchPort { return nil }
      guard live.isBridged, asked.isBridged else {
        return "libvirt changes VLAN tags on Open vSwitch and on bridges only"
      }
      return Self.lack(First.bridgeVLAN, libvirt, "VLAN tags elsewhere than on Open vSwitch")
    case .bandwidth:
      guard live.isOpenVSwitchPort, asked.bandwidth == nil else { return nil }
      return Self.lack(First.unlimitedSwitchPort, libvirt, "limits of Open vSwitch to none")
    case .trust: return Self.lack(First.trust, libvirt, "the trust in receive filters")
    }
  }

  /// Of these types 9.0.0 and 11.3.0 change nothing; a guest's vhost-user link was seen to be refused.
  private static func obstacle(to type: InterfaceType) -> String? {
    switch type {
    case .hostdev, .vdpa, .vhostuser, .null, .vds:
      "libvirt changes nothing of a NIC of type \(type.rawValue) while the guest runs"
    case .bridge, .network, .ethernet, .direct, .user, .mcast, .server, .client, .udp, .internal:
      nil
    }
  }

  private static func obstacle(
    from live: Source,
    to asked: Interface,
    for libvirt: LibvirtVersion
  ) -> String? {
    switch (live, asked.source) {
    case (.network(let old), .network(let new)) where old.portGroup != new.portGroup:
      // 11.3.0 refuses it; 9.0.0 reports success and changes nothing.
      return "libvirt changes no portgroup while the guest runs"
    case (.bridge, .bridge), (.network, .network), (.bridge, .network), (.network, .bridge):
      // Of a switch's port, 9.0.0 was seen to refuse it.
      guard asked.virtualPort != nil else { return nil }
      return lack(First.switchPort, libvirt, "another port of a switch")
    default: return newConnection
    }
  }

  private static let newConnection =
    "another connection than to a bridge or a network needs a new NIC"

  /// What a version lacks that came with a later one.
  private static func lack(
    _ first: LibvirtVersion,
    _ libvirt: LibvirtVersion,
    _ change: String
  ) -> String? {
    libvirt < first
      ? "libvirt \(libvirt) does not change \(change) on a running guest, \(first) does" : nil
  }

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

extension Interface {
  /// Whether its TAP device is a bridge's port.
  fileprivate var isBridged: Bool {
    switch source {
    case .bridge, .network: true
    case .direct, .ethernet, .vhostuser, .hostdev, .vdpa, .user, .mcast, .server, .client, .udp,
      .internal, .null, .vds:
      false
    }
  }

  fileprivate var isOpenVSwitchPort: Bool {
    if case .openVSwitch = virtualPort { true } else { false }
  }
}
