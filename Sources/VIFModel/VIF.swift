package import Diagnostics
package import JSONText

/// A virtual interface: how one guest NIC is attached on the host.
///
/// One of os-vif's seven types. The enumeration is closed: what is done with a VIF is an exhaustive
/// `switch`, so a new type does not compile until it is dealt with everywhere.
public enum VIF: Hashable, Sendable {
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
  /// The name of the class in os-vif.
  public var className: String { type(of: object).className }

  /// The version that the object came with.
  public var version: ObjectVersion { object.version }
}

extension VIF: ObjectChoice {
  package static let classNames = [
    VIFGeneric.className, VIFBridge.className, VIFOpenVSwitch.className, VIFDirect.className,
    VIFVHostUser.className, VIFHostDevice.className, VIFNestedDPDK.className,
  ]

  package static func read(
    _ className: String,
    _ version: ObjectVersion,
    _ reader: inout JSONReader
  ) throws(Diagnostic) -> Self? {
    switch className {
    case VIFGeneric.className: .generic(try VIFGeneric(data: &reader, version: version))
    case VIFBridge.className: .bridge(try VIFBridge(data: &reader, version: version))
    case VIFOpenVSwitch.className: .openVSwitch(try VIFOpenVSwitch(data: &reader, version: version))
    case VIFDirect.className: .direct(try VIFDirect(data: &reader, version: version))
    case VIFVHostUser.className: .vHostUser(try VIFVHostUser(data: &reader, version: version))
    case VIFHostDevice.className: .hostDevice(try VIFHostDevice(data: &reader, version: version))
    case VIFNestedDPDK.className: .nestedDPDK(try VIFNestedDPDK(data: &reader, version: version))
    default: nil
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

  package func mapped(_ change: inout some ObjectChange) throws(Diagnostic) -> Self {
    switch self {
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
