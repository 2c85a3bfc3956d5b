import Diagnostics

/// Settings of the TAP device: libvirt's `<tune>`.
public struct Tune: Hashable, Sendable {
  /// How many bytes may wait to be sent by the host; 0 for no limit.
  public var sndbuf: UInt32

  /// Makes settings.
  public init(sndbuf: UInt32) { self.sndbuf = sndbuf }

  func write(to writer: inout XMLWriter) throws(Diagnostic) {
    try writer.element("tune") { writer throws(Diagnostic) in
      try writer.element("sndbuf") { writer throws(Diagnostic) in try writer.text("\(sndbuf)") }
    }
  }
}

extension Tune: RuledElement {
  func refusal(in interface: Interface) -> Diagnostic? {
    switch interface.type {
    case .ethernet, .bridge, .direct: nil
    case .hostdev, .vhostuser, .vdpa:
      Interface.unsupported(
        "tune",
        by: interface.type,
        bound: [.ethernet, .bridge, .direct],
        because: "there is no TAP device"
      )
    }
  }
}
