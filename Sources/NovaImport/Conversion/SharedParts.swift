import Addresses
import Diagnostics
import JSONText
import VIFModel

/// What VIFs of several types are made of.
extension NetworkInfoVIF {
  /// The fields that every VIF has.
  ///
  /// - Throws: `key.missing` without an id.
  func base(plugin: String, profile: PortProfile? = nil) throws(Diagnostic) -> VIFBaseFields {
    var base = try baseWithoutPlugin(profile: profile)
    base.id = try requiredID()
    base.plugin = plugin
    guard network == nil || network?.id != nil else {
      throw Diagnostic.missingKey("id").at("id").at("network")
    }
    return base
  }

  /// The fields that every VIF has, for a port that no plugin of os-vif plugs.
  func baseWithoutPlugin(profile: PortProfile? = nil) throws(Diagnostic) -> VIFBaseFields {
    var base = VIFBaseFields()
    base.id = id
    base.address = address.map { .value($0) } ?? .null
    base.network =
      try network.map { network throws(Diagnostic) in .value(try network.network()) }
      ?? .null
    base.active = active
    base.preserveOnDelete = preserveOnDelete
    base.hasTrafficFiltering = details.portFilter
    base.portProfile = profile
    return base
  }

  /// The name of the device on the host.
  func vifName() throws(Diagnostic) -> String {
    // An empty name counts as one, as it does in nova, and is refused where it is used.
    if let devname { return devname }
    return try deviceName(prefix: "nic")
  }

  /// A name made of the VIF's id, of 14 bytes at most.
  func deviceName(prefix: String) throws(Diagnostic) -> String {
    String((prefix + (try requiredID().spelling)).prefix(14))
  }

  /// The port's id in Open vSwitch.
  func interfaceID() throws(Diagnostic) -> UUID {
    if let ovsInterfaceID { return ovsInterfaceID }
    return try requiredID()
  }

  func requiredID() throws(Diagnostic) -> UUID {
    guard let id else { throw Diagnostic.missingKey("id").at("id") }
    return id
  }

  /// The PCI function that the port is on.
  func pciSlot() throws(Diagnostic) -> PCIAddress {
    guard let slot = profile.pciSlot else {
      throw Diagnostic.missingKey("pci_slot").at("pci_slot").at("profile")
    }
    return slot
  }

  func offload() throws(Diagnostic) -> DatapathOffloadRepresentor {
    var offload = DatapathOffloadRepresentor()
    offload.representorName = .value(try vifName())
    offload.representorAddress = .value(try pciSlot().description)
    return offload.asNew
  }

  /// An Ethernet function of the host, for a plugin of os-vif.
  func hostDevice(
    plugin: String,
    profile: PortProfile? = nil
  ) throws(Diagnostic) -> VIFHostDevice {
    var vif = VIFHostDevice()
    vif.devType = .ethernet
    vif.devAddress = try pciSlot()
    vif.base = try base(plugin: plugin, profile: profile)
    return vif.asNew
  }
}
