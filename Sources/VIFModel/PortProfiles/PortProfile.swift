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

  /// What of ``openVSwitch`` concerns libvirt; all of it would be copied for that.
  package var openVSwitchBinding: OpenVSwitchBinding? {
    switch self {
    case .openVSwitch(let profile): OpenVSwitchBinding(profile.openVSwitch)
    case .fpOpenVSwitch(let profile): OpenVSwitchBinding(profile.openVSwitch)
    case .ovsRepresentor(let profile): OpenVSwitchBinding(profile.openVSwitch)
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
  package static let classNames = Kind.allCases.map(\.className)

  /// The nine classes, without what is in them.
  private enum Kind: Int, CaseIterable {
    case base, openVSwitch, fpOpenVSwitch, ovsRepresentor, fpBridge, fpTap, ieee8021Qbg, ieee8021Qbh
    case k8sDPDK

    var className: String {
      switch self {
      case .base: PortProfileBase.className
      case .openVSwitch: PortProfileOpenVSwitch.className
      case .fpOpenVSwitch: PortProfileFPOpenVSwitch.className
      case .ovsRepresentor: PortProfileOVSRepresentor.className
      case .fpBridge: PortProfileFPBridge.className
      case .fpTap: PortProfileFPTap.className
      case .ieee8021Qbg: PortProfile8021Qbg.className
      case .ieee8021Qbh: PortProfile8021Qbh.className
      case .k8sDPDK: PortProfileK8sDPDK.className
      }
    }
  }

  package static func read(
    classAt index: Int,
    _ version: ObjectVersion?,
    _ changes: ChangedFields,
    _ reader: inout JSONReader
  ) throws(Diagnostic) -> Self? {
    switch Kind(rawValue: index) {
    case .base: .base(try PortProfileBase(data: &reader, version: version, changes: changes))
    case .openVSwitch:
      .openVSwitch(try PortProfileOpenVSwitch(data: &reader, version: version, changes: changes))
    case .fpOpenVSwitch:
      .fpOpenVSwitch(
        try PortProfileFPOpenVSwitch(data: &reader, version: version, changes: changes)
      )
    case .ovsRepresentor:
      .ovsRepresentor(
        try PortProfileOVSRepresentor(data: &reader, version: version, changes: changes)
      )
    case .fpBridge:
      .fpBridge(try PortProfileFPBridge(data: &reader, version: version, changes: changes))
    case .fpTap: .fpTap(try PortProfileFPTap(data: &reader, version: version, changes: changes))
    case .ieee8021Qbg:
      .ieee8021Qbg(try PortProfile8021Qbg(data: &reader, version: version, changes: changes))
    case .ieee8021Qbh:
      .ieee8021Qbh(try PortProfile8021Qbh(data: &reader, version: version, changes: changes))
    case .k8sDPDK:
      .k8sDPDK(try PortProfileK8sDPDK(data: &reader, version: version, changes: changes))
    case nil: nil
    }
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
