import Diagnostics

/// Settings of the bridge port: libvirt's `<port>`.
public struct Port: Hashable, Sendable {
  /// Whether the port may not talk to other isolated ports of the bridge.
  public var isolated: Bool

  /// Makes settings.
  public init(isolated: Bool) { self.isolated = isolated }

  func write(to writer: inout XMLWriter) throws(Diagnostic) {
    try writer.element("port") { writer throws(Diagnostic) in
      try writer.attribute("isolated", yesNo: isolated)
    }
  }
}

extension Port {
  init?(_ reader: inout ElementReader) throws(Diagnostic) {
    guard let isolated = try reader.yesNo("isolated") else { return nil }
    self.init(isolated: isolated)
  }
}

extension Port: RuledElement {
  func refusal(in interface: Interface) -> Diagnostic? {
    guard interface.type == .bridge || interface.type == .network else {
      return Interface.unsupported(
        "port isolation",
        by: interface.type,
        bound: [.network, .bridge]
      )
    }
    guard isolated, let virtualPort = interface.virtualPort, virtualPort.type != nil else {
      return nil
    }
    return Diagnostic(
      .portVirtualPort,
      "a port with a virtualport (\(virtualPort.name)) cannot be isolated",
      bound: "a port of a Linux bridge",
      remedy: "leave port out"
    )
  }
}

extension Diagnostic.Code {
  /// Isolation of a port that is not on a Linux bridge.
  static let portVirtualPort = Diagnostic.Code(rawValue: "port.virtualport")
}
