import Diagnostics

/// The names of all classes of os-vif's object model.
enum ClassName {
  static let all: Set<String> = [
    "VIFBase", "VIFGeneric", "VIFBridge", "VIFOpenVSwitch", "VIFDirect", "VIFVHostUser",
    "VIFHostDevice", "VIFNestedDPDK", "DatapathOffloadBase", "DatapathOffloadRepresentor",
    "VIFPortProfileBase", "VIFPortProfileOpenVSwitch", "VIFPortProfileFPOpenVSwitch",
    "VIFPortProfileOVSRepresentor", "VIFPortProfileFPBridge", "VIFPortProfileFPTap",
    "VIFPortProfile8021Qbg", "VIFPortProfile8021Qbh", "VIFPortProfileK8sDPDK", "Network", "Subnet",
    "SubnetList", "Route", "RouteList", "FixedIP", "FixedIPList", "InstanceInfo",
    "HostPortProfileInfo", "HostVIFInfo", "HostPluginInfo", "HostInfo",
  ]

  /// Why an object of this class is refused where one of the expected classes must stand.
  static func unexpected(_ name: String, expected: [String]) -> Diagnostic {
    if all.contains(name) {
      return Diagnostic(
        .objectClassUnexpected,
        name == "VIFBase"
          ? "VIFBase is abstract: it does not say how the NIC is attached"
          : "an object of class \(name) cannot stand here",
        value: name,
        bound: expected.joined(separator: ", ")
      )
    }
    let guess = nearest(to: name, among: expected) ?? nearest(to: name, among: all.sorted())
    return Diagnostic(
      .objectClassUnknown,
      "os-vif has no class '\(Diagnostic.shortened(name))'",
      value: name,
      bound: expected.joined(separator: ", "),
      remedy: guess.map { "did you mean \($0)?" }
    )
  }
}
