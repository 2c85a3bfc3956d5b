public import Diagnostics
import FileAccess

/// A device of the host's that the guest is given whatever it is: libvirt's `<hostdev>`.
public struct HostDevice: Hashable, Sendable {
  /// The device.
  public var source: HostDeviceSource
  /// How the device is given; PCI only.
  public var driver: Driver?
  /// The device's part in a failover pair; libvirt takes the transient one only.
  public var teaming: Teaming?
  /// Place in the order of boot devices.
  public var boot: Boot?
  /// The name that users give the device.
  public var alias: Alias?
  /// The option ROM that the guest sees.
  public var rom: ROM?
  /// What ACPI tells the guest of the device.
  public var acpi: ACPI?
  /// Address on a bus of the guest.
  public var address: DeviceAddress?
  /// What a document had besides, which no field holds: it is written back where it was.
  public var leftovers: [Leftover] = []

  /// A device without anything else.
  public init(source: HostDeviceSource) { self.source = source }

  /// Writes the element as `virsh dumpxml` would print it, without indentation, with a line end.
  ///
  /// - Throws: `xml.character` for a text that XML cannot hold.
  public func xml() throws(Diagnostic) -> String {
    var writer = XMLWriter()
    try writer.element("hostdev") { writer throws(Diagnostic) in
      try writer.attribute("mode", "subsystem")
      try writer.attribute("type", source.isPCI ? "pci" : "usb")
      try writer.attribute("managed", yesNo: source.managed)
      try driver?.writeOfHostDevice(to: &writer)
      try source.write(hasAddressType: false, to: &writer)
      try teaming?.write(to: &writer)
      try boot?.write(to: &writer)
      try alias?.write(to: &writer)
      try rom?.write(to: &writer)
      try acpi?.write(to: &writer)
      try address?.write(to: &writer)
    }
    return try leftovers.written(into: writer.finish().text)
  }
}

extension HostDevice {
  /// Reads a `<hostdev>`, losing nothing: what no field holds is kept among ``leftovers``.
  ///
  /// - Throws: What libvirt would refuse, and `hostdev.kind` for a device that is neither of PCI nor
  ///   of USB.
  public init(xml: String) throws(Diagnostic) {
    try self.init(XMLRepair.root(of: xml).0)
  }

  package init(_ element: XMLElement) throws(Diagnostic) {
    guard element.name == "hostdev" else {
      throw Diagnostic(
        .hostDeviceKind,
        "<\(Diagnostic.shortened(element.name))> is no host device",
        value: element.name,
        bound: "hostdev"
      )
    }
    var reader = ElementReader(element, as: nil)
    guard reader.text("mode") == "subsystem", let type = reader.text("type"),
      type == "pci" || type == "usb"
    else {
      throw Diagnostic(
        .hostDeviceKind,
        "the host device is neither of PCI nor of USB",
        value: element["type"],
        bound: "mode subsystem, type pci or usb"
      ).at("@type")
    }
    source = try reader.source { reader throws(Diagnostic) -> HostDeviceSource in
      try HostDeviceSource(type, &reader)
    }
    source.managed = try reader.yesNo("managed") ?? false
    let carrier = Driver.Carrier(isHostDevice: true, isPCI: type == "pci", isVirtio: false)
    driver = try reader.child("driver") { reader throws(Diagnostic) in
      try Driver(of: carrier, &reader)
    }
    teaming = try reader.mergedChild("teaming", Teaming.init)
    boot = try reader.child("boot", Boot.init)
    alias = try reader.mergedChild("alias", Alias.init)
    rom = try reader.child("rom", ROM.init)
    acpi = try reader.child("acpi", ACPI.init)
    address = try reader.child("address", DeviceAddress.init)
    reader.finish()
    leftovers = reader.leftovers
  }
}

extension Diagnostic.Code {
  /// A host device of another kind than can be plugged in here.
  public static let hostDeviceKind = Self(rawValue: "hostdev.kind")
}
