public import Diagnostics

/// The device on the host's side: libvirt's `<target>`.
public struct Target: Hashable, Sendable {
  /// The device's name.
  public var dev: DeviceName
  /// False for a device that is there already, and stays; type ethernet only.
  public var managed: Bool?

  /// Names a device.
  public init(dev: DeviceName, managed: Bool? = nil) {
    self.dev = dev
    self.managed = managed
  }

  func write(to writer: inout XMLWriter) throws(Diagnostic) {
    try writer.element("target") { writer throws(Diagnostic) in
      try writer.attribute("dev", "\(dev)")
      try writer.attribute("managed", yesNo: managed)
    }
  }
}

extension Target: RuledElement {
  func refusal(in interface: Interface) -> Diagnostic? {
    guard managed == false, interface.type != .ethernet else { return nil }
    return Interface.unsupported("an unmanaged target", by: interface.type, bound: [.ethernet])
      .at("managed")
  }

  func remarks(in interface: Interface) -> [Diagnostic] {
    let prefixes = ["vnet", "macvtap", "macvlan"]
    let remarks = dev.remark.map { [$0.at("dev")] } ?? []
    let name = "\(dev)".utf8
    guard managed != false, let prefix = prefixes.first(where: { name.starts(with: $0.utf8) })
    else {
      return remarks
    }
    return remarks + [
      Diagnostic(
        .targetGenerated,
        "libvirt takes the name '\(dev)' for one of its own and drops it, for it begins with"
          + " '\(prefix)'",
        value: "\(dev)",
        bound: "a name that begins with none of \(prefixes.joined(separator: ", "))",
        remedy: "rename the device if it must be found by name"
      ).at("dev")
    ]
  }
}

extension Diagnostic.Code {
  /// A target name that libvirt drops.
  public static let targetGenerated = Diagnostic.Code(rawValue: "target.generated")
}
