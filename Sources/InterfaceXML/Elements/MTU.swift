import Diagnostics

/// The largest packet: libvirt's `<mtu>`.
public struct MTU: Hashable, Sendable {
  /// Bytes, 68…65535: what both a TAP device and virtio take.
  ///
  /// libvirt takes any number of 32 bits in a definition.
  public let size: UInt32

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
    self.size = UInt32(size)
  }

  func write(to writer: inout XMLWriter) throws(Diagnostic) {
    try writer.element("mtu") { writer throws(Diagnostic) in try writer.attribute("size", size) }
  }
}

extension MTU {
  init?(_ reader: inout ElementReader) throws(Diagnostic) {
    guard reader.element["size"] != "" else { return nil }
    guard let size: UInt32 = try reader.number("size") else { return nil }
    if size == 0, reader.drops("@size", .mtuZero, "an mtu of 0 says nothing to libvirt") {
      return nil
    }
    self.size = size
  }
}

extension MTU: RuledElement {
  private static let carriers: [InterfaceType] = [.network, .bridge, .ethernet]

  func refusal(in interface: Interface) -> Diagnostic? {
    switch interface.type {
    case .ethernet, .bridge, .network: nil
    case .user where interface.backend?.type == .passt: nil
    case .vhostuser:
      Interface.unsupported(
        "mtu",
        by: .vhostuser,
        bound: Self.carriers,
        because:
          "libvirt looks for a device of the host's to set it on, and fails to plug the NIC in"
      )
    case .direct, .hostdev, .vdpa, .user, .mcast, .server, .client, .udp, .internal, .null, .vds:
      Interface.unsupported(
        "mtu",
        by: interface.type,
        bound: Self.carriers,
        because: "QEMU refuses it"
      )
    }
  }
}

extension Diagnostic.Code {
  /// An MTU of 0 bytes.
  public static let mtuZero = Diagnostic.Code(rawValue: "mtu.zero")
}
