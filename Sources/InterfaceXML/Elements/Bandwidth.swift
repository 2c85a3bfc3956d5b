public import Diagnostics

/// Limits of an interface's traffic, seen from the guest: libvirt's `<bandwidth>`.
public struct Bandwidth: Hashable, Sendable {
  /// The limits of one direction.
  ///
  /// Bounds are those that every version of libvirt takes.
  public struct Limits: Hashable, Sendable {
    /// Rate in the long run, in KiB/s, 1…4294967295.
    public let average: UInt32
    /// Highest rate, in KiB/s, 1…4294967295.
    public let peak: UInt32?
    /// How much may go at the peak rate, in KiB, 1…4194303.
    public let burst: UInt32?

    /// The rates that every version of libvirt takes.
    package static let rates: ClosedRange<Int64> = 1...Int64(UInt32.max)
    /// The bursts that every version of libvirt takes.
    package static let bursts: ClosedRange<Int64> = 1...4_194_303

    /// Makes limits.
    ///
    /// - Throws: `value.out-of-range`, with the limit's name for a path.
    public init(average: Int64, peak: Int64? = nil, burst: Int64? = nil) throws(Diagnostic) {
      self.average = try Self.checked(average, "average", Self.rates)
      self.peak =
        if let peak { try Self.checked(peak, "peak", Self.rates) } else { nil }
      self.burst =
        if let burst { try Self.checked(burst, "burst", Self.bursts) } else { nil }
    }

    private static func checked(
      _ value: Int64,
      _ name: String,
      _ range: ClosedRange<Int64>
    ) throws(Diagnostic) -> UInt32 {
      guard range.contains(value) else {
        throw Diagnostic(
          .valueOutOfRange,
          "\(name) is \(value)",
          value: "\(value)",
          bound: "\(range.lowerBound)…\(range.upperBound)"
        ).at(name)
      }
      return UInt32(value)
    }

    func write(to writer: inout XMLWriter) throws(Diagnostic) {
      try writer.attribute("average", average)
      try writer.attribute("peak", peak)
      try writer.attribute("burst", burst)
    }
  }

  /// Limits of what the guest receives.
  public let inbound: Limits?
  /// Limits of what the guest sends.
  public let outbound: Limits?

  /// Makes limits of at least one direction.
  ///
  /// - Throws: `bandwidth.empty` without any.
  public init(inbound: Limits?, outbound: Limits?) throws(Diagnostic) {
    guard inbound != nil || outbound != nil else {
      throw Diagnostic(
        .bandwidthEmpty,
        "a bandwidth limits neither direction",
        bound: "inbound, outbound or both"
      )
    }
    self.inbound = inbound
    self.outbound = outbound
  }

  func write(to writer: inout XMLWriter) throws(Diagnostic) {
    try writer.element("bandwidth") { writer throws(Diagnostic) in
      if let inbound { try writer.element("inbound", inbound.write) }
      if let outbound { try writer.element("outbound", outbound.write) }
    }
  }
}

extension Bandwidth: RuledElement {
  func refusal(in interface: Interface) -> Diagnostic? {
    switch interface.type {
    case .ethernet, .bridge, .direct: nil
    case .hostdev, .vhostuser, .vdpa:
      Interface.unsupported(
        "bandwidth",
        by: interface.type,
        bound: [.ethernet, .bridge, .direct],
        because: "its packets do not pass the host's kernel, so libvirt cannot limit them"
      )
    }
  }
}

extension Diagnostic.Code {
  /// A bandwidth that limits nothing.
  public static let bandwidthEmpty = Diagnostic.Code(rawValue: "bandwidth.empty")
}
