import Diagnostics
import InterfaceXML
import VIFModel

// What the guest wants, added to what the host has. Whether the type can carry it is checked
// afterwards, by the elements' own rules.

extension GuestSettings {
  /// Adds the settings to an interface.
  func apply(
    to interface: inout Interface,
    of vif: VIF,
    _ warnings: inout [Diagnostic]
  ) throws(Diagnostic) {
    try refuseSettingsOfOtherTypes(interface.type)
    applyDriver(to: &interface, &warnings)
    applyModel(to: &interface)
    interface.mtu = try mtu(for: interface.type, of: vif, &warnings)
    interface.trustGuestRxFilters = trustGuestRxFilters
    interface.link = link
    interface.port = port
    addRareElements(to: &interface)
  }

  /// Adds what is mostly not there, each by itself: to ask is cheaper than to copy.
  private func addRareElements(to interface: inout Interface) {
    if let vlan { interface.vlan = vlan }
    if let bandwidth { interface.bandwidth = bandwidth }
    if let filterReference { interface.filterReference = filterReference }
    if let boot { interface.boot = boot }
    if let alias { interface.alias = alias }
    if let address { interface.address = address }
    if let acpi { interface.acpi = acpi }
    if let rom { interface.rom = rom }
    if let coalesce { interface.coalesce = coalesce }
    if let teaming { interface.teaming = teaming }
    if let tune { interface.tune = tune }
    if let backend { interface.backend = backend }
  }

  /// The settings that no element holds, but the source or the target of one type.
  private func refuseSettingsOfOtherTypes(_ type: InterfaceType) throws(Diagnostic) {
    if reconnect != nil, type != .vhostuser {
      throw Diagnostic.settingUnsupported("reconnect", by: type, bound: .vhostuser)
    }
    if managed != nil, type != .hostdev {
      throw Diagnostic.settingUnsupported("managed", by: type, bound: .hostdev)
    }
    if vdpa == true, type != .vdpa {
      throw Diagnostic.settingUnsupported("vdpa", by: type, bound: .vdpa)
    }
    if tapManaged != nil, type != .ethernet {
      throw Diagnostic.settingUnsupported("tapManaged", by: type, bound: .ethernet)
    }
  }

  private func applyModel(to interface: inout Interface) {
    switch (model, interface.type) {
    case (.named(let named), _): interface.model = named
    case (_, .hostdev): interface.model = nil
    // libvirt refuses a vhost-user interface without a virtio model.
    case (_, .vhostuser): interface.model = .virtio
    case (.hypervisor, _): interface.model = nil
    // libvirt gives vDPA its only model by itself, but reads driver settings beside one only.
    case (.standard, .vdpa): interface.model = interface.driver == nil ? nil : .virtio
    case (.standard, _): interface.model = .virtio
    }
  }

  private func applyDriver(to interface: inout Interface, _ warnings: inout [Diagnostic]) {
    guard let driver, driver != Driver() else { return }
    interface.driver = driver
    if driver.name == .qemu, interface.type.isServedByQEMU, let size = driver.rxQueueSize {
      interface.driver?.rxQueueSize = nil
      warnings.append(
        Diagnostic(
          .rxQueueSizeIgnored,
          "rx_queue_size \(size.entries) has no effect beside driver name 'qemu' and is left out",
          value: "\(size.entries)",
          bound: "driver name vhost, or none"
        ).at(JSONPointer(["guest", "driver", "rx_queue_size"]))
      )
    }
  }

  private func mtu(
    for type: InterfaceType,
    of vif: VIF,
    _ warnings: inout [Diagnostic]
  ) throws(Diagnostic) -> MTU? {
    switch mtu {
    case .none: return nil
    case .size(let mtu): return mtu
    case .network: break
    }
    guard let size = vif.networkMTU, size != 0 else { return nil }
    switch type {
    case .ethernet, .bridge, .network:
      return try Places.locating(vif: "network", "mtu") { () throws(Diagnostic) in
        try MTU(size: size)
      }
    case .direct, .hostdev, .vhostuser, .vdpa, .user, .mcast, .server, .client, .udp, .internal,
      .null, .vds:
      warnings.append(
        Diagnostic(
          .mtuLeftOut,
          "the network's mtu \(size) is left out: a NIC of type '\(type.rawValue)' cannot be plugged in with"
            + " one",
          value: "\(size)",
          remedy: "set it in the guest, by DHCP or by hand"
        ).atVIF("network", "mtu")
      )
      return nil
    }
  }

  /// Adds the settings to a generic host device, which can carry few.
  func apply(to device: inout HostDevice) throws(Diagnostic) {
    let others: [(name: Key, isSet: Bool)] = [
      (.model, model != .standard), (.driver, driver != nil), (.mtu, mtu.isSize),
      (.bandwidth, bandwidth != nil), (.vlan, vlan != nil),
      (.filterref, filterReference != nil), (.link, link != nil), (.acpi, acpi != nil),
      (.coalesce, coalesce != nil), (.teaming, teaming == .persistent), (.port, port != nil),
      (.tune, tune != nil), (.backend, backend != nil),
      (.trustGuestRxFilters, trustGuestRxFilters != nil), (.reconnect, reconnect != nil),
      (.tapManaged, tapManaged != nil),
    ]
    for other in others where other.isSet {
      throw Diagnostic.settingUnsupported(
        other.name == .teaming ? "teaming persistent" : other.name.rawValue,
        key: other.name.rawValue,
        by: "a generic host device",
        bound: "address, boot, rom, alias, teaming transient, managed"
      )
    }
    device.address = address
    device.boot = boot
    device.rom = rom
    device.alias = alias
    device.teaming = teaming
  }
}

extension InterfaceType {
  /// Whether QEMU or the kernel serves the device, as its driver's name has it; what serves the others
  /// is neither, whatever the name says.
  fileprivate var isServedByQEMU: Bool {
    switch self {
    case .ethernet, .bridge, .direct: true
    case .network, .vhostuser, .hostdev, .vdpa, .user, .mcast, .server, .client, .udp, .internal,
      .null, .vds:
      false
    }
  }
}

extension GuestSettings.MTUChoice {
  fileprivate var isSize: Bool {
    if case .size = self { true } else { false }
  }
}

extension Diagnostic {
  fileprivate static func settingUnsupported(
    _ name: String,
    by type: InterfaceType,
    bound: InterfaceType
  ) -> Diagnostic {
    settingUnsupported(
      name,
      by: "an interface of type '\(type.rawValue)'",
      bound: "type \(bound.rawValue)"
    )
  }

  fileprivate static func settingUnsupported(
    _ name: String,
    key: String? = nil,
    by carrier: String,
    bound: String
  ) -> Diagnostic {
    Diagnostic(
      .elementUnsupportedByType,
      "\(carrier) cannot carry \(name)",
      bound: bound,
      remedy: "leave \(key ?? name) out"
    ).at(JSONPointer(["guest", key ?? name]))
  }
}

extension Diagnostic.Code {
  /// A receive queue's size beside a driver that does not use it.
  public static let rxQueueSizeIgnored = Diagnostic.Code(rawValue: "driver.rx-queue-size-ignored")
  /// The network's MTU on a type of interface that cannot carry one.
  public static let mtuLeftOut = Diagnostic.Code(rawValue: "mtu.left-out")
}
