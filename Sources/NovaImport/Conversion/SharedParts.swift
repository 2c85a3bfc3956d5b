import Addresses
import Diagnostics
import JSONText
import VIFModel

/// What VIFs of several types are made of.
extension NetworkInfoVIF {
  /// The fields that every VIF has.
  ///
  /// - Parameter plugin: The plugin of os-vif that plugs it; nil for a port that none does.
  /// - Throws: `key.missing` for what a plugin asks for.
  func base(plugin: String?, profile: PortProfile? = nil) throws(Diagnostic) -> VIFBaseFields {
    if plugin != nil {
      _ = try requiredID()
      guard network == nil || network?.id != nil else {
        throw Diagnostic.missingKey("id").at("id").at("network")
      }
    }
    var base = VIFBaseFields()
    base.id = id
    base.address = address.map { .value($0) } ?? .null
    base.network = .null
    if let network { base.network = .value(try network.network(forPlugin: plugin != nil)) }
    base.plugin = plugin
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
    do throws(Diagnostic) {
      return try slot.get()
    } catch {
      throw error.at("pci_slot").at("profile")
    }
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
