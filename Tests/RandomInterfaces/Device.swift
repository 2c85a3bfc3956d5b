import Diagnostics
import InterfaceXML
import SeededRandom

// What says what the guest sees, and how it is served.

extension Maker {
  mutating func model(_ type: InterfaceType) throws(Diagnostic) -> Model? {
    if !isWild, type == .vhostuser || type == .vdpa { return .virtio }
    if dice.once(in: 4) { return nil }
    let name = dice.pick(
      "virtio",
      "virtio",
      "virtio-transitional",
      "virtio-non-transitional",
      "e1000e",
      "igb",
      "Am79C970A",
      "a_model-1"
    )
    return try Model(name)
  }

  mutating func backend(_ type: InterfaceType) throws(Diagnostic) -> Backend? {
    let isPasst = (isWild || type == .user || type == .vhostuser) && dice.once(in: 4)
    let backend = try Backend(
      type: isPasst ? .passt : dice.once(in: 8) ? .default : nil,
      tap: dice.once(in: 2) ? "/dev/net/tun" : nil,
      vhost: dice.once(in: 2) ? "/dev/vhost-net" : nil,
      logFile: dice.once(in: 2) ? path() : nil,
      hostname: isPasst || isWild ? maybeText() : nil,
      fqdn: isPasst || isWild ? maybeText() : nil
    )
    return backend == (try Backend()) ? nil : backend
  }

  mutating func addDevice(_ interface: inout Interface) throws(Diagnostic) {
    interface.script = maybeText().map { Script(path: $0) }
    interface.downscript = maybeText().map { Script(path: $0) }
    interface.backendDomain = maybeText().map { BackendDomain(name: $0) }
    interface.target = try sometimes { make throws(Diagnostic) in
      try make.target(interface.type)
    }
    if dice.once(in: 3) {
      interface.guest = GuestDevice(dev: text(), actual: maybeText())
    }
    interface.driver = try sometimes { make throws(Diagnostic) in try make.driver(interface) }
    interface.filterReference = try sometimes { make throws(Diagnostic) in
      try make.filterReference()
    }
    if dice.once(in: 3) { interface.tune = Tune(sndbuf: number(0...UInt64.max)) }
    interface.coalesce = try sometimes { make throws(Diagnostic) in
      try Coalesce(rxFramesMax: make.number(Coalesce.frames))
    }
  }

  private mutating func target(_ type: InterfaceType) throws(Diagnostic) -> Target {
    let managed = isWild || type == .ethernet ? maybe() : dice.pick(nil, true)
    return Target(
      dev: dice.once(in: 8) && managed != nil ? nil : try deviceName(),
      managed: managed
    )
  }

  /// What is read of a driver depends on the model and the type; what is not is dropped.
  private mutating func driver(_ interface: Interface) throws(Diagnostic) -> Driver? {
    var driver = Driver()
    let isVirtio = interface.model?.isVirtio == true
    if case .hostdev(let source) = interface.source, source.isPCI || isWild {
      driver.name = dice.pick(nil, .vfio, .kvm, .xen)
      driver.model = maybeText()
      driver.iommufd = maybe()
    }
    if isVirtio || isWild {
      driver.iommu = maybe()
      driver.ats = maybe()
      driver.packed = maybe()
      driver.pagePerVq = maybe()
    }
    if isVirtio && interface.type != .hostdev || isWild {
      if driver.name == nil { driver.name = dice.pick(nil, .qemu, .vhost) }
      try addQueues(&driver)
      driver.host = hostOffloads()
      driver.guest = guestOffloads()
    }
    return driver == Driver() ? nil : driver
  }

  private mutating func addQueues(_ driver: inout Driver) throws(Diagnostic) {
    driver.txmode = maybeWord()
    driver.ioeventfd = maybe()
    driver.eventIdx = maybe()
    driver.queues = dice.once(in: 2) ? try QueueCount(number(2...256)) : nil
    driver.rxQueueSize = dice.once(in: 2) ? try QueueSize(dice.pick(256, 512, 1024)) : nil
    driver.txQueueSize = dice.once(in: 2) ? try QueueSize(dice.pick(256, 512, 1024)) : nil
    driver.rss = maybe()
    driver.rssHashReport = maybe()
  }

  private mutating func hostOffloads() -> HostOffloads? {
    var offloads = HostOffloads()
    guard dice.once(in: 2) else { return nil }
    offloads.csum = maybe()
    offloads.gso = maybe()
    offloads.tso4 = maybe()
    offloads.tso6 = maybe()
    offloads.ecn = maybe()
    offloads.ufo = maybe()
    offloads.mergeableReceiveBuffers = maybe()
    return offloads == HostOffloads() ? nil : offloads
  }

  private mutating func guestOffloads() -> GuestOffloads? {
    var offloads = GuestOffloads()
    guard dice.once(in: 2) else { return nil }
    offloads.csum = maybe()
    offloads.tso4 = maybe()
    offloads.tso6 = maybe()
    offloads.ecn = maybe()
    offloads.ufo = maybe()
    return offloads == GuestOffloads() ? nil : offloads
  }

  private mutating func filterReference() throws(Diagnostic) -> FilterReference {
    try FilterReference(
      filter: dice.pick("clean-traffic", "_f.1"),
      parameters: try list(upTo: 3) { make throws(Diagnostic) in
        try .init(
          name: make.dice.pick("IP", "IP", "MAC", "A_1"),
          value: make.string(of: ["a", "Z", "0", "_", ".", ":"], 1...9)
        )
      }
    )
  }
}
