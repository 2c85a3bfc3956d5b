import Diagnostics

/// Place in the order of boot devices: libvirt's `<boot>`.
public struct Boot: Hashable, Sendable {
  /// 1 for the first, 1…4294967295; no two devices of a domain may share one.
  public let order: UInt32

  /// What the firmware of s390 loads, 1…8 characters.
  public let loadparm: String?

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
    loadparm = nil
  }

  func write(to writer: inout XMLWriter) throws(Diagnostic) {
    try writer.element("boot") { writer throws(Diagnostic) in
      try writer.attribute("order", order)
      try writer.attribute("loadparm", loadparm)
    }
  }
}

extension Boot {
  init(_ reader: inout ElementReader) throws(Diagnostic) {
    order = try reader.required(reader.number("order", in: 1...UInt32.max), "order")
    guard let text = reader.text("loadparm") else {
      loadparm = nil
      return
    }
    guard (1...8).contains(text.utf8.count), text.utf8.allSatisfy(Self.isAllowed) else {
      throw reader.outOfRange("loadparm", text, "1…8 ASCII letters, digits, dots and blanks")
    }
    loadparm = text.uppercased()
  }

  private static func isAllowed(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: " "):
      true
    default: false
    }
  }
}
