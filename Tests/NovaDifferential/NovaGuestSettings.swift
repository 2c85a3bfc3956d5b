import Diagnostics
import InterfaceXML
import VIFModel
import VIFTranslator

/// nova's way from its options to what the guest side of an interface is, as its libvirt driver
/// goes it: model and driver first, then what the VIF's class keeps of them.
struct NovaGuestSettings {
  /// Why nova itself raises an error before it looks at the VIF.
  struct Refusal: Error {
    let reason: String
  }

  private let options: NovaOptions
  private var model: String?
  private var driverName: Driver.Name?
  private var queues: Int64?
  private var rxQueueSize: Int64?
  private var isPacked = false

  /// The vnic types whose guest side is the device's own.
  private static let passthroughTypes: Set<String> = [
    "direct", "direct-physical", "accelerator-direct", "accelerator-direct-physical",
    "remote-managed", "vdpa",
  ]

  init(_ options: NovaOptions) throws(Refusal) {
    self.options = options
    isPacked = try truth("hw:virtio_packed_ring", "hw_virtio_packed_ring")
    if Self.passthroughTypes.contains(options.vnicType) { return }
    rxQueueSize = options.rxQueueSize
    model = try chosenModel()
    guard model == "virtio" else { return }
    if options.virtType == "qemu" { driverName = .qemu }
    if ["kvm", "parallels"].contains(options.virtType), try isMultiqueue() {
      driverName = .vhost
      queues = min(options.vcpus, queueLimit)
    }
    if driverName != .qemu, rxQueueSize != nil { driverName = .vhost }
  }

  private func chosenModel() throws(Refusal) -> String? {
    var model = options.imageProperties["hw_vif_model"]?.lowercased()
    if let name = model { model = try Self.imageModel(name) }
    let configured = options.configuredVirtType ?? options.virtType
    if model == nil, ["kvm", "qemu", "parallels"].contains(configured),
      options.usesVirtioForBridges
    {
      model = "virtio"
    }
    guard let model else { return nil }
    guard let models = Self.models[options.virtType] else { throw Refusal(reason: "virt type") }
    guard models.contains(model) else { throw Refusal(reason: "model") }
    return model
  }

  private static func imageModel(_ name: String) throws(Refusal) -> String {
    let others = [
      "virtuale1000": "e1000", "virtuale1000e": "e1000e", "virtualpcnet32": "pcnet",
      "virtualsriovethernetcard": "sriov", "virtualvmxnet": "vmxnet", "virtualvmxnet3": "vmxnet3",
    ]
    let known = Set(models.values.joined()).union(["netfront", "sriov", "vmxnet"])
    let model = others[name] ?? name
    guard known.contains(model) else { throw Refusal(reason: "image model") }
    return model
  }

  private static let kvmModels: Set<String> = [
    "virtio", "ne2k_pci", "pcnet", "rtl8139", "e1000", "e1000e", "spapr-vlan", "vmxnet3", "igb",
  ]
  private static let models: [String: Set<String>] = [
    "kvm": kvmModels, "qemu": kvmModels.union(["lan9118"]),
    "parallels": ["virtio", "rtl8139", "e1000"], "lxc": [],
  ]

  private func isMultiqueue() throws(Refusal) -> Bool {
    guard options.vcpus >= 2 else { return false }
    return try truth("hw:vif_multiqueue_enabled", "hw_vif_multiqueue_enabled")
  }

  /// A setting of the flavor or of the image; of both only when they agree.
  private func truth(_ flavor: String, _ image: String) throws(Refusal) -> Bool {
    let words: Set<String> = ["1", "t", "true", "on", "y", "yes"]
    let parse = { (text: String) in
      words.contains(text.lowercased().filter { !$0.isWhitespace })
    }
    let flavorValue = options.extraSpecs.last { $0.key == flavor }.map { parse($0.value) }
    let imageValue = options.imageProperties[image].map(parse)
    if let flavorValue, let imageValue, flavorValue != imageValue {
      throw Refusal(reason: "flavor and image differ")
    }
    return flavorValue ?? imageValue ?? false
  }

  private var queueLimit: Int64 {
    if let limit = options.maxQueues { return limit }
    let major = Int(options.kernel.prefix { $0.isNumber }) ?? 5
    return switch major {
    case ...2: 1
    case 3: 8
    case 4: 256
    default: .max
    }
  }

  /// What nova's class for this VIF keeps of it, as guest settings.
  ///
  /// - Throws: A diagnostic for a value that libvirt would refuse, which nova does not look at.
  func settings(for vif: VIF) throws(Diagnostic) -> GuestSettings {
    var settings = GuestSettings()
    let isVDPA = options.vnicType == "vdpa"
    switch vif {
    case .hostDevice:
      settings.vdpa = isVDPA
    case .generic, .bridge, .openVSwitch, .direct, .vHostUser, .nestedDPDK:
      if Self.passthroughTypes.contains(options.vnicType) || model == nil {
        settings.model = .hypervisor
      } else if let model {
        settings.model = .named(try Model(model))
      }
    }
    settings.driver = try driver(for: vif, isVDPA: isVDPA)
    switch vif {
    case .generic, .bridge, .openVSwitch, .direct: settings.bandwidth = try bandwidth()
    case .vHostUser, .hostDevice, .nestedDPDK: break
    }
    return settings
  }

  private func driver(for vif: VIF, isVDPA: Bool) throws(Diagnostic) -> Driver? {
    var driver = Driver()
    if isPacked { driver.packed = true }
    switch vif {
    case .vHostUser: break
    case .generic, .bridge, .openVSwitch, .direct, .hostDevice, .nestedDPDK:
      driver.name = driverName
    }
    var isWritten = driver.name != nil || isPacked
    var (rx, tx): (Int64?, Int64?) = (rxQueueSize, nil)
    switch vif {
    case .vHostUser: (rx, tx, isWritten) = (options.rxQueueSize, options.txQueueSize, true)
    case .hostDevice where isVDPA:
      (rx, tx, isWritten) = (options.rxQueueSize, options.txQueueSize, true)
    default: break
    }
    guard isWritten else { return nil }
    if let queues { driver.queues = try QueueCount(queues) }
    if let rx { driver.rxQueueSize = try QueueSize(rx) }
    if let tx { driver.txQueueSize = try QueueSize(tx) }
    return driver == Driver() ? nil : driver
  }

  /// The limits of the flavor; a direction without an average is lost in nova.
  private func bandwidth() throws(Diagnostic) -> Bandwidth? {
    var values: [String: String] = [:]
    for (key, value) in options.extraSpecs {
      let parts = key.split(separator: ":", omittingEmptySubsequences: false)
      if parts.count > 1, parts[0] == "quota" { values[String(parts[1])] = value }
    }
    func limits(_ direction: String) throws(Diagnostic) -> Bandwidth.Limits? {
      let names = ["average", "peak", "burst"].map { "vif_\(direction)_\($0)" }
      guard let average = values[names[0]], !average.isEmpty else { return nil }
      return try Bandwidth.Limits(
        average: Self.number(average),
        peak: values[names[1]].map(Self.number),
        burst: values[names[2]].map(Self.number)
      )
    }
    let (inbound, outbound) = (try limits("inbound"), try limits("outbound"))
    if inbound == nil, outbound == nil { return nil }
    return try Bandwidth(inbound: inbound, outbound: outbound)
  }

  /// A number as libvirt would read it; what is none is out of every range.
  private static func number(_ text: String) -> Int64 { Int64(text) ?? -1 }
}
