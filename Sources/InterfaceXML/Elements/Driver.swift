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
    /// KVM's former assignment of devices; host devices only.
    case kvm
    /// Xen; host devices only.
    case xen

    /// Those that QEMU has today.
    package static let ofQEMU: [Name] = [.qemu, .vhost, .vfio]
    /// Those of devices that are served on the host.
    static let ofVirtio: [Name] = [.qemu, .vhost]
    /// Those of devices that the guest is given.
    static let ofHostDevices: [Name] = [.kvm, .vfio, .xen]
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
  /// The kernel's driver to bind, in place of vfio-pci; host devices only, since libvirt 10.
  public var model: String?
  /// Whether VFIO goes through iommufd; host devices only, since libvirt 12.1.
  public var iommufd: Bool?
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
    if name == .qemu || name == .vhost { return true }
    var others = self
    others.name = nil
    others.model = nil
    others.iommufd = nil
    return others != Driver()
  }

  /// The element before the source, which says how a host device is given.
  func writeOfHostDevice(to writer: inout XMLWriter) throws(Diagnostic) {
    if name == nil, model == nil, iommufd == nil { return }
    try writer.element("driver") { writer throws(Diagnostic) in
      try writer.attribute("name", name)
      try writer.attribute("model", model)
      try writer.attribute("iommufd", yesNo: iommufd)
    }
  }

  /// The element behind the model, which says how a device is served; with the name, all of it.
  func write(hasName: Bool = true, to writer: inout XMLWriter) throws(Diagnostic) {
    guard hasName ? self != Driver() : hasVirtioSettings else { return }
    try writer.element("driver") { writer throws(Diagnostic) in
      if hasName {
        try writer.attribute("name", name)
        try writer.attribute("model", model)
        try writer.attribute("iommufd", yesNo: iommufd)
      }
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

extension Driver {
  /// What decides on which attributes libvirt reads.
  struct Carrier {
    let isHostDevice: Bool
    let isPCI: Bool
    let isVirtio: Bool
  }

  init?(of carrier: Carrier, _ reader: inout ElementReader) throws(Diagnostic) {
    iommu = try reader.onOff("iommu")
    ats = try reader.onOff("ats")
    packed = try reader.onOff("packed")
    pagePerVq = try reader.onOff("page_per_vq")
    if !carrier.isVirtio, let option = virtioOption {
      throw Diagnostic(
        .driverModel,
        "\(option) is a setting of virtio devices",
        bound: "model \(Model.virtioFamily)",
        remedy: "leave it out"
      ).at("@\(option)")
    }
    let isLoose = reader.libvirt == nil
    let isOfVirtio = carrier.isVirtio && !carrier.isHostDevice
    if carrier.isPCI || isOfVirtio {
      name = try reader.word("name", among: carrier.isPCI ? Name.ofHostDevices : Name.ofVirtio)
    } else if isLoose {
      name = try reader.word("name")
    }
    if carrier.isPCI || isLoose { try readOfHostDevice(&reader) }
    if isOfVirtio || isLoose { try readOfVirtio(&reader) }
    if self == Driver() { return nil }
  }

  private var virtioOption: String? {
    let options = [("iommu", iommu), ("ats", ats), ("packed", packed), ("page_per_vq", pagePerVq)]
    return options.first { $0.1 != nil }?.0
  }

  private mutating func readOfHostDevice(_ reader: inout ElementReader) throws(Diagnostic) {
    if reader.permits(.hostDriverModel) { model = reader.text("model") }
    if reader.permits(.hostDriverIOMMUFD) { iommufd = try reader.yesNo("iommufd") }
  }

  private mutating func readOfVirtio(_ reader: inout ElementReader) throws(Diagnostic) {
    txmode = try reader.word("txmode")
    ioeventfd = try reader.onOff("ioeventfd")
    eventIdx = try reader.onOff("event_idx")
    queues = try reader.number("queues").map { QueueCount(verbatim: $0) }
    if let queues, queues.count <= 1,
      reader.drops("@queues", .driverQueuesOne, "libvirt drops a number of queues below 2")
    {
      self.queues = nil
    }
    rxQueueSize = try Self.queueSize("rx_queue_size", &reader)
    txQueueSize = try Self.queueSize("tx_queue_size", &reader)
    rss = try reader.onOff("rss")
    rssHashReport = try reader.onOff("rss_hash_report")
    host = try reader.child("host", HostOffloads.init)
    guest = try reader.child("guest", GuestOffloads.init)
  }

  private static func queueSize(
    _ name: String,
    _ reader: inout ElementReader
  ) throws(Diagnostic) -> QueueSize? {
    guard let entries: UInt32 = try reader.number(name) else { return nil }
    if entries == 0,
      reader.drops("@\(name)", .driverQueueSizeZero, "libvirt drops a queue size of 0")
    {
      return nil
    }
    return QueueSize(verbatim: entries)
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
    if let name, Name.ofHostDevices.contains(name) {
      return Interface.unsupported(
        "driver name '\(name.rawValue)'",
        by: interface.type,
        bound: [.hostdev]
      )
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
    case .ethernet, .bridge, .direct, .network, .user, .mcast, .server, .client, .udp, .internal,
      .null, .vds:
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
  /// A number of queues that says nothing.
  public static let driverQueuesOne = Diagnostic.Code(rawValue: "driver.queues-one")
  /// A queue size that says nothing.
  public static let driverQueueSizeZero = Diagnostic.Code(rawValue: "driver.queue-size-zero")
  /// More queues than the kernel gives.
  public static let driverQueues = Diagnostic.Code(rawValue: "driver.queues")
}
