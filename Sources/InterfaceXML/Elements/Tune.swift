import Diagnostics

/// Settings of the TAP device: libvirt's `<tune>`.
public struct Tune: Hashable, Sendable {
  /// How many bytes may wait to be sent by the host; 0 for no limit.
  public var sndbuf: UInt64

  /// Makes settings.
  public init(sndbuf: UInt64) { self.sndbuf = sndbuf }

  func write(to writer: inout XMLWriter) throws(Diagnostic) {
    try writer.element("tune") { writer throws(Diagnostic) in
      try writer.element("sndbuf") { writer throws(Diagnostic) in try writer.text("\(sndbuf)") }
    }
  }
}

extension Tune {
  init?(_ reader: inout ElementReader) throws(Diagnostic) {
    let sndbuf = try reader.child("sndbuf") { reader throws(Diagnostic) -> UInt64? in
      let text = reader.content()
      if text.isEmpty { return nil }
      guard let number = LibvirtNumber.unsigned(text, as: UInt64.self) else {
        throw Diagnostic(
          .valueOutOfRange,
          "'\(Diagnostic.shortened(text))' is no number of bytes",
          value: text,
          bound: "0…\(UInt64.max), with nothing behind"
        )
      }
      return number
    }
    guard let sndbuf else { return nil }
    self.init(sndbuf: sndbuf)
  }
}

extension Tune: RuledElement {
  func refusal(in interface: Interface) -> Diagnostic? {
    switch interface.type {
    case .ethernet, .bridge, .direct, .network: nil
    case .hostdev, .vhostuser, .vdpa, .user, .mcast, .server, .client, .udp, .internal, .null, .vds:
      Interface.unsupported(
        "tune",
        by: interface.type,
        bound: [.network, .bridge, .ethernet, .direct],
        because: "there is no TAP device"
      )
    }
  }
}
