import Diagnostics
import JSONText
import VIFTranslator

/// What the binding says beyond its type: Neutron's `binding:vif_details`, `details` in
/// `network_info`.
public struct VIFDetails: Hashable, Sendable {
  /// Whether the network's side filters traffic (security groups).
  public var portFilter = false
  /// Whether a Linux bridge stands between the guest and Open vSwitch.
  public var ovsHybridPlug = false
  /// Whether os-vif makes the TAP device of an Open vSwitch port.
  public var ovsCreateTap = false
  /// The datapath of the Open vSwitch bridge, `system` or `netdev`.
  public var datapathType: String?
  /// The bridge of the port; Neutron names one only when it is not the usual one.
  public var bridgeName: String?
  /// Which end of a vhost-user socket the hypervisor is.
  public var vhostuserMode = Deferred.value(VIFVHostUser.Mode.server)
  /// Path of the vhost-user socket; nil when there is none, or an empty one.
  public var vhostuserSocket: String?
  /// Whether the socket is a fast path's.
  public var vhostuserFPPlug = false
  /// Whether the socket is Open vSwitch's.
  public var vhostuserOVSPlug = false
  /// Whether the socket is Contrail's.
  public var vhostuserVRouterPlug = false
  /// The VLAN of a virtual function; 0 is none.
  public var vlan: Deferred<VLANChoice>?
  /// The port profile of 802.1Qbh.
  public var profileID: String?
  /// The device that macvtap is put on.
  public var macvtapSource: String?
  /// How macvtap switches.
  public var macvtapMode: Deferred<VIFDirect.Mode>?
  /// The physical device below the one that macvtap is put on.
  public var physicalInterface: String?

  /// Details of which none is set.
  public init() {}

  /// The VLAN of a virtual function, where one is spoken of.
  public enum VLANChoice: Hashable, Sendable {
    /// None.
    case untagged
    /// This one.
    case tag(Int64)
  }
}

extension VIFDetails {
  enum Key: String, CaseIterable {
    case portFilter = "port_filter"
    case ovsHybridPlug = "ovs_hybrid_plug"
    case ovsCreateTap = "ovs_create_tap"
    case datapathType = "datapath_type"
    case bridgeName = "bridge_name"
    case vhostuserMode = "vhostuser_mode"
    case vhostuserSocket = "vhostuser_socket"
    case vhostuserFPPlug = "vhostuser_fp_plug"
    case vhostuserOVSPlug = "vhostuser_ovs_plug"
    case vhostuserVRouterPlug = "vhostuser_vrouter_plug"
    case vlan
    case profileID = "profileid"
    case macvtapSource = "macvtap_source"
    case macvtapMode = "macvtap_mode"
    case physicalInterface = "physical_interface"
  }

  init(reading reader: inout JSONReader) throws(Diagnostic) {
    try reader.readDetails { reader, name throws(Diagnostic) in
      guard let key = Key(rawValue: name) else {
        try reader.skipValue()
        return
      }
      if try reader.readNull() {
        // A VLAN that is null is spoken of, and there is none.
        if key == .vlan { vlan = .value(.untagged) }
        return
      }
      try read(key, from: &reader)
    }
  }

  private mutating func read(_ key: Key, from reader: inout JSONReader) throws(Diagnostic) {
    switch key {
    case .portFilter: portFilter = try reader.readBoolean()
    case .ovsHybridPlug: ovsHybridPlug = try reader.readBoolean()
    case .ovsCreateTap: ovsCreateTap = try reader.readBoolean()
    case .datapathType: datapathType = try reader.readString()
    case .bridgeName: bridgeName = try reader.readString()
    case .vhostuserMode:
      vhostuserMode = try reader.readDeferred { reader throws(Diagnostic) in try reader.readWord() }
    case .vhostuserSocket:
      let path = try reader.readString()
      vhostuserSocket = path.isEmpty ? nil : path
    case .vhostuserFPPlug: vhostuserFPPlug = try reader.readBoolean()
    case .vhostuserOVSPlug: vhostuserOVSPlug = try reader.readBoolean()
    case .vhostuserVRouterPlug: vhostuserVRouterPlug = try reader.readBoolean()
    case .vlan:
      vlan = try reader.readDeferred { reader throws(Diagnostic) in
        let id = try reader.readNumber()
        return id == 0 ? .untagged : .tag(id)
      }
    case .profileID: profileID = try reader.readString()
    case .macvtapSource: macvtapSource = try reader.readString()
    case .macvtapMode:
      macvtapMode = try reader.readDeferred { reader throws(Diagnostic) in try reader.readWord() }
    case .physicalInterface: physicalInterface = try reader.readString()
    }
  }
}

extension JSONReader {
  fileprivate mutating func readDetails(
    _ read: (inout JSONReader, String) throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    var seen: Set<String> = []
    try beginObject()
    while try nextKey() {
      let name = keyText
      try locating(name, from: position) { reader throws(Diagnostic) in
        guard seen.insert(name).inserted else { throw Self.repeatedKey(name) }
        try read(&reader, name)
      }
    }
  }
}
