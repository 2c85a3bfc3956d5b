public import Diagnostics

/// Limits of an interface's traffic, seen from the guest: libvirt's `<bandwidth>`.
public struct Bandwidth: Hashable, Sendable {
  /// The limits of one direction.
  ///
  /// Bounds are those that every version of libvirt takes.
  public struct Limits: Hashable, Sendable {
    /// Rate in the long run, in KiB/s, 1…4294967295.
    public let average: UInt64?
    /// Highest rate, in KiB/s, 1…4294967295.
    public let peak: UInt64?
    /// Rate that is kept free for the interface, in KiB/s: type network, inbound.
    public let floor: UInt64?
    /// How much may go at the peak rate, in KiB, 1…4194303.
    public let burst: UInt64?

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
      floor = nil
    }

    /// Makes limits of a port of a network that keeps a rate free.
    ///
    /// - Throws: `value.out-of-range`, with the limit's name for a path.
    public init(floor: Int64, with others: Limits? = nil) throws(Diagnostic) {
      average = others?.average
      peak = others?.peak
      burst = others?.burst
      self.floor = try Self.checked(floor, "floor", Self.rates)
    }

    private static func checked(
      _ value: Int64,
      _ name: String,
      _ range: ClosedRange<Int64>
    ) throws(Diagnostic) -> UInt64 {
      guard range.contains(value) else {
        throw Diagnostic(
          .valueOutOfRange,
          "\(name) is \(value)",
          value: "\(value)",
          bound: "\(range.lowerBound)…\(range.upperBound)"
        ).at(name)
      }
      return UInt64(value)
    }

    func write(to writer: inout XMLWriter) throws(Diagnostic) {
      try writer.attribute("average", average)
      try writer.attribute("peak", peak)
      try writer.attribute("floor", floor)
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
      if inbound == nil, outbound == nil { try writer.lineEnd() }
      if let inbound { try writer.element("inbound", inbound.write) }
      if let outbound { try writer.element("outbound", outbound.write) }
    }
  }
}

extension Bandwidth {
  /// Reads limits; only a network can keep a rate free.
  init?(allowsFloor: Bool, _ reader: inout ElementReader) throws(Diagnostic) {
    guard reader.text("classID") == nil else {
      throw Diagnostic(
        .bandwidthClass,
        "a class is of a network's bandwidth, not of an interface's",
        remedy: "leave classID out"
      ).at("@classID")
    }
    for name in ["inbound", "outbound"]
    where reader.count(of: name) > 1 && !reader.permits(.repeatedBandwidth) {
      throw Diagnostic(
        .xmlRepeatedElement,
        "libvirt before 11 refuses a second <\(name)>",
        bound: "one <\(name)>"
      ).at(name)
    }
    guard reader.count(of: "inbound") + reader.count(of: "outbound") > 0 else { return nil }
    inbound = try reader.child("inbound") { reader throws(Diagnostic) in
      try Limits(allowsFloor: allowsFloor, &reader)
    }
    outbound = try reader.child("outbound") { reader throws(Diagnostic) in
      try Limits(allowsFloor: false, &reader)
    }
  }
}

extension Bandwidth.Limits {
  init?(allowsFloor: Bool, _ reader: inout ElementReader) throws(Diagnostic) {
    let rates: ClosedRange<UInt64> = 0...(reader.enforces(.bandwidthBounds) ? 1 << 54 : UInt64.max)
    let bursts: ClosedRange<UInt64> =
      0...(reader.enforces(.bandwidthBounds) ? 4_194_303 : UInt64.max)
    let average = try reader.number("average", in: rates)
    let peak = try reader.number("peak", in: rates)
    let floor = try reader.number("floor", in: rates)
    let burst = try reader.number("burst", in: bursts)
    // Before 11 a floor of 0 passed for none.
    let hasFloor = reader.permits(.repeatedBandwidth) ? floor != nil : floor.map { $0 > 0 } ?? false
    if hasFloor, !allowsFloor {
      throw Diagnostic(
        .bandwidthFloor,
        "only the inbound traffic of an interface of type 'network' can have a floor",
        bound: "inbound, type network",
        remedy: "leave floor out"
      ).at("@floor")
    }
    guard average != nil || floor != nil else { throw reader.missing("average") }
    guard average != nil || peak == nil && burst == nil else { throw reader.missing("average") }
    guard reader.libvirt != nil else {
      (self.average, self.peak, self.floor, self.burst) = (average, peak, floor, burst)
      return
    }
    // libvirt takes zeros for nothing said, and nothing said of average and floor for no element.
    let kept = [average, peak, floor, burst].map { $0 == 0 ? nil : $0 }
    (self.average, self.peak, self.floor, self.burst) = (kept[0], kept[1], kept[2], kept[3])
    if self.average == nil, self.floor == nil { return nil }
  }
}

extension Bandwidth: RuledElement {
  func refusal(in interface: Interface) -> Diagnostic? {
    switch interface.type {
    case .ethernet, .bridge, .direct, .network: nil
    case .hostdev, .vhostuser, .vdpa, .user, .mcast, .server, .client, .udp, .internal, .null, .vds:
      Interface.unsupported(
        "bandwidth",
        by: interface.type,
        bound: [.network, .bridge, .ethernet, .direct],
        because: "its packets do not pass the host's kernel, so libvirt cannot limit them"
      )
    }
  }
}

extension Diagnostic.Code {
  /// A bandwidth that limits nothing.
  public static let bandwidthEmpty = Diagnostic.Code(rawValue: "bandwidth.empty")
  /// A class of traffic, which networks have.
  public static let bandwidthClass = Diagnostic.Code(rawValue: "bandwidth.class")
  /// A rate that is kept free, where no network can keep it.
  public static let bandwidthFloor = Diagnostic.Code(rawValue: "bandwidth.floor")
}
