package import Diagnostics
package import JSONText

/// What a VIF's port is to the switch that it is on.
///
/// One of os-vif's nine classes, a closed set.
public indirect enum PortProfile: Hashable, Sendable {
  /// Only what every profile has.
  case base(PortProfileBase)
  /// A port of an Open vSwitch bridge.
  case openVSwitch(PortProfileOpenVSwitch)
  /// A port of a fast-path Open vSwitch bridge.
  case fpOpenVSwitch(PortProfileFPOpenVSwitch)
  /// A port behind a representor on Open vSwitch.
  case ovsRepresentor(PortProfileOVSRepresentor)
  /// A port of a fast-path Linux bridge.
  case fpBridge(PortProfileFPBridge)
  /// A fast-path TAP port.
  case fpTap(PortProfileFPTap)
  /// An IEEE 802.1Qbg virtual station interface.
  case ieee8021Qbg(PortProfile8021Qbg)
  /// An IEEE 802.1Qbh port extender.
  case ieee8021Qbh(PortProfile8021Qbh)
  /// A DPDK port of a Kubernetes pod.
  case k8sDPDK(PortProfileK8sDPDK)

  /// The fields of the three Open vSwitch profiles, which are one to libvirt; nil for the others.
  public var openVSwitch: OpenVSwitchFields? {
    switch self {
    case .openVSwitch(let profile): profile.openVSwitch
    case .fpOpenVSwitch(let profile): profile.openVSwitch
    case .ovsRepresentor(let profile): profile.openVSwitch
    case .base, .fpBridge, .fpTap, .ieee8021Qbg, .ieee8021Qbh, .k8sDPDK: nil
    }
  }
}

extension PortProfile {
  /// The name of the class in os-vif.
  public var className: String { type(of: object).className }

  /// The version that the object came with.
  public var version: ObjectVersion { object.version }
}

extension PortProfile: ObjectChoice {
  package static let classNames = [
    PortProfileBase.className, PortProfileOpenVSwitch.className, PortProfileFPOpenVSwitch.className,
    PortProfileOVSRepresentor.className, PortProfileFPBridge.className, PortProfileFPTap.className,
    PortProfile8021Qbg.className, PortProfile8021Qbh.className, PortProfileK8sDPDK.className,
  ]

  package static func read(
    _ name: JSONToken,
    _ version: ObjectVersion,
    _ changes: ChangedFields,
    _ reader: inout JSONReader
  ) throws(Diagnostic) -> Self? {
    if reader.token(name, is: PortProfileBase.className) {
      return .base(try PortProfileBase(data: &reader, version: version, changes: changes))
    }
    if reader.token(name, is: PortProfileOpenVSwitch.className) {
      return .openVSwitch(
        try PortProfileOpenVSwitch(data: &reader, version: version, changes: changes)
      )
    }
    if reader.token(name, is: PortProfileFPOpenVSwitch.className) {
      return .fpOpenVSwitch(
        try PortProfileFPOpenVSwitch(data: &reader, version: version, changes: changes)
      )
    }
    if reader.token(name, is: PortProfileOVSRepresentor.className) {
      return .ovsRepresentor(
        try PortProfileOVSRepresentor(data: &reader, version: version, changes: changes)
      )
    }
    if reader.token(name, is: PortProfileFPBridge.className) {
      return .fpBridge(try PortProfileFPBridge(data: &reader, version: version, changes: changes))
    }
    if reader.token(name, is: PortProfileFPTap.className) {
      return .fpTap(try PortProfileFPTap(data: &reader, version: version, changes: changes))
    }
    if reader.token(name, is: PortProfile8021Qbg.className) {
      return .ieee8021Qbg(try PortProfile8021Qbg(data: &reader, version: version, changes: changes))
    }
    if reader.token(name, is: PortProfile8021Qbh.className) {
      return .ieee8021Qbh(try PortProfile8021Qbh(data: &reader, version: version, changes: changes))
    }
    if reader.token(name, is: PortProfileK8sDPDK.className) {
      return .k8sDPDK(try PortProfileK8sDPDK(data: &reader, version: version, changes: changes))
    }
    return nil
  }

  package var object: any DeclaredObject {
    switch self {
    case .base(let object): object
    case .openVSwitch(let object): object
    case .fpOpenVSwitch(let object): object
    case .ovsRepresentor(let object): object
    case .fpBridge(let object): object
    case .fpTap(let object): object
    case .ieee8021Qbg(let object): object
    case .ieee8021Qbh(let object): object
    case .k8sDPDK(let object): object
    }
  }

  package consuming func mapped(_ change: inout some ObjectChange) throws(Diagnostic) -> Self {
    switch consume self {
    case .base(let object): .base(try change.changed(object))
    case .openVSwitch(let object): .openVSwitch(try change.changed(object))
    case .fpOpenVSwitch(let object): .fpOpenVSwitch(try change.changed(object))
    case .ovsRepresentor(let object): .ovsRepresentor(try change.changed(object))
    case .fpBridge(let object): .fpBridge(try change.changed(object))
    case .fpTap(let object): .fpTap(try change.changed(object))
    case .ieee8021Qbg(let object): .ieee8021Qbg(try change.changed(object))
    case .ieee8021Qbh(let object): .ieee8021Qbh(try change.changed(object))
    case .k8sDPDK(let object): .k8sDPDK(try change.changed(object))
    }
  }
}
