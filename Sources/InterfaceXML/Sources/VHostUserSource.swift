public import Diagnostics

/// The socket of an interface of type vhostuser: `<source type='unix' path='…' mode='client'/>`.
public struct VHostUserSource: Hashable, Sendable {
  /// Which end of the socket the hypervisor is.
  public enum Mode: String, CaseIterable, Sendable {
    /// The hypervisor connects.
    case client
    /// The hypervisor listens. QEMU then waits for the switch, and with it the whole guest.
    case server
  }

  /// Whether the hypervisor connects again after the switch went away; client mode only.
  public struct Reconnect: Hashable, Sendable {
    /// Seconds between two attempts, 1…4294967295; nil when reconnecting is off.
    public let timeout: UInt32?

    /// Reconnecting is off.
    public static let off = Reconnect(timeout: nil)

    private init(timeout: UInt32?) { self.timeout = timeout }

    /// Reconnecting is on.
    ///
    /// - Throws: `value.out-of-range` for 0 seconds, which is off to QEMU.
    public init(timeout: UInt32) throws(Diagnostic) {
      guard timeout > 0 else {
        throw Diagnostic(
          .valueOutOfRange,
          "the reconnect timeout is 0 seconds",
          value: "0",
          bound: "1…4294967295"
        )
      }
      self.init(timeout: Optional(timeout))
    }
  }

  /// Path of the UNIX socket, absolute.
  public let path: String
  /// Which end the hypervisor is.
  public var mode: Mode
  /// Whether and how often to connect again.
  public var reconnect: Reconnect?

  /// Names a socket.
  ///
  /// - Throws: `vhostuser.path` unless the path is absolute and fits into a socket's address.
  public init(path: String, mode: Mode, reconnect: Reconnect? = nil) throws(Diagnostic) {
    try AbsolutePath.check(path, called: "UNIX socket", .vhostUserPath, maximum: 107)
    self.path = path
    self.mode = mode
    self.reconnect = reconnect
  }

  func write(to writer: inout XMLWriter) throws(Diagnostic) {
    try writer.element("source") { writer throws(Diagnostic) in
      try writer.attribute("type", "unix")
      try writer.attribute("path", path)
      try writer.attribute("mode", mode)
      guard let reconnect else { return }
      try writer.element("reconnect") { writer throws(Diagnostic) in
        try writer.attribute("enabled", yesNo: reconnect.timeout != nil)
        try writer.attribute("timeout", reconnect.timeout)
      }
    }
  }

  func refusal(in interface: Interface) -> Diagnostic? {
    guard reconnect != nil, mode == .server else { return nil }
    return Diagnostic(
      .vhostUserReconnect,
      "only a vhost-user client can reconnect, and this interface is the server",
      bound: "mode client",
      remedy: "leave reconnect out"
    ).at("reconnect")
  }
}

extension Diagnostic.Code {
  /// A path that a vhost-user socket cannot have.
  public static let vhostUserPath = Diagnostic.Code(rawValue: "vhostuser.path")
  /// Reconnecting asked of the end that listens.
  public static let vhostUserReconnect = Diagnostic.Code(rawValue: "vhostuser.reconnect")
}
