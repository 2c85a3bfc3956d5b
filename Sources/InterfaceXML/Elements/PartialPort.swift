public import Addresses
import Diagnostics

/// Parameters of a port that libvirt puts together with those of the interface's network.
///
/// The network may say what the port is one of; then any parameter may stand here, and which of
/// them count is settled when the guest starts.
public struct PartialPort: Hashable, Sendable {
  /// What the port is one of.
  public var type: VirtualPort.Kind?
  /// The VSI manager of 802.1Qbg, 0…255.
  public var managerID: UInt8?
  /// The VSI type of 802.1Qbg, 0…16777215.
  public var typeID: UInt32?
  /// The version of the VSI type of 802.1Qbg, 0…255.
  public var typeIDVersion: UInt8?
  /// The VSI instance of 802.1Qbg; libvirt makes one when there is none.
  public var instanceID: UUID?
  /// The port's name for Open vSwitch or MidoNet; libvirt makes one when there is none.
  public var interfaceID: UUID?
  /// The port's profile for 802.1Qbh or Open vSwitch.
  public var profileID: ProfileID?

  /// Parameters of which none is given.
  public init(type: VirtualPort.Kind? = nil) { self.type = type }

  /// What stands for a UUID that libvirt makes.
  static let placeholder = "@RANDOM-UUID@"

  /// Whether libvirt makes an instance when there is none.
  var lacksInstanceID: Bool { instanceID == nil && (type == nil || type == .ieee8021Qbg) }
  /// Whether libvirt makes a name when there is none.
  var lacksInterfaceID: Bool { interfaceID == nil && (type == nil || type == .openVSwitch) }

  func write(to writer: inout XMLWriter) throws(Diagnostic) {
    let isGenerated = writer.hasPlaceholders && (lacksInstanceID || lacksInterfaceID)
    if self == PartialPort(), !isGenerated { return }
    try writer.element("virtualport") { writer throws(Diagnostic) in
      try writer.attribute("type", type)
      if self == PartialPort(type: type), !isGenerated { return }
      try writer.element("parameters", writeParameters)
    }
  }

  private func writeParameters(to writer: inout XMLWriter) throws(Diagnostic) {
    try writer.attribute("managerid", managerID)
    try writer.attribute("typeid", typeID)
    try writer.attribute("typeidversion", typeIDVersion)
    if lacksInstanceID {
      try writer.attribute("instanceid", placeholder: Self.placeholder)
    } else {
      try writer.attribute("instanceid", instanceID?.ascii)
    }
    if lacksInterfaceID {
      try writer.attribute("interfaceid", placeholder: Self.placeholder)
    } else {
      try writer.attribute("interfaceid", interfaceID?.ascii)
    }
    try writer.attribute("profileid", profileID?.description, isEscaped: false)
  }
}

extension PartialPort {
  /// Reads the parameters of any port, which ``VirtualPort`` makes one of its kinds of.
  init(_ reader: inout ElementReader) throws(Diagnostic) {
    type = try reader.word("type")
    var parameters = PartialPort()
    _ = try reader.child("parameters") { reader throws(Diagnostic) -> Bool? in
      parameters.managerID = try Self.number("managerid", 0xFF, &reader).map { UInt8($0) }
      parameters.typeID = try Self.number("typeid", 0xFF_FFFF, &reader)
      parameters.typeIDVersion = try Self.number("typeidversion", 0xFF, &reader).map { UInt8($0) }
      parameters.instanceID = try reader.uuid("instanceid")
      parameters.interfaceID = try reader.uuid("interfaceid")
      guard let text = reader.filled("profileid") else { return true }
      guard text.utf8.count <= 39 else {
        throw Diagnostic(
          .profileIDLength,
          "the profile id '\(Diagnostic.shortened(text))' has \(text.utf8.count) bytes",
          value: text,
          bound: "1…39 bytes"
        ).at("@profileid")
      }
      parameters.profileID = ProfileID(verbatim: text)
      return true
    }
    parameters.type = type
    self = parameters
  }

  private static func number(
    _ name: String,
    _ maximum: UInt32,
    _ reader: inout ElementReader
  ) throws(Diagnostic) -> UInt32? {
    guard let text = reader.text(name) else { return nil }
    let number =
      reader.enforces(.decimalPortNumbers)
      ? LibvirtNumber.unsigned(text, .ten, as: UInt32.self)
      : LibvirtNumber.wrapping(text, .prefixed)
    guard let number, number <= maximum else {
      throw reader.outOfRange(name, text, "0…\(maximum)")
    }
    return number
  }
}
