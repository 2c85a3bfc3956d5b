public import Addresses
import Diagnostics

/// The PCI function of an interface of type hostdev.
public struct HostDeviceSource: Hashable, Sendable {
  /// The function's address on the host.
  public var address: PCIAddress
  /// Whether libvirt takes the function from its driver before use and gives it back after.
  public var managed: Bool

  /// Names a function.
  public init(address: PCIAddress, managed: Bool = true) {
    self.address = address
    self.managed = managed
  }

  func write(to writer: inout XMLWriter) throws(Diagnostic) {
    try writer.element("source") { writer throws(Diagnostic) in
      try writer.element("address") { writer throws(Diagnostic) in
        try writer.attribute("type", "pci")
        try writer.attributes(of: address)
      }
    }
  }
}

extension XMLWriter {
  /// A PCI address's parts, each with as many digits as libvirt gives it.
  mutating func attributes(of address: PCIAddress) throws(Diagnostic) {
    try attribute("domain", hexadecimal: address.domain, digits: 4)
    try attribute("bus", hexadecimal: address.bus, digits: 2)
    try attribute("slot", hexadecimal: address.slot, digits: 2)
    try attribute("function", hexadecimal: address.function, digits: 1)
  }
}
