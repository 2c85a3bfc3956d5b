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
    /// Whether it does; libvirt takes no word on it for no.
    public let enabled: Bool?
    /// Seconds between two attempts, 1…4294967295; nil when reconnecting is off.
    public let timeout: UInt32?
    /// Seconds before the first attempt, which libvirt has in its schema and passes over here.
    public let delay: UInt32?

    /// Reconnecting is off.
    public static let off = Reconnect(enabled: false, timeout: nil)

    private init(enabled: Bool?, timeout: UInt32?, delay: UInt32? = nil) {
      self.enabled = enabled
      self.timeout = timeout
      self.delay = delay
    }

    /// Reconnecting is on.
    ///
    /// - Throws: `value.out-of-range` for 0 seconds, which is off to QEMU.
    public init(timeout: UInt32, delay: UInt32? = nil) throws(Diagnostic) {
      guard timeout > 0 else {
        throw Diagnostic(
          .valueOutOfRange,
          "the reconnect timeout is 0 seconds",
          value: "0",
          bound: "1…4294967295"
        )
      }
      self.init(enabled: true, timeout: timeout, delay: delay)
    }

    init?(_ reader: inout ElementReader) throws(Diagnostic) {
      let enabled = try reader.yesNo("enabled")
      let isLoose = reader.libvirt == nil
      let timeout: UInt32? =
        enabled == true
        ? try reader.required(reader.number("timeout"), "timeout")
        : isLoose ? try reader.number("timeout") : nil
      self.init(
        enabled: enabled,
        timeout: timeout,
        delay: isLoose ? try reader.number("delay") : nil
      )
      if enabled == nil, timeout == nil, delay == nil { return nil }
    }

    func write(to writer: inout XMLWriter) throws(Diagnostic) {
      try writer.element("reconnect") { writer throws(Diagnostic) in
        try writer.attribute("enabled", yesNo: enabled)
        try writer.attribute("timeout", timeout)
        try writer.attribute("delay", delay)
      }
    }
  }

  /// Path of the UNIX socket, absolute; nil beside the passt backend, which makes its own.
  public let path: String?
  /// Which end the hypervisor is.
  public var mode: Mode
  /// Whether and how often to connect again.
  public var reconnect: Reconnect?
  /// The device whose addresses and routes passt gives to the guest; that backend only.
  public let dev: String?
  /// Whether the passt backend makes the socket, and so nothing of it is written.
  public let isPasst: Bool

  /// Names a socket.
  ///
  /// - Throws: `vhostuser.path` unless the path is absolute and fits into a socket's address.
  public init(path: String, mode: Mode, reconnect: Reconnect? = nil) throws(Diagnostic) {
    try AbsolutePath.check(path, called: "UNIX socket", .vhostUserPath, maximum: 107)
    self.path = path
    self.mode = mode
    self.reconnect = reconnect
    dev = nil
    isPasst = false
  }

  /// A socket that the passt backend makes; since libvirt 11.1.
  ///
  /// - Parameter dev: The device whose addresses and routes passt gives to the guest.
  public static func passt(dev: String? = nil) -> VHostUserSource {
    VHostUserSource(path: nil, mode: .client, reconnect: nil, dev: dev, isPasst: true)
  }

  func write(to writer: inout XMLWriter) throws(Diagnostic) {
    if isPasst, dev == nil { return }
    try writer.element("source") { writer throws(Diagnostic) in
      guard !isPasst else {
        try writer.attribute("dev", dev)
        return
      }
      try writer.attribute("type", "unix")
      try writer.attribute("path", path)
      try writer.attribute("mode", mode)
      try reconnect?.write(to: &writer)
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

extension VHostUserSource {
  init(isPasst: Bool, reading interface: inout ElementReader) throws(Diagnostic) {
    let source = try interface.child("source") { reader throws(Diagnostic) -> VHostUserSource? in
      try VHostUserSource(isPasst: isPasst, &reader)
    }
    guard let source else {
      guard interface.permits(.vhostUserDefaults) else {
        throw Diagnostic(
          .sourceMissing,
          "an interface of type 'vhostuser' has no <source>",
          remedy: "add one: libvirt refuses the interface without"
        ).at("source")
      }
      self.init(path: nil, mode: .client, reconnect: nil, dev: nil, isPasst: isPasst)
      return
    }
    self = source
  }

  private init(path: String?, mode: Mode, reconnect: Reconnect?, dev: String?, isPasst: Bool) {
    self.path = path
    self.mode = mode
    self.reconnect = reconnect
    self.dev = dev
    self.isPasst = isPasst
  }

  private init(isPasst: Bool, _ reader: inout ElementReader) throws(Diagnostic) {
    try reader.refuseHostAddresses()
    let type = reader.text("type")
    if let type, type != "unix" { throw reader.notAllowed("type", type, ["unix"]) }
    let path = reader.text("path")
    let mode: Mode? = try reader.word("mode")
    if !reader.permits(.vhostUserDefaults) {
      _ = try reader.required(type, "type")
      _ = try reader.required(path, "path")
      _ = try reader.required(mode, "mode")
    }
    let reconnect = try reader.child("reconnect", Reconnect.init)
    guard isPasst else {
      self.init(path: path, mode: mode ?? .client, reconnect: reconnect, dev: nil, isPasst: false)
      return
    }
    // passt settles type, path, mode and reconnecting, whatever the document says.
    self.init(path: nil, mode: .client, reconnect: nil, dev: reader.text("dev"), isPasst: true)
  }
}

extension Diagnostic.Code {
  /// A path that a vhost-user socket cannot have.
  public static let vhostUserPath = Diagnostic.Code(rawValue: "vhostuser.path")
  /// Reconnecting asked of the end that listens.
  public static let vhostUserReconnect = Diagnostic.Code(rawValue: "vhostuser.reconnect")
}
