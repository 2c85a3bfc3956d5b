import Diagnostics

/// What is below an interface of type direct: `<source dev='eth0' mode='vepa'/>`.
public struct DirectSource: Hashable, Sendable {
  /// How macvtap delivers frames.
  public enum Mode: String, CaseIterable, Sendable {
    /// Everything goes out to the adjacent switch; libvirt's default.
    case vepa
    /// Frames between guests of the same device are delivered on the host.
    case bridge
    /// As vepa, but frames that come back from the switch for such a guest are dropped.
    case `private`
    /// The device belongs to this guest alone, with its MAC address.
    case passthrough
  }

  /// The host device below.
  public var dev: DeviceName
  /// How macvtap delivers frames.
  public var mode: Mode
  /// The network that the device is of, in a running guest only.
  public var origin: NetworkOrigin?

  /// Names a device and a mode.
  public init(dev: DeviceName, mode: Mode) {
    self.dev = dev
    self.mode = mode
  }

  func write(to writer: inout XMLWriter) throws(Diagnostic) {
    try writer.element("source") { writer throws(Diagnostic) in
      try origin?.writeAttributes(to: &writer)
      try writer.attribute("dev", dev)
      try writer.attribute("mode", mode)
    }
  }
}

extension DirectSource {
  init(_ reader: inout ElementReader) throws(Diagnostic) {
    dev = DeviceName(verbatim: try reader.required("dev"))
    mode = try reader.word("mode") ?? .vepa
    origin = try NetworkOrigin(&reader)
  }
}
