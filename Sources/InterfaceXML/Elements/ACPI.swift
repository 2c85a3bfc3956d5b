public import Diagnostics

/// What ACPI tells the guest of the device: libvirt's `<acpi>`.
public struct ACPI: Hashable, Sendable {
  /// Index that names the device in the guest (`eno1` for 1), 1…16383: libvirt's documentation and
  /// QEMU, which refuses more when the guest starts.
  public let index: UInt32?
  /// The NUMA nodes that the device is near to; since libvirt 11.8.
  public let nodeset: NodeSet?

  /// The indices that there are.
  package static let indices: ClosedRange<Int64> = 1...16383

  /// Makes an index, names nodes, or both.
  ///
  /// - Throws: `value.out-of-range`.
  public init(index: Int64?, nodeset: NodeSet? = nil) throws(Diagnostic) {
    guard let index else {
      self.index = nil
      self.nodeset = nodeset
      return
    }
    guard Self.indices.contains(index) else {
      throw Diagnostic(
        .valueOutOfRange,
        "the acpi index is \(index)",
        value: "\(index)",
        bound: "1…16383"
      )
    }
    self.index = UInt32(index)
    self.nodeset = nodeset
  }

  func write(to writer: inout XMLWriter) throws(Diagnostic) {
    if index == nil, nodeset == nil { return }
    try writer.element("acpi") { writer throws(Diagnostic) in
      try writer.attribute("index", index)
      try writer.attribute("nodeset", nodeset?.description)
    }
  }
}

extension ACPI {
  init?(_ reader: inout ElementReader) throws(Diagnostic) {
    index = try reader.number("index", in: 1...UInt32.max)
    guard reader.permits(.acpiNodeset), let text = reader.text("nodeset") else {
      nodeset = nil
      if index == nil { return nil }
      return
    }
    guard let nodes = NodeSet(text) else {
      throw reader.outOfRange("nodeset", text, "numbers up to 16383 and ranges, as 0-3,^2,8")
    }
    nodeset = nodes
  }
}
