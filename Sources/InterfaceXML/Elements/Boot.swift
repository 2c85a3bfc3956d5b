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
  /// - Parameter loadparm: ASCII letters, which become capitals, digits, dots and blanks.
  /// - Throws: `value.out-of-range`.
  public init(order: Int64, loadparm: String? = nil) throws(Diagnostic) {
    guard Self.orders.contains(order) else {
      throw Diagnostic(
        .valueOutOfRange,
        "the boot order is \(order)",
        value: "\(order)",
        bound: "1…4294967295"
      )
    }
    if let loadparm, !Self.isLoadparm(loadparm) {
      throw Diagnostic(
        .valueOutOfRange,
        "'\(Diagnostic.shortened(loadparm))' cannot be what the firmware loads",
        value: loadparm,
        bound: Self.loadparms
      ).at("loadparm")
    }
    self.order = UInt32(order)
    self.loadparm = loadparm?.uppercased()
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
    guard Self.isLoadparm(text) else {
      throw reader.outOfRange("loadparm", text, Self.loadparms)
    }
    loadparm = text.uppercased()
  }

  private static let loadparms = "1…8 ASCII letters, digits, dots and blanks, not blanks alone"

  private static func isLoadparm(_ text: String) -> Bool {
    // Blanks alone are as good as nothing to libvirt, and nothing is refused.
    (1...8).contains(text.utf8.count) && text.utf8.allSatisfy(isAllowed)
      && text.utf8.contains { $0 != 0x20 }
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
