import Diagnostics

/// The bridge of an interface of type bridge: `<source bridge='br0'/>`.
public struct BridgeSource: Hashable, Sendable {
  /// The bridge's name.
  public var bridge: DeviceName
  /// The network that the bridge is of, in a running guest only.
  public var origin: NetworkOrigin?
  /// What keeps the bridge's MAC table, in a running guest only.
  public var macTableManager: NetworkSource.MACTableManager?

  /// Names a bridge.
  public init(bridge: DeviceName) { self.bridge = bridge }

  func write(to writer: inout XMLWriter) throws(Diagnostic) {
    try writer.element("source") { writer throws(Diagnostic) in
      try origin?.writeAttributes(to: &writer)
      try writer.attribute("bridge", bridge)
      try writer.attribute("macTableManager", macTableManager)
    }
  }
}

extension BridgeSource {
  init(_ reader: inout ElementReader) throws(Diagnostic) {
    bridge = DeviceName(verbatim: try reader.required("bridge"))
    origin = try NetworkOrigin(&reader)
    if reader.libvirt == nil { macTableManager = try reader.word("macTableManager") }
  }
}
