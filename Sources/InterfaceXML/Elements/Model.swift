public import Diagnostics

/// The device that the guest sees: libvirt's `<model>`.
public struct Model: Hashable, Sendable {
  /// The model's name, as libvirt spells it.
  public let type: String

  /// virtio, in the form that the machine type decides.
  public static let virtio = Model(known: "virtio")

  /// The models for which ``isVirtio`` holds, as a bound names them.
  static let virtioFamily = "virtio, virtio-transitional, virtio-non-transitional"

  private init(known type: String) { self.type = type }

  /// Names a model: one that libvirt knows, in any case, or another of the emulator's.
  ///
  /// - Throws: `model.malformed` unless the name is of ASCII letters, digits, `-` and `_`.
  public init(_ text: String) throws(Diagnostic) {
    if let known = Self.known.first(where: { Self.isSame($0, text) }) {
      type = known
      return
    }
    guard !text.isEmpty, text.utf8.allSatisfy({ Self.isAllowed($0) }) else {
      throw Diagnostic(
        .modelMalformed,
        "'\(Diagnostic.shortened(text))' cannot be the name of a model",
        value: text,
        bound: "ASCII letters, digits, '-' and '_'",
        remedy: nearest(to: text, among: Self.known).map { "did you mean '\($0)'?" }
      )
    }
    type = text
  }

  /// Whether the device is of the virtio family, which most driver settings ask for.
  public var isVirtio: Bool {
    type == "virtio" || type == "virtio-transitional" || type == "virtio-non-transitional"
  }

  /// libvirt's `virDomainNetModelType`: the names that it compares without case and writes so.
  private static let known = [
    "virtio", "virtio-transitional", "virtio-non-transitional", "e1000", "e1000e", "igb",
    "rtl8139", "netfront", "usb-net", "spapr-vlan", "lan9118", "scm91c111", "vlance", "vmxnet",
    "vmxnet2", "vmxnet3", "Am79C970A", "Am79C973", "82540EM", "82545EM", "82543GC",
  ]

  init?(_ reader: inout ElementReader) throws(Diagnostic) {
    guard let text = reader.filled("type") else { return nil }
    do throws(Diagnostic) {
      try self.init(text)
    } catch {
      throw error.at("@type")
    }
    // A version that does not know the name keeps the writer's spelling.
    if type == "igb", !reader.permits(.igbModel) { self.init(known: text) }
  }

  private static func isSame(_ left: String, _ right: String) -> Bool {
    left == right || left.lowercased() == right.lowercased()
  }

  private static func isAllowed(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
      true
    default: false
    }
  }

  func write(to writer: inout XMLWriter) throws(Diagnostic) {
    try writer.element("model") { writer throws(Diagnostic) in try writer.attribute("type", type) }
  }
}

extension Model: RuledElement {
  func refusal(in interface: Interface) -> Diagnostic? {
    switch interface.type {
    case .ethernet, .bridge, .direct, .network, .user, .mcast, .server, .client, .udp, .internal,
      .null, .vds:
      return nil
    case .hostdev:
      return Interface.unsupported(
        "a model",
        by: .hostdev,
        bound: [.ethernet, .bridge, .direct, .vhostuser],
        because: "the guest sees the host's own device"
      )
    case .vhostuser, .vdpa:
      if isVirtio, interface.type == .vhostuser || type == "virtio" { return nil }
      return Diagnostic(
        .modelVirtioOnly,
        "an interface of type '\(interface.type.rawValue)' cannot have model '\(type)'",
        value: type,
        bound: interface.type == .vdpa
          ? "virtio" : Self.virtioFamily,
        remedy: "leave model out"
      )
    }
  }
}

extension Diagnostic.Code {
  /// A text that cannot be the name of a model.
  public static let modelMalformed = Diagnostic.Code(rawValue: "model.malformed")
  /// Another model where libvirt takes virtio only.
  public static let modelVirtioOnly = Diagnostic.Code(rawValue: "model.virtio-only")
}
