public import Addresses
import Diagnostics
import JSONText
import VIFTranslator

/// A port of Neutron's: as its API has it (`binding:vif_type`), or as `openstack port show -f json`
/// prints it (`binding_vif_type`).
public struct NeutronPort: Hashable, Sendable {
  /// An address that the port has.
  public struct FixedIP: Hashable, Sendable {
    /// The subnet that it is of, as the port names it.
    public var subnet: String?
    /// The address.
    public var address: IPAddress?

    /// An address of which nothing is known.
    public init() {}
  }

  /// Identifies the port.
  public var id: UUID?
  /// The network that it is on.
  public var networkID: UUID?
  /// Its MAC address.
  public var macAddress: MACAddress?
  /// Its addresses.
  public var fixedIPs: [FixedIP] = []
  /// How it is bound.
  public var vifType: VIFType?
  /// What its binding says beyond the type.
  public var vifDetails = VIFDetails()
  /// What its host was told.
  public var profile = BindingProfile()
  /// What its owner asked for.
  public var vnicType = VNICType.normal
  /// Whether it is up.
  public var isActive = false
  /// Whether its owner has it switched on.
  public var isAdminUp = true

  /// Whether its keys are those of `openstack port show`.
  private var isShown = false

  /// A port in which nothing is set.
  public init() {}
}

extension NeutronPort {
  enum Key: String, CaseIterable {
    case id, status
    case networkID = "network_id"
    case macAddress = "mac_address"
    case fixedIPs = "fixed_ips"
    case adminStateUp = "admin_state_up"
    case vifType = "binding:vif_type"
    case vifDetails = "binding:vif_details"
    case profile = "binding:profile"
    case vnicType = "binding:vnic_type"
    case shownVIFType = "binding_vif_type"
    case shownVIFDetails = "binding_vif_details"
    case shownProfile = "binding_profile"
    case shownVNICType = "binding_vnic_type"

    /// Whether an object with this key is a port and not a record of `network_info`.
    var isOfPortsOnly: Bool {
      switch self {
      case .id, .status: false
      case .networkID, .macAddress, .fixedIPs, .adminStateUp, .vifType, .vifDetails, .profile,
        .vnicType, .shownVIFType, .shownVIFDetails, .shownProfile, .shownVNICType:
        true
      }
    }
  }

  /// The port's key for what a record of `network_info` has under another.
  func key(ofRecord key: String) -> String {
    let binding = isShown ? "binding_" : "binding:"
    return switch key {
    case "type", "details": "\(binding)vif_\(key)"
    case "profile", "vnic_type": "\(binding)\(key)"
    case "address": "mac_address"
    default: key
    }
  }

  init(reading reader: inout JSONReader) throws(Diagnostic) {
    try reader.readMembers(of: Key.self) { reader, key throws(Diagnostic) in
      switch key {
      case .id: id = try UUID(reader.readString())
      case .status: isActive = try reader.readString() == "ACTIVE"
      case .networkID: networkID = try UUID(reader.readString())
      case .macAddress: macAddress = try MACAddress(reader.readString())
      case .fixedIPs:
        fixedIPs = try reader.readElements { reader throws(Diagnostic) in
          try FixedIP(reading: &reader)
        }
      case .adminStateUp: isAdminUp = try reader.readState()
      case .vifType, .shownVIFType:
        isShown = key == .shownVIFType
        vifType = try reader.readVIFType()
      case .vifDetails, .shownVIFDetails: vifDetails = try VIFDetails(reading: &reader)
      case .profile, .shownProfile: profile = try BindingProfile(reading: &reader)
      case .vnicType, .shownVNICType: vnicType = try reader.readWord()
      }
    }
  }
}

extension NeutronPort.FixedIP {
  enum Key: String, CaseIterable {
    case subnet = "subnet_id"
    case address = "ip_address"
  }

  fileprivate init(reading reader: inout JSONReader) throws(Diagnostic) {
    try reader.readMembers(of: Key.self) { reader, key throws(Diagnostic) in
      switch key {
      case .subnet: subnet = try reader.readString()
      case .address: address = try IPAddress(reader.readString())
      }
    }
  }
}

extension JSONReader {
  /// Reads a truth, or the words that older clients print for it.
  fileprivate mutating func readState() throws(Diagnostic) -> Bool {
    try readTruth("UP", "DOWN")
  }
}
