package import Addresses
package import Diagnostics
package import JSONText

/// A virtual interface: how one guest NIC is attached on the host.
///
/// One of os-vif's seven types. The enumeration is closed: what is done with a VIF is an exhaustive
/// `switch`, so a new type does not compile until it is dealt with everywhere.
public indirect enum VIF: Hashable, Sendable {
  /// A TAP device that the plugin sets up.
  case generic(VIFGeneric)
  /// A port of a Linux bridge.
  case bridge(VIFBridge)
  /// A port of an Open vSwitch bridge.
  case openVSwitch(VIFOpenVSwitch)
  /// A macvtap device.
  case direct(VIFDirect)
  /// A vhost-user socket.
  case vHostUser(VIFVHostUser)
  /// A PCI function of the host.
  case hostDevice(VIFHostDevice)
  /// A DPDK device inside the guest.
  case nestedDPDK(VIFNestedDPDK)

  /// The fields that every VIF has.
  public var base: VIFBaseFields {
    switch self {
    case .generic(let vif): vif.base
    case .bridge(let vif): vif.base
    case .openVSwitch(let vif): vif.base
    case .direct(let vif): vif.base
    case .vHostUser(let vif): vif.base
    case .hostDevice(let vif): vif.base
    case .nestedDPDK(let vif): vif.base
    }
  }
}

extension VIF {
  /// Reads a VIF from an os-vif primitive, the JSON text of `obj_to_primitive()`.
  ///
  /// - Parameters:
  ///   - json: One JSON value and nothing else.
  ///   - warnings: Gets what was passed over, such as unknown fields.
  /// - Throws: A `json.*` code for text that is not JSON, an `object.*` code for an envelope that
  ///   is not a VIF's, else the code of the field's type. The path leads to the field.
  public init(json: String, warnings: inout [Diagnostic]) throws(Diagnostic) {
    let read = try JSONReader.read(json) { reader throws(Diagnostic) in
      (vif: try VIF(reading: &reader), warnings: reader.warnings)
    }
    self = read.vif
    warnings += read.warnings
  }
}

extension VIF {
  /// Reads the primitive that comes next.
  ///
  /// A function of this type alone, which the compiler can make the best of: what reads any choice of
  /// classes is of no use to it in another module.
  package static func read(_ reader: inout JSONReader) throws(Diagnostic) -> VIF {
    try VIF(reading: &reader)
  }

  // Single fields that every VIF has: all of ``base`` would be copied for them.

  /// The MAC address that the guest's NIC has; nil for an unset one and for null.
  package var address: MACAddress? {
    switch self {
    case .generic(let vif): vif.base.address.value
    case .bridge(let vif): vif.base.address.value
    case .openVSwitch(let vif): vif.base.address.value
    case .direct(let vif): vif.base.address.value
    case .vHostUser(let vif): vif.base.address.value
    case .hostDevice(let vif): vif.base.address.value
    case .nestedDPDK(let vif): vif.base.address.value
    }
  }

  /// The network's MTU; nil without one, and without a network.
  package var networkMTU: Int64? {
    switch self {
    case .generic(let vif): vif.base.network.value?.mtu.value
    case .bridge(let vif): vif.base.network.value?.mtu.value
    case .openVSwitch(let vif): vif.base.network.value?.mtu.value
    case .direct(let vif): vif.base.network.value?.mtu.value
    case .vHostUser(let vif): vif.base.network.value?.mtu.value
    case .hostDevice(let vif): vif.base.network.value?.mtu.value
    case .nestedDPDK(let vif): vif.base.network.value?.mtu.value
    }
  }
}

extension VIF {
  /// The name of the class in os-vif.
  public var className: String { kind.className }

  /// The version that the object came with.
  public var version: ObjectVersion {
    switch self {
    case .generic(let vif): vif.version
    case .bridge(let vif): vif.version
    case .openVSwitch(let vif): vif.version
    case .direct(let vif): vif.version
    case .vHostUser(let vif): vif.version
    case .hostDevice(let vif): vif.version
    case .nestedDPDK(let vif): vif.version
    }
  }
}

extension VIF: ObjectChoice {
  package static let classNames = Kind.allCases.map(\.className)

  /// The seven types, without what is in them.
  private enum Kind: Int, CaseIterable {
    case generic, bridge, openVSwitch, direct, vHostUser, hostDevice, nestedDPDK

    var className: String {
      switch self {
      case .generic: VIFGeneric.className
      case .bridge: VIFBridge.className
      case .openVSwitch: VIFOpenVSwitch.className
      case .direct: VIFDirect.className
      case .vHostUser: VIFVHostUser.className
      case .hostDevice: VIFHostDevice.className
      case .nestedDPDK: VIFNestedDPDK.className
      }
    }
  }

  private var kind: Kind {
    switch self {
    case .generic: .generic
    case .bridge: .bridge
    case .openVSwitch: .openVSwitch
    case .direct: .direct
    case .vHostUser: .vHostUser
    case .hostDevice: .hostDevice
    case .nestedDPDK: .nestedDPDK
    }
  }

  package static func read(
    classAt index: Int,
    _ version: ObjectVersion?,
    _ changes: ChangedFields,
    _ reader: inout JSONReader
  ) throws(Diagnostic) -> Self? {
    switch Kind(rawValue: index) {
    case .generic: .generic(try VIFGeneric(data: &reader, version: version, changes: changes))
    case .bridge: .bridge(try VIFBridge(data: &reader, version: version, changes: changes))
    case .openVSwitch:
      .openVSwitch(try VIFOpenVSwitch(data: &reader, version: version, changes: changes))
    case .direct: .direct(try VIFDirect(data: &reader, version: version, changes: changes))
    case .vHostUser: .vHostUser(try VIFVHostUser(data: &reader, version: version, changes: changes))
    case .hostDevice:
      .hostDevice(try VIFHostDevice(data: &reader, version: version, changes: changes))
    case .nestedDPDK:
      .nestedDPDK(try VIFNestedDPDK(data: &reader, version: version, changes: changes))
    case nil: nil
    }
  }

  package var object: any DeclaredObject {
    switch self {
    case .generic(let object): object
    case .bridge(let object): object
    case .openVSwitch(let object): object
    case .direct(let object): object
    case .vHostUser(let object): object
    case .hostDevice(let object): object
    case .nestedDPDK(let object): object
    }
  }

  package consuming func mapped(_ change: inout some ObjectChange) throws(Diagnostic) -> Self {
    switch consume self {
    case .generic(let object): .generic(try change.changed(object))
    case .bridge(let object): .bridge(try change.changed(object))
    case .openVSwitch(let object): .openVSwitch(try change.changed(object))
    case .direct(let object): .direct(try change.changed(object))
    case .vHostUser(let object): .vHostUser(try change.changed(object))
    case .hostDevice(let object): .hostDevice(try change.changed(object))
    case .nestedDPDK(let object): .nestedDPDK(try change.changed(object))
    }
  }
}
