import Diagnostics
import InterfaceXML
import VIFTranslator

/// What nova's libvirt driver settles before it looks at the VIF: model, driver, queues.
struct GuestSide {
  private let guest: NovaGuest
  private let vnicType: VNICType
  private(set) var model: Model?
  private var driverName: Driver.Name?
  private var queues: Int64?
  private var rxQueueSize: QueueSize?
  private var isPacked = false

  /// Goes nova's way: packed rings, model, driver, queues.
  ///
  /// - Throws: `nova.flavor-image-conflict`, `nova.model-unknown`, `nova.model-unsupported`, with a
  ///   path into the guest.
  init(_ guest: NovaGuest, vnicType: VNICType) throws(Diagnostic) {
    self.guest = guest
    self.vnicType = vnicType
    let imageModel = try Self.imageModel(guest)
    isPacked = try guest.isOn(.packedRing)
    if vnicType.isPassthrough { return }
    rxQueueSize = guest.configuration.rxQueueSize
    guard let chosen = try Self.chosenModel(guest, imageModel) else { return }
    model = try chosen.model
    guard chosen == .virtio else { return }
    if guest.virtType == .qemu { driverName = .qemu }
    if guest.virtType.hasMultiqueue, guest.vcpus >= 2, try guest.isOn(.multiqueue) {
      driverName = .vhost
      queues = min(guest.vcpus, guest.queueLimit)
    }
    if driverName != .qemu, rxQueueSize != nil { driverName = .vhost }
  }

  private static func imageModel(_ guest: NovaGuest) throws(Diagnostic) -> ImageModel? {
    guard let text = guest.imageProperties["hw_vif_model"] else { return nil }
    do throws(Diagnostic) {
      return try ImageModel(property: text)
    } catch {
      throw error.at("hw_vif_model").at("image_properties")
    }
  }

  private static func chosenModel(
    _ guest: NovaGuest,
    _ imageModel: ImageModel?
  ) throws(Diagnostic) -> ImageModel? {
    let configured = guest.configuration.virtType ?? guest.virtType
    let usesVirtio = configured.usesVirtio && guest.configuration.usesVirtioForBridges
    guard let model = imageModel ?? (usesVirtio ? .virtio : nil) else { return nil }
    guard model.isServed(by: guest.virtType) else {
      let served = ImageModel.allCases.filter { $0.isServed(by: guest.virtType) }
      throw Diagnostic(
        .novaModelUnsupported,
        "nova gives no model '\(model.rawValue)' to a guest of type '\(guest.virtType.rawValue)'",
        value: model.rawValue,
        bound: served.isEmpty ? "none" : served.map(\.rawValue).joined(separator: ", ")
      ).at("hw_vif_model").at("image_properties")
    }
    return model
  }

  /// What nova keeps of it for a VIF of this class, as guest settings.
  ///
  /// - Throws: `value.out-of-range` and `value.not-a-number`, with a path into the guest.
  func settings(for vif: VIF, _ warnings: inout [Diagnostic]) throws(Diagnostic) -> GuestSettings {
    var settings = GuestSettings()
    let isVDPA = vnicType == .vdpa
    switch vif {
    case .hostDevice: settings.vdpa = isVDPA
    case .generic, .bridge, .openVSwitch, .direct, .vHostUser, .nestedDPDK:
      settings.model = model.map { .named($0) } ?? .hypervisor
    }
    settings.driver = try driver(for: vif, isVDPA: isVDPA)
    switch vif {
    case .generic, .bridge, .openVSwitch, .direct: settings.bandwidth = try guest.bandwidth()
    case .vHostUser, .hostDevice, .nestedDPDK:
      if guest.limitsTraffic { warnings.append(Self.bandwidthLeftOut(vif.className)) }
    }
    return settings
  }

  /// The flavor's limits have no place.
  static func bandwidthLeftOut(_ device: String) -> Diagnostic {
    Diagnostic(
      .novaBandwidthLeftOut,
      "the flavor's limits of traffic are left out, as in nova: they do not count for \(device)",
      remedy: "limit the traffic by a QoS policy of the port"
    ).at("extra_specs")
  }

  private func driver(for vif: VIF, isVDPA: Bool) throws(Diagnostic) -> Driver? {
    var driver = Driver()
    if isPacked { driver.packed = true }
    let configuration = guest.configuration
    var sizes: (rx: QueueSize?, tx: QueueSize?) = (rxQueueSize, nil)
    var hasQueues = isPacked || driverName != nil
    switch vif {
    case .vHostUser:
      (sizes, hasQueues) = ((configuration.rxQueueSize, configuration.txQueueSize), true)
    case .hostDevice where isVDPA:
      (sizes, hasQueues) = ((configuration.rxQueueSize, configuration.txQueueSize), true)
      driver.name = driverName
    case .generic, .bridge, .openVSwitch, .direct, .hostDevice, .nestedDPDK:
      driver.name = driverName
    }
    guard hasQueues else { return nil }
    if let queues {
      do throws(Diagnostic) {
        driver.queues = try QueueCount(queues)
      } catch {
        throw error.at("vcpus")
      }
    }
    driver.rxQueueSize = sizes.rx
    driver.txQueueSize = sizes.tx
    return driver == Driver() ? nil : driver
  }
}

extension NovaGuest {
  /// How many queues the host's kernel bears, unless the configuration says so.
  fileprivate var queueLimit: Int64 {
    if let limit = configuration.maxQueues { return limit }
    return switch kernelMajor {
    case ...2: 1
    case 3: 8
    case 4: 256
    default: .max
    }
  }
}
