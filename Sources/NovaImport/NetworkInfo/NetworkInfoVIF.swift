public import Addresses
public import Diagnostics
package import JSONText
import VIFTranslator

/// A VIF as nova keeps it: an element of `network_info`, as it stands in an instance's info cache.
///
/// Keys that no VIF is made of are passed over. ``vif(warnings:)`` makes an os-vif object of it.
public struct NetworkInfoVIF: Hashable, Sendable {
  /// Identifies the VIF: the port's id.
  public var id: UUID?
  /// The port's MAC address.
  public var address: MACAddress?
  /// The network that the port is on.
  public var network: NetworkRecord?
  /// How the port is bound.
  public var type: VIFType?
  /// What the binding says beyond its type.
  public var details = VIFDetails()
  /// Name of the device on the host; nil for one that is made of the id.
  public var devname: String?
  /// The port's `iface-id` in Open vSwitch's database; nil for the VIF's id.
  public var ovsInterfaceID: UUID?
  /// The port of IEEE 802.1Qbg.
  public var qbgParameters: Deferred<QbgParameters>?
  /// Whether the port is up; null in the record counts as true, as in os-vif.
  public var active = false
  /// What the port's owner asked for.
  public var vnicType = VNICType.normal
  /// What the host was told of the port.
  public var profile = BindingProfile()
  /// Whether the port outlives the instance.
  public var preserveOnDelete = false
  /// Whether os-vif makes the switch's port, and not the hypervisor.
  public var delegateCreate = false

  /// A VIF in which nothing is set.
  public init() {}

  /// Reads an element of `network_info` from JSON.
  ///
  /// - Throws: `json.*` for text that is not JSON, `nova.vif-type` for a type that nova does not
  ///   have, else the code of the value's form. The path leads to the value.
  public init(json: String) throws(Diagnostic) {
    self = try JSONReader.read(json) { reader throws(Diagnostic) in
      try NetworkInfoVIF(reading: &reader)
    }
  }

  /// The record's keys.
  package enum Key: String, CaseIterable {
    case id, address, network, type, details, devname, active, profile
    case ovsInterfaceID = "ovs_interfaceid"
    case qbgParameters = "qbg_params"
    case vnicType = "vnic_type"
    case preserveOnDelete = "preserve_on_delete"
    case delegateCreate = "delegate_create"
  }

  /// Reads the record that comes next.
  package init(reading reader: inout JSONReader) throws(Diagnostic) {
    var seen: Set<Key> = []
    try reader.beginObject()
    while try reader.nextKey() {
      let name = reader.keyText
      guard let key = Key(rawValue: name) else {
        try reader.skipValue()
        continue
      }
      try reader.locating(name, from: reader.position) { reader throws(Diagnostic) in
        guard seen.insert(key).inserted else { throw JSONReader.repeatedKey(name) }
        if try !reader.readNull() {
          try read(key, from: &reader)
        } else if key == .active {
          active = true
        }
      }
    }
  }

  private mutating func read(_ key: Key, from reader: inout JSONReader) throws(Diagnostic) {
    switch key {
    case .id: id = try UUID(reader.readString())
    case .address: address = try MACAddress(reader.readString())
    case .network: network = try NetworkRecord(reading: &reader)
    case .type: type = try reader.readVIFType()
    case .details: details = try VIFDetails(reading: &reader)
    case .devname: devname = try reader.readString()
    case .ovsInterfaceID:
      let text = try reader.readString()
      ovsInterfaceID = text.isEmpty ? nil : try UUID(text)
    case .qbgParameters:
      qbgParameters = try reader.readDeferred { reader throws(Diagnostic) in
        try QbgParameters(reading: &reader)
      }
    case .active: active = try reader.readBoolean()
    case .vnicType: vnicType = try reader.readWord()
    case .profile: profile = try BindingProfile(reading: &reader)
    case .preserveOnDelete: preserveOnDelete = try reader.readBoolean()
    case .delegateCreate: delegateCreate = try reader.readBoolean()
    }
  }
}

extension JSONReader {
  /// Reads a type of binding.
  mutating func readVIFType() throws(Diagnostic) -> VIFType {
    let text = try readString()
    guard let type = VIFType(rawValue: text) else {
      let known = VIFType.allCases.map(\.rawValue)
      throw Diagnostic(
        .novaVIFType,
        "'\(Diagnostic.shortened(text))' is no type of VIF that nova's libvirt driver serves",
        value: text,
        bound: known.joined(separator: ", "),
        remedy: nearest(to: text, among: known).map { "did you mean '\($0)'?" }
      )
    }
    return type
  }
}

extension Diagnostic.Code {
  /// A type of VIF that nova does not have, or that has no place in libvirt.
  public static let novaVIFType = Diagnostic.Code(rawValue: "nova.vif-type")
}
