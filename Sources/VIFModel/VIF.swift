package import Diagnostics
package import JSONText

/// A virtual interface: how one guest NIC is attached on the host.
///
/// One of os-vif's seven types.
///
/// The enumeration is closed: what is done with a VIF is an exhaustive `switch`, so a new type
/// does not compile until it is dealt with everywhere.
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

  /// The name of the VIF's class in os-vif, as `VIFBridge`.
  public var className: String {
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

  /// The version that the VIF came with.
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

  private static let classNames = [
    VIFGeneric.className, VIFBridge.className, VIFOpenVSwitch.className, VIFDirect.className,
    VIFVHostUser.className, VIFHostDevice.className, VIFNestedDPDK.className,
  ]
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

  /// Reads the VIF that comes next.
  package init(reading reader: inout JSONReader) throws(Diagnostic) {
    let (vif, changes) = try reader.readEnvelope {
      reader,
      className,
      version throws(Diagnostic) -> VIF in
      switch className {
      case VIFGeneric.className: .generic(try VIFGeneric(data: &reader, version: version))
      case VIFBridge.className: .bridge(try VIFBridge(data: &reader, version: version))
      case VIFOpenVSwitch.className:
        .openVSwitch(try VIFOpenVSwitch(data: &reader, version: version))
      case VIFDirect.className: .direct(try VIFDirect(data: &reader, version: version))
      case VIFVHostUser.className: .vHostUser(try VIFVHostUser(data: &reader, version: version))
      case VIFHostDevice.className: .hostDevice(try VIFHostDevice(data: &reader, version: version))
      case VIFNestedDPDK.className: .nestedDPDK(try VIFNestedDPDK(data: &reader, version: version))
      default: throw ClassName.unexpected(className, expected: Self.classNames)
      }
    }
    self = vif.with(changes: changes)
  }

  private func with(changes: Set<String>) -> VIF {
    if changes.isEmpty { return self }
    return switch self {
    case .generic(let vif): .generic(vif.with(changes: changes))
    case .bridge(let vif): .bridge(vif.with(changes: changes))
    case .openVSwitch(let vif): .openVSwitch(vif.with(changes: changes))
    case .direct(let vif): .direct(vif.with(changes: changes))
    case .vHostUser(let vif): .vHostUser(vif.with(changes: changes))
    case .hostDevice(let vif): .hostDevice(vif.with(changes: changes))
    case .nestedDPDK(let vif): .nestedDPDK(vif.with(changes: changes))
    }
  }
}
