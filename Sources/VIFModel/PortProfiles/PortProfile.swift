package import Diagnostics
package import JSONText

/// What a VIF's port is to the switch that it is on.
///
/// One of os-vif's nine classes, a closed set.
public enum PortProfile: Hashable, Sendable {
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

  /// The name of the class in os-vif.
  public var className: String {
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

  /// The version that the profile came with.
  public var version: ObjectVersion {
    switch self {
    case .base(let profile): profile.version
    case .openVSwitch(let profile): profile.version
    case .fpOpenVSwitch(let profile): profile.version
    case .ovsRepresentor(let profile): profile.version
    case .fpBridge(let profile): profile.version
    case .fpTap(let profile): profile.version
    case .ieee8021Qbg(let profile): profile.version
    case .ieee8021Qbh(let profile): profile.version
    case .k8sDPDK(let profile): profile.version
    }
  }

  private static let classNames = [
    PortProfileBase.className, PortProfileOpenVSwitch.className, PortProfileFPOpenVSwitch.className,
    PortProfileOVSRepresentor.className, PortProfileFPBridge.className, PortProfileFPTap.className,
    PortProfile8021Qbg.className, PortProfile8021Qbh.className, PortProfileK8sDPDK.className,
  ]
}

extension PortProfile: FieldValue {
  package init(reading reader: inout JSONReader) throws(Diagnostic) {
    let (object, changes) = try reader.readEnvelope {
      reader,
      className,
      version throws(Diagnostic) -> PortProfile in
      switch className {
      case PortProfileBase.className:
        .base(try PortProfileBase(data: &reader, version: version))
      case PortProfileOpenVSwitch.className:
        .openVSwitch(try PortProfileOpenVSwitch(data: &reader, version: version))
      case PortProfileFPOpenVSwitch.className:
        .fpOpenVSwitch(try PortProfileFPOpenVSwitch(data: &reader, version: version))
      case PortProfileOVSRepresentor.className:
        .ovsRepresentor(try PortProfileOVSRepresentor(data: &reader, version: version))
      case PortProfileFPBridge.className:
        .fpBridge(try PortProfileFPBridge(data: &reader, version: version))
      case PortProfileFPTap.className:
        .fpTap(try PortProfileFPTap(data: &reader, version: version))
      case PortProfile8021Qbg.className:
        .ieee8021Qbg(try PortProfile8021Qbg(data: &reader, version: version))
      case PortProfile8021Qbh.className:
        .ieee8021Qbh(try PortProfile8021Qbh(data: &reader, version: version))
      case PortProfileK8sDPDK.className:
        .k8sDPDK(try PortProfileK8sDPDK(data: &reader, version: version))
      default: throw ClassName.unexpected(className, expected: Self.classNames)
      }
    }
    self = object.with(changes: changes)
  }

  private func with(changes: Set<String>) -> PortProfile {
    if changes.isEmpty { return self }
    return switch self {
    case .base(let object): .base(object.with(changes: changes))
    case .openVSwitch(let object): .openVSwitch(object.with(changes: changes))
    case .fpOpenVSwitch(let object): .fpOpenVSwitch(object.with(changes: changes))
    case .ovsRepresentor(let object): .ovsRepresentor(object.with(changes: changes))
    case .fpBridge(let object): .fpBridge(object.with(changes: changes))
    case .fpTap(let object): .fpTap(object.with(changes: changes))
    case .ieee8021Qbg(let object): .ieee8021Qbg(object.with(changes: changes))
    case .ieee8021Qbh(let object): .ieee8021Qbh(object.with(changes: changes))
    case .k8sDPDK(let object): .k8sDPDK(object.with(changes: changes))
    }
  }
}
