public import Diagnostics
import VIFModel

/// Which port profile may stand on which VIF type.
///
/// "plugin's" in the comments: metadata that the plugging side uses and libvirt has no element
/// for. Nothing of it is written; nothing of it is lost from the model.
enum PairRules {
  /// Why this pair is refused, or nil.
  ///
  /// Both switches are exhaustive: a new type or profile does not compile until it stands here.
  static func refusal(of vif: VIF) -> Diagnostic? {
    reason(vif).map { unsupported(vif, because: $0) }
  }

  /// The refusal of a VIF with its profile, for this reason.
  static func unsupported(_ vif: VIF, because reason: String) -> Diagnostic {
    let profile = vif.base.portProfile?.className
    let refusal = Diagnostic(
      .pairUnsupported,
      "with \(profile.map { "port profile \($0)" } ?? "no port profile") there is no libvirt interface:"
        + " \(reason)",
      value: profile ?? "none"
    )
    return profile == nil ? refusal.atVIF() : refusal.atVIF("port_profile")
  }

  private static func reason(_ vif: VIF) -> String? {
    switch vif {
    case .generic(let vif): genericReason(vif.base.portProfile)
    case .bridge(let vif): bridgeReason(vif.base.portProfile)
    case .openVSwitch(let vif): openVSwitchReason(vif.base.portProfile)
    case .direct(let vif): directReason(vif.base.portProfile)
    case .vHostUser(let vif): vHostUserReason(vif.base.portProfile)
    case .hostDevice(let vif): hostDeviceReason(vif.base.portProfile)
    case .nestedDPDK: nestedReason
    }
  }

  static let nestedReason =
    "it is plugged inside the guest by kuryr-kubernetes, and libvirt has no element for it"

  private static let qbgReason = "802.1Qbg is a port of a macvtap device (VIFDirect)"
  private static let qbhReason =
    "802.1Qbh is a port of a macvtap device (VIFDirect) or of a host device (VIFHostDevice)"
  private static let k8sReason = "a K8sDPDK port is inside a guest (VIFNestedDPDK)"
  private static let fastPathReason = "no plugin makes such a port"

  private static func genericReason(_ profile: PortProfile?) -> String? {
    switch profile {
    case nil, .base, .openVSwitch, .fpOpenVSwitch, .ovsRepresentor, .fpBridge, .fpTap:
      nil  // plugin's
    case .ieee8021Qbg: qbgReason
    case .ieee8021Qbh: qbhReason
    case .k8sDPDK: k8sReason
    }
  }

  private static func bridgeReason(_ profile: PortProfile?) -> String? {
    switch profile {
    case nil, .base, .openVSwitch, .fpOpenVSwitch, .ovsRepresentor, .fpBridge: nil  // plugin's
    case .fpTap: "a fast-path TAP is on no bridge"
    case .ieee8021Qbg: qbgReason
    case .ieee8021Qbh: qbhReason
    case .k8sDPDK: k8sReason
    }
  }

  private static func openVSwitchReason(_ profile: PortProfile?) -> String? {
    switch profile {
    case nil, .base, .openVSwitch, .fpOpenVSwitch, .ovsRepresentor: nil  // the virtualport
    case .fpBridge, .fpTap: "the port is not one of Open vSwitch"
    case .ieee8021Qbg: qbgReason
    case .ieee8021Qbh: qbhReason
    case .k8sDPDK: k8sReason
    }
  }

  private static func directReason(_ profile: PortProfile?) -> String? {
    switch profile {
    case nil, .base, .ieee8021Qbg, .ieee8021Qbh: nil  // the virtualport
    case .openVSwitch, .fpOpenVSwitch, .ovsRepresentor:
      "a macvtap device is no port of Open vSwitch"
    case .fpBridge, .fpTap: fastPathReason
    case .k8sDPDK: k8sReason
    }
  }

  private static func vHostUserReason(_ profile: PortProfile?) -> String? {
    switch profile {
    case nil, .base, .openVSwitch, .fpOpenVSwitch, .ovsRepresentor, .fpBridge, .fpTap:
      nil  // plugin's
    case .ieee8021Qbg: qbgReason
    case .ieee8021Qbh: qbhReason
    case .k8sDPDK: k8sReason
    }
  }

  private static func hostDeviceReason(_ profile: PortProfile?) -> String? {
    switch profile {
    case nil, .base, .openVSwitch, .ovsRepresentor: nil  // plugin's
    case .ieee8021Qbh: nil  // the virtualport
    case .fpOpenVSwitch, .fpBridge, .fpTap: fastPathReason
    case .ieee8021Qbg: "libvirt starts a host device with an 802.1Qbh port only"
    case .k8sDPDK: k8sReason
    }
  }
}

extension Diagnostic.Code {
  /// A VIF type with a port profile that no plugin produces and libvirt could not honour.
  public static let pairUnsupported = Diagnostic.Code(rawValue: "pair.unsupported")
}
