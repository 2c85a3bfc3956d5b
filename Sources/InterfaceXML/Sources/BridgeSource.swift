import Diagnostics

/// The bridge of an interface of type bridge: `<source bridge='br0'/>`.
public struct BridgeSource: Hashable, Sendable {
  /// The bridge's name.
  public var bridge: DeviceName

  /// Names a bridge.
  public init(bridge: DeviceName) { self.bridge = bridge }

  func write(to writer: inout XMLWriter) throws(Diagnostic) {
    try writer.element("source") { writer throws(Diagnostic) in
      try writer.attribute("bridge", "\(bridge)")
    }
  }
}
