public import Addresses
import Diagnostics
import JSONText

/// What the host was told of the port: Neutron's `binding:profile`, `profile` in `network_info`.
public struct BindingProfile: Hashable, Sendable {
  /// PCI address of the function that the port is on.
  public var pciSlot: Deferred<PCIAddress>?

  /// A profile in which nothing is set.
  public init() {}

  enum Key: String, CaseIterable { case pciSlot = "pci_slot" }

  init(reading reader: inout JSONReader) throws(Diagnostic) {
    try reader.readMembers(of: Key.self) { reader, key throws(Diagnostic) in
      switch key {
      case .pciSlot:
        pciSlot = try reader.readDeferred { reader throws(Diagnostic) in
          try PCIAddress(reader.readString())
        }
      }
    }
  }
}
