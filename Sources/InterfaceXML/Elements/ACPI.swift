import Diagnostics

/// Index that names the device in the guest (`eno1` for 1): libvirt's `<acpi>`.
public struct ACPI: Hashable, Sendable {
  /// 1…16383: libvirt's documentation and QEMU, which refuses more when the guest starts.
  public let index: UInt16

  /// The indices that there are.
  package static let indices: ClosedRange<Int64> = 1...16383

  /// Makes an index.
  ///
  /// - Throws: `value.out-of-range`.
  public init(index: Int64) throws(Diagnostic) {
    guard Self.indices.contains(index) else {
      throw Diagnostic(
        .valueOutOfRange,
        "the acpi index is \(index)",
        value: "\(index)",
        bound: "1…16383"
      )
    }
    self.index = UInt16(index)
  }

  func write(to writer: inout XMLWriter) throws(Diagnostic) {
    try writer.element("acpi") { writer throws(Diagnostic) in try writer.attribute("index", index) }
  }
}
