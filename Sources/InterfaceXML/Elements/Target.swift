public import Diagnostics

/// The device on the host's side: libvirt's `<target>`.
public struct Target: Hashable, Sendable {
  /// The device's name; libvirt makes one when there is none.
  public var dev: DeviceName?
  /// False for a device that is there already, and stays; type ethernet only.
  public var managed: Bool?

  /// Names a device.
  public init(dev: DeviceName?, managed: Bool? = nil) {
    self.dev = dev
    self.managed = managed
  }

  func write(to writer: inout XMLWriter) throws(Diagnostic) {
    if dev == nil, managed == nil { return }
    try writer.element("target") { writer throws(Diagnostic) in
      try writer.attribute("dev", dev)
      try writer.attribute("managed", yesNo: managed)
    }
  }
}

extension Target {
  init?(_ reader: inout ElementReader) throws(Diagnostic) {
    let name = reader.text("dev").map { DeviceName(verbatim: $0) }
    managed = try reader.yesNo("managed")
    dev = name
    if let name, managed != false, let remark = Self.generated(name) {
      let isDropped = reader.drops(
        "@dev",
        .targetGenerated,
        remark.problem,
        value: "\(name)",
        bound: remark.details.bound,
        remedy: remark.details.remedy
      )
      if isDropped { dev = nil }
    }
    if dev == nil, managed == nil { return nil }
  }

  /// The names that libvirt gives by itself, and so drops from a definition.
  static func generated(_ name: DeviceName) -> Diagnostic? {
    let text = name.description
    guard mayBeGenerated(text.utf8.span) else { return nil }
    let prefix =
      prefixes.first { text.hasPrefix($0) } ?? (isOfTestDriver(text.utf8) ? "testnet" : nil)
    guard let prefix else { return nil }
    return Diagnostic(
      .targetGenerated,
      "libvirt takes the name '\(name)' for one of its own and drops it, for it begins with"
        + " '\(prefix)'",
      value: "\(name)",
      bound: "a name that begins with none of \(prefixes.joined(separator: ", "))",
      remedy: "rename the device if it must be found by name"
    )
  }

  /// Whether a name begins like one that libvirt gives, as hardly any does.
  private static func mayBeGenerated(_ text: Span<UInt8>) -> Bool {
    guard text.count > 1 else { return false }
    return switch (text[0], text[1]) {
    case (UInt8(ascii: "v"), UInt8(ascii: "n")), (UInt8(ascii: "m"), UInt8(ascii: "a")),
      (UInt8(ascii: "t"), UInt8(ascii: "e")):
      true
    default: false
    }
  }

  /// Whether libvirt takes this name for one that it gave by itself.
  package static func isGenerated(_ name: String) -> Bool {
    generated(DeviceName(verbatim: name)) != nil
  }

  /// libvirt's test driver counts its devices with this name.
  private static let prefixes = ["vnet", "macvtap", "macvlan"]

  private static func isOfTestDriver(_ name: String.UTF8View) -> Bool {
    name.count > 7 && name.starts(with: "testnet".utf8)
      && name.dropFirst(7).allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }
}

extension Target: RuledElement {
  func refusal(in interface: Interface) -> Diagnostic? {
    guard managed == false, interface.type != .ethernet else { return nil }
    return Interface.unsupported("an unmanaged target", by: interface.type, bound: [.ethernet])
      .at("managed")
  }

  func remarks(in interface: Interface) -> [Diagnostic] {
    guard let dev else { return [] }
    let remarks = dev.remark.map { [$0.at("dev")] } ?? []
    guard managed != false, let generated = Self.generated(dev) else { return remarks }
    return remarks + [generated.at("dev")]
  }
}

extension Diagnostic.Code {
  /// A target name that libvirt drops.
  public static let targetGenerated = Diagnostic.Code(rawValue: "target.generated")
}
