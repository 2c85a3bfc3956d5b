public import Addresses
import Diagnostics

/// Ports of the host that lead to the guest, through passt: libvirt's `<portForward>`.
public struct PortForward: Hashable, Sendable {
  /// What is forwarded.
  public enum TransportProtocol: String, CaseIterable, Sendable {
    /// TCP.
    case tcp
    /// UDP.
    case udp
  }

  /// Neighbouring ports: `<range start='22' end='25' to='2022'/>`.
  public struct Range: Hashable, Sendable {
    /// The first port on the host; libvirt takes any number but 0.
    public var start: UInt32?
    /// The last port on the host.
    public var end: UInt32?
    /// The first port in the guest.
    public var to: UInt32?
    /// Whether these ports are left out of another range.
    public var exclude: Bool?

    /// Makes a range.
    public init(start: UInt32?, end: UInt32? = nil, to: UInt32? = nil, exclude: Bool? = nil) {
      self.start = start
      self.end = end
      self.to = to
      self.exclude = exclude
    }
  }

  /// What is forwarded.
  public var proto: TransportProtocol
  /// The address on the host that the ports are of.
  public var address: IPAddress?
  /// The device on the host that the ports are of.
  public var dev: String?
  /// The ports; without any it is all of them.
  public var ranges: [Range]

  /// Makes a rule.
  public init(
    proto: TransportProtocol,
    address: IPAddress? = nil,
    dev: String? = nil,
    ranges: [Range] = []
  ) {
    self.proto = proto
    self.address = address
    self.dev = dev
    self.ranges = ranges
  }

  func write(to writer: inout XMLWriter) throws(Diagnostic) {
    try writer.element("portForward") { writer throws(Diagnostic) in
      try writer.attribute("proto", proto)
      try writer.attribute("address", address?.description)
      try writer.attribute("dev", dev)
      for range in ranges { try range.write(to: &writer) }
    }
  }
}

extension PortForward {
  init(_ reader: inout ElementReader) throws(Diagnostic) {
    proto = try reader.required(reader.word("proto"), "proto")
    address = try reader.ip("address")
    dev = reader.text("dev")
    ranges = try reader.children("range", Range.init)
  }
}

extension PortForward.Range {
  func write(to writer: inout XMLWriter) throws(Diagnostic) {
    if start == nil, end == nil, to == nil, exclude == nil { return }
    try writer.element("range") { writer throws(Diagnostic) in
      try writer.attribute("start", start)
      try writer.attribute("end", end)
      try writer.attribute("to", to)
      try writer.attribute("exclude", yesNo: exclude)
    }
  }

  init?(_ reader: inout ElementReader) throws(Diagnostic) {
    let ports: ClosedRange<UInt32> = 1...UInt32.max
    start = try reader.number("start", in: ports)
    end = try reader.number("end", in: ports)
    to = try reader.number("to", in: ports)
    exclude = try reader.yesNo("exclude")
    guard start == nil else { return }
    if end == nil, to == nil, exclude == nil { return nil }
    guard !reader.enforces(.portForwardNeedsPasst) else { throw reader.missing("start") }
    guard reader.libvirt != nil else { return }
    // Before that libvirt kept the first port's absence, and printed neither end nor to.
    (end, to) = (nil, nil)
    if exclude == nil { return nil }
  }
}
