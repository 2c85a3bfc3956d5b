public import Addresses
public import Diagnostics
package import JSONText
public import VIFModel

/// One item of input: a VIF, with what is asked of its translation.
///
/// In JSON either a bare os-vif primitive, or
/// `{"id"?, "vif": PRIMITIVE, "guest"?: SETTINGS, "host"?: {"netdev": {PCI: name}, "vdpa": {…}}}`.
public struct TranslationRequest: Hashable, Sendable {
  /// What the item is called in the answer: the JSON text of a string or a number.
  public var id: String?
  /// The VIF.
  public var vif: VIF
  /// What the guest wants.
  public var guest: GuestSettings
  /// Names of network devices by PCI address; others are asked of the host.
  public var netdevs: [PCIAddress: String] = [:]
  /// Paths of vDPA devices by PCI address; others are asked of the host.
  public var vdpaDevices: [PCIAddress: String] = [:]

  private var isBare = true

  enum Key: String, CaseIterable { case id, vif, guest, host }
  enum HostKey: String, CaseIterable { case netdev, vdpa }

  /// Reads the item that comes next.
  ///
  /// - Parameters:
  ///   - defaults: What holds for the settings that the item leaves out.
  ///   - id: Gets the item's id as soon as it is known, so that a fault can be told with it.
  package init(
    reading reader: inout JSONReader,
    defaults: GuestSettings,
    id: inout String?
  ) throws(Diagnostic) {
    guard try reader.isWrapped(by: Key.allCases.map(\.rawValue)) else {
      vif = try VIF(reading: &reader)
      guest = defaults
      return
    }
    isBare = false
    var vif: VIF?
    var guest = defaults
    var netdevs: [PCIAddress: String] = [:]
    var vdpaDevices: [PCIAddress: String] = [:]
    try reader.readClosedObject(of: Key.self) { reader, key throws(Diagnostic) in
      switch key {
      case .id: id = try reader.readID()
      case .vif:
        vif = try reader.locatingWarnings { reader throws(Diagnostic) in
          try VIF(reading: &reader)
        }
      case .guest: guest = try GuestSettings(reading: &reader, defaults: defaults)
      case .host:
        try reader.readClosedObject(of: HostKey.self) { reader, key throws(Diagnostic) in
          let table = try reader.readTable()
          switch key {
          case .netdev: netdevs = table
          case .vdpa: vdpaDevices = table
          }
        }
      }
    }
    guard let vif else { throw Diagnostic.missingKey("vif") }
    self.id = id
    self.vif = vif
    self.guest = guest
    self.netdevs = netdevs
    self.vdpaDevices = vdpaDevices
  }

  /// Translates the VIF; host devices that the item does not name are asked of `host`.
  ///
  /// - Throws: As ``Translation/init(of:guest:host:)``, with paths as the item has them.
  public func translation(host: any HostDevices) throws(Diagnostic) -> Translation {
    try Translation(
      of: vif,
      guest: guest,
      host: HostDeviceTable(netdevs: netdevs, vdpaDevices: vdpaDevices, others: host)
    )
  }

  /// The diagnostic with the path that leads to its place in this item: in a bare primitive there
  /// is no `vif` on the way.
  public func placed(_ diagnostic: Diagnostic) -> Diagnostic {
    guard isBare, diagnostic.path.components.first == "vif" else { return diagnostic }
    return diagnostic.at(JSONPointer(Array(diagnostic.path.components.dropFirst())))
  }
}

extension JSONReader {
  /// Reads an object whose keys are PCI addresses.
  fileprivate mutating func readTable() throws(Diagnostic) -> [PCIAddress: String] {
    var table: [PCIAddress: String] = [:]
    try beginObject()
    while try nextKey() {
      let name = keyText
      do throws(Diagnostic) {
        table[try PCIAddress(name)] = try readString()
      } catch {
        throw error.at(name)
      }
    }
    return table
  }
}
