import Diagnostics

/// The device's name inside a container: libvirt's `<guest>`.
public struct GuestDevice: Hashable, Sendable {
  /// The name that it is to have.
  public var dev: String?
  /// The name that it has got, in a running guest only.
  public var actual: String?

  /// Names a device.
  public init(dev: String?, actual: String? = nil) {
    self.dev = dev
    self.actual = actual
  }

  func write(to writer: inout XMLWriter) throws(Diagnostic) {
    if dev == nil, actual == nil { return }
    try writer.element("guest") { writer throws(Diagnostic) in
      try writer.attribute("dev", dev)
      try writer.attribute("actual", actual)
    }
  }
}

extension GuestDevice {
  init?(_ reader: inout ElementReader) throws(Diagnostic) {
    dev = reader.filled("dev")
    actual = reader.filled("actual")
    if dev == nil, actual == nil { return nil }
  }
}
