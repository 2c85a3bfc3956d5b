import Addresses
import Diagnostics

/// A device of the host's that the guest is given whatever it is: libvirt's `<hostdev>`.
public struct HostDevice: Hashable, Sendable {
  /// The device.
  public var source: HostDeviceSource
  /// The device's part in a failover pair; libvirt takes the transient one only.
  public var teaming: Teaming?
  /// Place in the order of boot devices.
  public var boot: Boot?
  /// The name that users give the device.
  public var alias: Alias?
  /// The option ROM that the guest sees.
  public var rom: ROM?
  /// Address on the guest's PCI bus.
  public var address: DeviceAddress?

  /// A device without anything else.
  public init(source: HostDeviceSource) { self.source = source }

  /// Writes the element as `virsh dumpxml` would print it, without indentation, with a line end.
  ///
  /// - Throws: `xml.character` for a text that XML cannot hold.
  public func xml() throws(Diagnostic) -> String {
    var writer = try XMLWriter()
    try writer.element("hostdev") { writer throws(Diagnostic) in
      try writer.attribute("mode", "subsystem")
      try writer.attribute("type", source.isPCI ? "pci" : "usb")
      try writer.attribute("managed", yesNo: source.managed)
      try source.write(hasAddressType: false, to: &writer)
      try teaming?.write(to: &writer)
      try boot?.write(to: &writer)
      try alias?.write(to: &writer)
      try rom?.write(to: &writer)
      try address?.write(to: &writer)
    }
    return try writer.finish()
  }
}
