import Addresses
import Diagnostics
import InterfaceXML
import VIFModel

/// VIFHostDevice: a PCI function as a network device, through vDPA, or as it is.
extension VIFHostDevice {
  /// Whether it is no network device to libvirt, but a host device.
  func isGeneric(to guest: GuestSettings) -> Bool {
    switch devType {
    case .generic: guest.vdpa != true
    case .ethernet, nil: false
    }
  }

  func interface(
    _ guest: GuestSettings,
    _ host: any HostDevices
  ) throws(Diagnostic) -> Interface {
    let devAddress = try address()
    if guest.vdpa == true { return try vdpaInterface(devAddress, host) }
    guard devType != nil else {
      throw Diagnostic.missingField("dev_type", because: "it says what libvirt is told")
        .atVIF("dev_type")
    }
    let source = HostDeviceSource(address: devAddress, managed: guest.managed ?? true)
    return Interface(source: .hostdev(source), virtualPort: try virtualPort())
  }

  func hostDevice(_ guest: GuestSettings) throws(Diagnostic) -> HostDevice {
    let source = HostDeviceSource(address: try address(), managed: guest.managed ?? true)
    guard try virtualPort() == nil else {
      throw Diagnostic(
        .pairUnsupported,
        "VIFHostDevice of dev_type generic is no network device to libvirt, so it has no port",
        value: base.portProfile?.className ?? "none",
        bound: "dev_type ethernet"
      ).atVIF("port_profile")
    }
    var device = HostDevice(source: source)
    try guest.apply(to: &device)
    return device
  }

  private func address() throws(Diagnostic) -> PCIAddress {
    guard let devAddress else {
      throw Diagnostic.missingField("dev_address", because: "it names the function")
        .atVIF("dev_address")
    }
    return devAddress
  }

  private func virtualPort() throws(Diagnostic) -> VirtualPort? {
    switch base.portProfile {
    case .ieee8021Qbh(let profile): try profile.virtualPort(of: .hostDevice(self))
    case nil, .base, .openVSwitch, .fpOpenVSwitch, .ovsRepresentor, .fpBridge, .fpTap,
      .ieee8021Qbg, .k8sDPDK:
      nil
    }
  }

  private func vdpaInterface(
    _ address: PCIAddress,
    _ host: any HostDevices
  ) throws(Diagnostic) -> Interface {
    do throws(Diagnostic) {
      guard let path = try host.vdpaDevice(at: address) else {
        throw Diagnostic(
          .hostVDPAMissing,
          "PCI function \(address) has no vDPA device on this host",
          value: "\(address)",
          remedy: "make one with 'vdpa dev add', or name it under 'host': 'vdpa'"
        )
      }
      let source = Source.vdpa(try VDPASource(dev: path))
      return Interface(source: source, virtualPort: try virtualPort())
    } catch {
      throw error.path.isRoot ? error.atVIF("dev_address") : error
    }
  }
}

extension Diagnostic.Code {
  /// A PCI function without a vDPA device.
  public static let hostVDPAMissing = Diagnostic.Code(rawValue: "host.vdpa-missing")
}
