import Diagnostics

/// The host's end of an interface of type ethernet: `<source><ip …/><route …/></source>`.
public struct EthernetSource: Hashable, Sendable {
  /// Addresses that the TAP device gets.
  public var addresses: [IP]
  /// Routes through the TAP device.
  public var routes: [Route]

  /// Makes settings; without any there is no element.
  public init(addresses: [IP] = [], routes: [Route] = []) {
    self.addresses = addresses
    self.routes = routes
  }

  func write(to writer: inout XMLWriter) throws(Diagnostic) {
    if addresses.isEmpty, routes.isEmpty { return }
    try writer.element("source") { writer throws(Diagnostic) in
      for address in addresses { try address.write(to: &writer) }
      for route in routes { try route.write(to: &writer) }
    }
  }
}

extension EthernetSource {
  init(reading interface: inout ElementReader) throws(Diagnostic) {
    let source = try interface.child("source") { reader throws(Diagnostic) -> EthernetSource? in
      let (addresses, routes) = try reader.hostAddresses()
      return EthernetSource(addresses: addresses, routes: routes)
    }
    self = source ?? EthernetSource()
  }
}
