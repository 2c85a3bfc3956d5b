public import Addresses
import Diagnostics

/// An address on a PCI bus of the guest: `<address type='pci' domain='0x0000' …/>`.
public struct PCIDeviceAddress: Hashable, Sendable {
  /// What tells the device on s390, beside its address: `<zpci uid='0x0001' fid='0x00000000'/>`.
  public struct ZPCI: Hashable, Sendable {
    /// The number that the guest's user gives, 1…65535.
    public var uid: UInt32?
    /// The number that the hypervisor gives.
    public var fid: UInt32?

    /// Gives at least one of the numbers.
    public init(uid: UInt32?, fid: UInt32?) {
      self.uid = uid
      self.fid = fid
    }
  }

  /// The address; nil for one that libvirt chooses.
  public let pci: PCIAddress?
  /// Whether further functions of the same slot are in use.
  public let multifunction: Bool?
  /// What tells the device on s390.
  public let zpci: ZPCI?

  /// Makes an address.
  public init(pci: PCIAddress?, multifunction: Bool? = nil, zpci: ZPCI? = nil) {
    self.pci = pci
    self.multifunction = multifunction
    self.zpci = zpci
  }

  func writeAttributes(to writer: inout XMLWriter) throws(Diagnostic) {
    if let pci { try writer.attributes(of: pci) }
    try writer.attribute("multifunction", onOff: multifunction)
    guard let zpci else { return }
    try writer.element("zpci") { writer throws(Diagnostic) in
      try writer.attribute("uid", hexadecimal: zpci.uid ?? 0, digits: 4)
      try writer.attribute("fid", hexadecimal: zpci.fid ?? 0, digits: 8)
    }
  }
}

extension PCIDeviceAddress {
  init(_ reader: inout ElementReader) throws(Diagnostic) {
    let address = try PCIAddress(&reader)
    pci = address.isUnset ? nil : address
    multifunction = try reader.onOff("multifunction")
    zpci =
      reader.permits(.firstZPCI)
      ? try reader.child("zpci", ZPCI.init) : try reader.lastChild("zpci", ZPCI.init)
  }
}

extension PCIDeviceAddress.ZPCI {
  init?(_ reader: inout ElementReader) throws(Diagnostic) {
    uid = try reader.number("uid", .prefixed)
    fid = try reader.number("fid", .prefixed)
    if uid == nil, fid == nil { return nil }
  }

  /// libvirt reads these numbers in a source too, and keeps them nowhere.
  static func checkUnkept(_ reader: ElementReader) throws(Diagnostic) {
    guard let element = reader.element.first("zpci") else { return }
    var reader = ElementReader(element, as: reader.libvirt)
    do throws(Diagnostic) {
      _ = try Self(&reader)
    } catch {
      throw error.at("zpci")
    }
  }
}
