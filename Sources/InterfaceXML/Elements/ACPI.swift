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
    self.index = UInt32(index)
    nodeset = nil
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
  init(_ reader: inout ElementReader) throws(Diagnostic) {
    index = try reader.number("index", in: 1...UInt32.max)
    guard reader.permits(.acpiNodeset), let text = reader.text("nodeset") else {
      nodeset = nil
      return
    }
    guard let nodes = NodeSet(text) else {
      throw reader.outOfRange("nodeset", text, "numbers and ranges, as 0-3,^2,8")
    }
    nodeset = nodes
  }
}

/// A set of NUMA nodes: `0-3,8`.
public struct NodeSet: Hashable, Sendable {
  /// The nodes, in rising order.
  public let nodes: [Int]

  /// Reads numbers, ranges (`0-3`) and numbers to leave out (`^2`), with commas between; nil for
  /// any other text.
  init?(_ text: String) {
    var nodes: Set<Int> = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let isLeftOut = part.first == "^"
      let ends = (isLeftOut ? part.dropFirst() : part)
        .split(separator: "-", omittingEmptySubsequences: false)
        .map { LibvirtNumber.unsigned(String($0), as: UInt16.self).map(Int.init) }
      guard let first = ends.first ?? nil, ends.count <= 2, !isLeftOut || ends.count == 1,
        let last = ends.last ?? nil, first <= last
      else { return nil }
      if isLeftOut { nodes.remove(first) } else { nodes.formUnion(first...last) }
    }
    self.nodes = nodes.sorted()
  }
}

extension NodeSet: CustomStringConvertible {
  /// The nodes, with a range for neighbours.
  public var description: String {
    var ranges: [ClosedRange<Int>] = []
    for node in nodes {
      if let last = ranges.last, last.upperBound + 1 == node {
        ranges[ranges.count - 1] = last.lowerBound...node
      } else {
        ranges.append(node...node)
      }
    }
    return ranges
      .map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)" }
      .joined(separator: ",")
  }
}
