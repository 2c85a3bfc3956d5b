import Diagnostics

/// Interrupt coalescing of the TAP device: libvirt's `<coalesce>`.
public struct Coalesce: Hashable, Sendable {
  /// How many received frames may wait for one interrupt (`rx/frames/@max`), 1…4294967295.
  public let rxFramesMax: UInt32

  /// A number as a document has it.
  init(verbatim rxFramesMax: UInt32) { self.rxFramesMax = rxFramesMax }

  /// The numbers of frames that libvirt keeps.
  package static let frames: ClosedRange<Int64> = 1...Int64(UInt32.max)

  /// Makes settings.
  ///
  /// - Throws: `value.out-of-range`; 0 is libvirt's default, and is dropped.
  public init(rxFramesMax: Int64) throws(Diagnostic) {
    guard Self.frames.contains(rxFramesMax) else {
      throw Diagnostic(
        .valueOutOfRange,
        "coalesce rx frames max is \(rxFramesMax)",
        value: "\(rxFramesMax)",
        bound: "1…4294967295"
      )
    }
    self.rxFramesMax = UInt32(rxFramesMax)
  }

  func write(to writer: inout XMLWriter) throws(Diagnostic) {
    try writer.element("coalesce") { writer throws(Diagnostic) in
      try writer.element("rx") { writer throws(Diagnostic) in
        try writer.element("frames") { writer throws(Diagnostic) in
          try writer.attribute("max", rxFramesMax)
        }
      }
    }
  }
}

extension Coalesce {
  init?(_ reader: inout ElementReader) throws(Diagnostic) {
    let frames = try reader.mergedChild("rx") { reader throws(Diagnostic) -> UInt32? in
      try reader.mergedChild("frames") { reader throws(Diagnostic) -> UInt32? in
        guard reader.text("max") != "" else { return nil }
        return try reader.number("max")
      }
    }
    guard let frames else { return nil }
    if frames == 0,
      reader.drops("rx", .coalesceZero, "coalesce of 0 frames is what libvirt does without")
    {
      return nil
    }
    self.init(verbatim: frames)
  }
}

extension Coalesce: RuledElement {
  func refusal(in interface: Interface) -> Diagnostic? {
    guard interface.type != .bridge, interface.type != .network else { return nil }
    return Interface.unsupported(
      "coalesce",
      by: interface.type,
      bound: [.network, .bridge],
      because: "QEMU refuses it"
    )
  }
}

extension Diagnostic.Code {
  /// Coalescing of no frames.
  public static let coalesceZero = Diagnostic.Code(rawValue: "coalesce.zero")
}
