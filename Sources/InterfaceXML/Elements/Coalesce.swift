import Diagnostics

/// Interrupt coalescing of the TAP device: libvirt's `<coalesce>`.
public struct Coalesce: Hashable, Sendable {
  /// How many received frames may wait for one interrupt (`rx/frames/@max`), 1…4294967295.
  public let rxFramesMax: UInt32

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

extension Coalesce: RuledElement {
  func refusal(in interface: Interface) -> Diagnostic? {
    guard interface.type != .bridge else { return nil }
    return Interface.unsupported(
      "coalesce",
      by: interface.type,
      bound: [.bridge],
      because: "QEMU refuses it"
    )
  }
}
