import Diagnostics

/// Place in the order of boot devices: libvirt's `<boot>`.
public struct Boot: Hashable, Sendable {
  /// 1 for the first, 1…4294967295; no two devices of a domain may share one.
  public let order: UInt32

  /// The places that there are.
  package static let orders: ClosedRange<Int64> = 1...Int64(UInt32.max)

  /// Makes a place.
  ///
  /// - Throws: `value.out-of-range`.
  public init(order: Int64) throws(Diagnostic) {
    guard Self.orders.contains(order) else {
      throw Diagnostic(
        .valueOutOfRange,
        "the boot order is \(order)",
        value: "\(order)",
        bound: "1…4294967295"
      )
    }
    self.order = UInt32(order)
  }

  func write(to writer: inout XMLWriter) throws(Diagnostic) {
    try writer.element("boot") { writer throws(Diagnostic) in try writer.attribute("order", order) }
  }
}
