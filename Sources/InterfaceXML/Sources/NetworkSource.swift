public import Addresses
import Diagnostics

/// The network of an interface of type network: `<source network='default' portgroup='web'/>`.
public struct NetworkSource: Hashable, Sendable {
  /// What keeps the MAC table of a network's bridge.
  public enum MACTableManager: String, CaseIterable, Sendable {
    /// The kernel.
    case kernel
    /// libvirt.
    case libvirt
  }

  /// The network's name.
  public var network: String
  /// The group of the network's settings that the port takes.
  public var portGroup: String?
  /// The network's port, in a running guest only.
  public var portID: UUID?
  /// The bridge that the network turned out to be, in a running guest only.
  public var bridge: String?
  /// What keeps that bridge's MAC table, in a running guest only.
  public var macTableManager: MACTableManager?

  /// Names a network.
  public init(network: String, portGroup: String? = nil) {
    self.network = network
    self.portGroup = portGroup
  }

  func write(to writer: inout XMLWriter) throws(Diagnostic) {
    try writer.element("source") { writer throws(Diagnostic) in
      try writer.attribute("network", network)
      try writer.attribute("portgroup", portGroup)
      try writer.attribute("portid", portID?.ascii)
      try writer.attribute("bridge", bridge)
      try writer.attribute("macTableManager", macTableManager)
    }
  }
}

extension NetworkSource {
  init(_ reader: inout ElementReader) throws(Diagnostic) {
    network = try reader.required("network")
    portGroup = reader.text("portgroup")
    try readState(&reader)
  }

  /// libvirt writes these of a running guest, and reads none of them in a definition.
  private mutating func readState(_ reader: inout ElementReader) throws(Diagnostic) {
    guard reader.libvirt == nil else {
      reader.passesOverState("portid", "bridge", "macTableManager")
      return
    }
    portID = try reader.uuid("portid")
    bridge = reader.text("bridge")
    macTableManager = try reader.word("macTableManager")
  }
}

/// The network that the port of a running guest came from: libvirt names it in the `<source>` of
/// the type that the network turned out to be.
public struct NetworkOrigin: Hashable, Sendable {
  /// The network's name.
  public var network: String
  /// The group of the network's settings that the port took.
  public var portGroup: String?
  /// The network's port.
  public var portID: UUID?

  /// Names a network.
  public init(network: String, portGroup: String? = nil, portID: UUID? = nil) {
    self.network = network
    self.portGroup = portGroup
    self.portID = portID
  }

  func writeAttributes(to writer: inout XMLWriter) throws(Diagnostic) {
    try writer.attribute("network", network)
    try writer.attribute("portgroup", portGroup)
    try writer.attribute("portid", portID?.ascii)
  }

  /// Reads the origin; a definition has none.
  init?(_ reader: inout ElementReader) throws(Diagnostic) {
    guard reader.element["network"] != nil, reader.libvirt == nil else {
      reader.passesOverState("network", "portgroup", "portid", "macTableManager")
      return nil
    }
    network = reader.text("network") ?? ""
    portGroup = reader.text("portgroup")
    portID = try reader.uuid("portid")
  }
}

extension ElementReader {
  /// Takes down that a definition has attributes that libvirt writes of a running guest.
  fileprivate mutating func passesOverState(_ names: String...) {
    for name in names {
      passes(
        overAttribute: name,
        .sourceState,
        "libvirt says this of a running guest only"
      )
    }
  }
}

extension Diagnostic.Code {
  /// What libvirt says of a running guest, where a definition is read.
  public static let sourceState = Self(rawValue: "source.state")
}
