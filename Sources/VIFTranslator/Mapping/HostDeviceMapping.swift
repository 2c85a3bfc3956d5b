import Addresses
import Diagnostics
import InterfaceXML
import VIFModel

/// VIFHostDevice: a PCI function as a network device, through vDPA, or as it is.
extension VIFHostDevice {
  func device(_ guest: GuestSettings, _ host: some HostDevices) throws(Diagnostic) -> Device {
    guard let devAddress else {
      throw Diagnostic.missingField("dev_address", because: "it names the function")
        .atVIF("dev_address")
    }
    if guest.vdpa == true { return .interface(try vdpaInterface(devAddress, host)) }
    guard let devType else {
      throw Diagnostic.missingField("dev_type", because: "it says what libvirt is told")
        .atVIF("dev_type")
    }
    let source = HostDeviceSource(address: devAddress, managed: guest.managed ?? true)
    switch devType {
    case .ethernet:
      return .interface(Interface(source: .hostdev(source), virtualPort: try virtualPort()))
    case .generic:
      guard try virtualPort() == nil else {
        throw Diagnostic(
          .pairUnsupported,
          "VIFHostDevice of dev_type generic is no network device to libvirt, so it has no port",
          value: base.portProfile?.className ?? "none",
          bound: "dev_type ethernet"
        ).atVIF("port_profile")
      }
      return .hostDevice(HostDevice(source: source))
    }
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
    _ host: some HostDevices
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
