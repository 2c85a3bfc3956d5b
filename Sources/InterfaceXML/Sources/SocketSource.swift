import Diagnostics

/// The socket of an interface of type mcast, server, client or udp:
/// `<source address='230.0.0.1' port='5558'/>`.
public struct SocketSource: Hashable, Sendable {
  /// The near end of a UDP tunnel: `<local address='127.0.0.1' port='5559'/>`.
  public struct Local: Hashable, Sendable {
    /// The address to receive at.
    public var address: String
    /// The port to receive at, 0…65535.
    public var port: Int32

    /// Names an end.
    public init(address: String, port: Int32) {
      self.address = address
      self.port = port
    }
  }

  /// The address; the listening end can do without.
  public var address: String?
  /// The port, 0…65535; libvirt takes any number of 32 bits.
  public var port: Int32
  /// The near end; type udp only.
  public var local: Local?

  /// Names a socket.
  public init(address: String?, port: Int32, local: Local? = nil) {
    self.address = address
    self.port = port
    self.local = local
  }

  func write(to writer: inout XMLWriter) throws(Diagnostic) {
    try writer.element("source") { writer throws(Diagnostic) in
      try writer.attribute("address", address, isEscaped: writer.shows(.socketAddressEscaped))
      try writer.attribute("port", port)
      guard let local else { return }
      try writer.element("local") { writer throws(Diagnostic) in
        try writer.attribute("address", local.address, isEscaped: false)
        try writer.attribute("port", local.port)
      }
    }
  }
}

extension SocketSource {
  init(_ type: InterfaceType, reading interface: inout ElementReader) throws(Diagnostic) {
    self = try interface.source { reader throws(Diagnostic) -> SocketSource in
      var source = SocketSource(
        address: type == .server ? reader.text("address") : try reader.required("address"),
        port: try reader.required(reader.signedNumber("port"), "port")
      )
      guard type == .udp else { return source }
      source.local = try reader.child("local") { reader throws(Diagnostic) -> Local? in
        Local(
          address: try reader.required("address"),
          port: try reader.required(reader.signedNumber("port"), "port")
        )
      }
      guard source.local != nil else {
        throw Diagnostic(
          .sourceLocalMissing,
          "a udp tunnel has no <local> end",
          remedy: "add <local address='…' port='…'/>"
        ).at("local")
      }
      return source
    }
  }
}

extension Diagnostic.Code {
  /// A UDP tunnel with one end.
  public static let sourceLocalMissing = Self(rawValue: "source.local-missing")
}
