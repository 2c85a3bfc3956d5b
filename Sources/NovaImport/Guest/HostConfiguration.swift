import Diagnostics
public import InterfaceXML
import JSONText
import VIFTranslator

/// What the compute host's nova is configured with: the section `[libvirt]` of its `nova.conf`.
public struct HostConfiguration: Hashable, Sendable {
  /// Size of each receive queue.
  public var rxQueueSize: QueueSize?
  /// Size of each transmit queue.
  public var txQueueSize: QueueSize?
  /// The most queues that a NIC gets; nil for what the kernel bears.
  public var maxQueues: Int64?
  /// Whether guests get virtio when nobody asks for a model.
  public var usesVirtioForBridges = true
  /// The configured type, where it is another than the guest's.
  public var virtType: VirtType?

  /// A configuration of which nothing is set.
  public init() {}

  enum Key: String, CaseIterable {
    case rxQueueSize = "rx_queue_size"
    case txQueueSize = "tx_queue_size"
    case maxQueues = "max_queues"
    case usesVirtioForBridges = "use_virtio_for_bridges"
    case virtType = "virt_type"
  }

  init(reading reader: inout JSONReader) throws(Diagnostic) {
    try reader.readClosedObject(of: Key.self) { reader, key throws(Diagnostic) in
      switch key {
      case .rxQueueSize: rxQueueSize = try QueueSize(reader.readInteger())
      case .txQueueSize: txQueueSize = try QueueSize(reader.readInteger())
      case .maxQueues: maxQueues = try reader.readCount()
      case .usesVirtioForBridges: usesVirtioForBridges = try reader.readBoolean()
      case .virtType: virtType = try reader.readWord()
      }
    }
  }
}

extension JSONReader {
  /// Reads a number of things of which there is at least one.
  mutating func readCount() throws(Diagnostic) -> Int64 {
    let number = try readInteger()
    guard number >= 1 else {
      throw Diagnostic(
        .valueOutOfRange,
        "\(number) is out of range",
        value: "\(number)",
        bound: "1 and more"
      )
    }
    return number
  }
}
