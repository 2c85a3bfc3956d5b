public import Diagnostics

/// How the device is served: libvirt's `<driver>`.
public struct Driver: Hashable, Sendable {
  /// Who serves the device.
  public enum Name: String, CaseIterable, Sendable {
    /// QEMU itself; virtio only.
    case qemu
    /// The host's kernel; virtio only.
    case vhost
    /// VFIO; host devices only.
    case vfio
  }

  /// When packets are sent.
  public enum TransmitMode: String, CaseIterable, Sendable {
    /// By a thread, at once.
    case iothread
    /// When a timer ends, or the queue is full.
    case timer
  }

  /// Who serves the device.
  public var name: Name?
  /// When packets are sent.
  public var txmode: TransmitMode?
  /// Whether I/O is handled outside the guest's CPU thread.
  public var ioeventfd: Bool?
  /// Whether the device may put off interrupts.
  public var eventIdx: Bool?
  /// Number of queue pairs.
  public var queues: QueueCount?
  /// Entries of a receive queue.
  public var rxQueueSize: QueueSize?
  /// Entries of a transmit queue.
  public var txQueueSize: QueueSize?
  /// Whether the guest can set up receive-side scaling.
  public var rss: Bool?
  /// Whether packets carry their hash.
  public var rssHashReport: Bool?
  /// Whether the device uses the guest's IOMMU.
  public var iommu: Bool?
  /// Whether the device caches translations of the IOMMU.
  public var ats: Bool?
  /// Whether queues are of virtio 1.1's packed layout.
  public var packed: Bool?
  /// Whether each queue has a page of its own for notifications.
  public var pagePerVq: Bool?
  /// Offloads that the device tells the host of.
  public var host: HostOffloads?
  /// Offloads that the device tells the guest of.
  public var guest: GuestOffloads?

  /// A driver of which nothing is said.
  public init() {}

  /// Whether something is said that only virtio devices have.
  var hasVirtioSettings: Bool {
    var others = self
    others.name = nil
    return others != Driver() || name == .qemu || name == .vhost
  }

  func write(to writer: inout XMLWriter) throws(Diagnostic) {
    if self == Driver() { return }
    try writer.element("driver") { writer throws(Diagnostic) in
      try writer.attribute("name", name)
      try writer.attribute("txmode", txmode)
      try writer.attribute("ioeventfd", onOff: ioeventfd)
      try writer.attribute("event_idx", onOff: eventIdx)
      try writer.attribute("queues", queues?.count)
      try writer.attribute("rx_queue_size", rxQueueSize?.entries)
      try writer.attribute("tx_queue_size", txQueueSize?.entries)
      try writer.attribute("rss", onOff: rss)
      try writer.attribute("rss_hash_report", onOff: rssHashReport)
      try writer.attribute("iommu", onOff: iommu)
      try writer.attribute("ats", onOff: ats)
      try writer.attribute("packed", onOff: packed)
      try writer.attribute("page_per_vq", onOff: pagePerVq)
      try host?.write(to: &writer)
      try guest?.write(to: &writer)
    }
  }
}

extension Driver: RuledElement {
  func refusal(in interface: Interface) -> Diagnostic? {
    if interface.type == .hostdev {
      guard hasVirtioSettings else { return nil }
      return Diagnostic(
        .driverHostDevice,
        "an interface of type 'hostdev' can have driver name 'vfio' and no other driver setting",
        bound: "name vfio",
        remedy: "leave the other settings out: the guest's own driver makes them"
      )
    }
    if name == .vfio {
      return Interface.unsupported("driver name 'vfio'", by: interface.type, bound: [.hostdev])
        .at("name")
    }
    guard !hasVirtioSettings || interface.model?.isVirtio == true else {
      return Diagnostic(
        .driverModel,
        "driver settings need a virtio model: libvirt refuses or drops them beside another",
        value: interface.model?.type ?? "none",
        bound: "model \(Model.virtioFamily)"
      )
    }
    return txQueueSizeRefusal(in: interface)
  }

  private func txQueueSizeRefusal(in interface: Interface) -> Diagnostic? {
    guard let txQueueSize, txQueueSize.entries > 256 else { return nil }
    switch interface.type {
    case .vhostuser, .vdpa, .hostdev: return nil
    case .ethernet, .bridge, .direct:
      return Diagnostic(
        .driverTxQueueSize,
        "QEMU takes a tx_queue_size of \(txQueueSize.entries) with vhost-user and vDPA only",
        value: "\(txQueueSize.entries)",
        bound: "256"
      ).at("tx_queue_size")
    }
  }

  func remarks(in interface: Interface) -> [Diagnostic] {
    var remarks: [Diagnostic] = []
    if let name, interface.type == .vhostuser || interface.type == .vdpa {
      remarks.append(
        Diagnostic(
          .driverNameIgnored,
          "driver name '\(name.rawValue)' has no effect on type '\(interface.type.rawValue)': the"
            + " device is served from outside",
          value: name.rawValue
        ).at("name")
      )
    }
    if let queues, queues.count > 256, [.ethernet, .bridge, .direct].contains(interface.type) {
      remarks.append(
        Diagnostic(
          .driverQueues,
          "the kernel gives a TAP device 256 queues at most, and \(queues.count) are asked for",
          value: "\(queues.count)",
          bound: "256"
        ).at("queues")
      )
    }
    return remarks
  }
}

extension Diagnostic.Code {
  /// A setting that only virtio models have, beside another model.
  public static let driverModel = Diagnostic.Code(rawValue: "driver.model")
  /// A driver setting that host devices do not have.
  public static let driverHostDevice = Diagnostic.Code(rawValue: "driver.hostdev")
  /// A transmit queue longer than QEMU takes for this type.
  public static let driverTxQueueSize = Diagnostic.Code(rawValue: "driver.tx-queue-size")
  /// A driver name without effect.
  public static let driverNameIgnored = Diagnostic.Code(rawValue: "driver.name-ignored")
  /// More queues than the kernel gives.
  public static let driverQueues = Diagnostic.Code(rawValue: "driver.queues")
}
