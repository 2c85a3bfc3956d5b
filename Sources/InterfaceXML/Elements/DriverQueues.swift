import Diagnostics

/// A number of queue pairs of a virtio device: `queues` of libvirt's `<driver>`.
public struct QueueCount: Hashable, Sendable {
  /// 2…4294967295: one queue pair is what every device has, and libvirt drops the attribute.
  ///
  /// A document may say 0 or 1 all the same.
  public let count: UInt32

  /// A number as a document has it.
  init(verbatim count: UInt32) { self.count = count }

  /// The numbers of queue pairs that there are.
  package static let counts: ClosedRange<Int64> = 1...Int64(UInt32.max)

  /// Makes a number of queue pairs; nil for 1, which says nothing.
  ///
  /// - Throws: `value.out-of-range`.
  public init?(_ count: Int64) throws(Diagnostic) {
    guard Self.counts.contains(count) else {
      throw Diagnostic(
        .valueOutOfRange,
        "the number of queues is \(count)",
        value: "\(count)",
        bound: "1…4294967295"
      )
    }
    guard count > 1 else { return nil }
    self.count = UInt32(count)
  }
}

/// Entries of a virtio queue: `rx_queue_size`, `tx_queue_size` of libvirt's `<driver>`.
public struct QueueSize: Hashable, Sendable {
  /// 256, 512 or 1024: what QEMU takes; libvirt takes any number in a definition.
  public let entries: UInt32

  /// A number as a document has it.
  init(verbatim entries: UInt32) { self.entries = entries }

  /// The sizes that QEMU takes.
  package static let sizes: [Int64] = [256, 512, 1024]

  /// Makes a queue's size.
  ///
  /// - Throws: `value.out-of-range`.
  public init(_ entries: Int64) throws(Diagnostic) {
    guard Self.sizes.contains(entries) else {
      throw Diagnostic(
        .valueOutOfRange,
        "the queue size is \(entries)",
        value: "\(entries)",
        bound: "256, 512 or 1024"
      )
    }
    self.entries = UInt32(entries)
  }
}
