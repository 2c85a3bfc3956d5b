public import Diagnostics
import DomainXML
import InterfaceXML

/// The places on a running guest's PCI bus where a device can be plugged in.
///
/// Only for PCI Express machines, where each place is a controller of its own that the domain's XML
/// names.
struct PCIPorts: Hashable, Sendable {
  /// How many hot-pluggable ports there are.
  let count: Int
  /// How many of them are free.
  let free: Int

  /// Counts; nil for a machine whose bus is another.
  init?(devices: [XMLElement]) {
    let controllers = devices.filter { $0.name == "controller" && $0["type"] == "pci" }
    guard controllers.contains(where: { $0["model"] == "pcie-root" }) else { return nil }
    let ports = controllers.filter { controller in
      ["pcie-root-port", "pcie-switch-downstream-port"].contains(controller["model"])
        && controller.first("target")?["hotplug"] != "off"
    }.compactMap { $0["index"].flatMap { Int($0) } }
    let used = devices.compactMap { device in
      device.first("address").flatMap { address -> Int? in
        guard address["type"] == "pci", let bus = address["bus"] else { return nil }
        return bus.hasPrefix("0x") ? Int(bus.dropFirst(2), radix: 16) : Int(bus)
      }
    }
    count = ports.count
    free = ports.count { !used.contains($0) }
  }
}

extension DomainDescription {
  /// Refuses a PCI Express device that finds no free port in the running guest.
  ///
  /// - Parameter taken: How many more are taken by then; negative when some become free.
  /// - Throws: `attach.no-pci-port`.
  func refuseIfFull(for document: AttachDocument, taken: Int = 0) throws(Diagnostic) {
    guard needsPort(document), let ports = pciPorts, ports.free <= taken else { return }
    throw Diagnostic(
      .attachNoPCIPort,
      "none of the guest's \(ports.count) hot-pluggable PCI Express ports is free",
      value: "\(ports.count)",
      remedy: "detach a device, or give the domain more pcie-root-port controllers and restart it"
    )
  }

  /// Whether a device is put on any PCI Express port that is free.
  func needsPort(_ document: AttachDocument) -> Bool {
    let device = document.device
    // What has a place of its own, or a model that goes elsewhere, is for libvirt to judge.
    return device.pciAddress == nil
      && (!device.isInterface || device.type == "hostdev" || device.type == "vdpa"
        || device.model.map(Self.isExpress) ?? false)
  }

  private static func isExpress(_ model: String) -> Bool {
    ["virtio", "virtio-non-transitional", "e1000e", "igb", "vmxnet3"].contains(model)
  }
}

extension Diagnostic.Code {
  /// The running guest has no free port for a PCI Express device.
  public static let attachNoPCIPort = Self(rawValue: "attach.no-pci-port")
}
