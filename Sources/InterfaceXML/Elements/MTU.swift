import Diagnostics

/// The largest packet: libvirt's `<mtu>`.
public struct MTU: Hashable, Sendable {
  /// Bytes, 68…65535: what both a TAP device and virtio take.
  public let size: UInt16

  /// The sizes that both a TAP device and virtio take.
  package static let sizes: ClosedRange<Int64> = 68...65535

  /// Makes an MTU.
  ///
  /// - Throws: `value.out-of-range`.
  public init(size: Int64) throws(Diagnostic) {
    guard Self.sizes.contains(size) else {
      throw Diagnostic(
        .valueOutOfRange,
        "the mtu is \(size) bytes",
        value: "\(size)",
        bound: "68…65535"
      )
    }
    self.size = UInt16(size)
  }

  func write(to writer: inout XMLWriter) throws(Diagnostic) {
    try writer.element("mtu") { writer throws(Diagnostic) in try writer.attribute("size", size) }
  }
}

extension MTU: RuledElement {
  func refusal(in interface: Interface) -> Diagnostic? {
    switch interface.type {
    case .ethernet, .bridge, .vhostuser: nil
    case .direct, .hostdev, .vdpa:
      Interface.unsupported(
        "mtu",
        by: interface.type,
        bound: [.ethernet, .bridge, .vhostuser],
        because: "QEMU refuses it"
      )
    }
  }
}
