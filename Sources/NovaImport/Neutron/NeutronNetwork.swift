public import Addresses
public import Diagnostics
package import JSONText

/// A network of Neutron's, as far as a VIF is made of it.
public struct NeutronNetwork: Hashable, Sendable {
  /// Identifies the network.
  public var id: UUID?
  /// Its name.
  public var name: String?
  /// Its MTU in bytes.
  public var mtu: Int64?

  /// A network of which nothing is known.
  public init() {}

  enum Key: String, CaseIterable { case id, name, mtu }

  /// Reads the network that comes next.
  package init(reading reader: inout JSONReader) throws(Diagnostic) {
    try reader.readMembers(of: Key.self) { reader, key throws(Diagnostic) in
      switch key {
      case .id: id = try UUID(reader.readString())
      case .name: name = try reader.readString()
      case .mtu: mtu = try reader.readNumber()
      }
    }
  }
}

extension NeutronNetwork {
  private enum Wrapper: String { case network, networks }

  /// Reads networks from JSON: one, an array of them, or the API's `{"network": …}` and
  /// `{"networks": […]}`.
  ///
  /// - Throws: `json.*` for text that is not JSON, else the code of the value's form.
  public static func list(json: String) throws(Diagnostic) -> [NeutronNetwork] {
    try JSONReader.read(json) { reader throws(Diagnostic) in try list(reading: &reader) }
  }

  private static func list(
    reading reader: inout JSONReader
  ) throws(Diagnostic) -> [NeutronNetwork] {
    if try reader.peekKind() == .array {
      return try reader.readElements { reader throws(Diagnostic) in
        try NeutronNetwork(reading: &reader)
      }
    }
    var networks: [NeutronNetwork]?
    let start = reader.position
    try reader.readMembers(of: Wrapper.self) { reader, key throws(Diagnostic) in
      switch key {
      case .network: networks = [try NeutronNetwork(reading: &reader)]
      case .networks:
        networks = try reader.readElements { reader throws(Diagnostic) in
          try NeutronNetwork(reading: &reader)
        }
      }
    }
    if let networks { return networks }
    let end = reader.position
    reader.rewind(to: start)
    defer { reader.rewind(to: end) }
    return [try NeutronNetwork(reading: &reader)]
  }
}
