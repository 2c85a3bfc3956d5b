public import Addresses
public import Diagnostics
import FileAccess

/// The devices of this host, or of one whose sysfs lies under another folder.
public struct SysfsHostDevices: HostDevices {
  /// The folder that sysfs is mounted on.
  public let root: String

  /// Looks under a folder.
  public init(root: String = "/sys") { self.root = root }

  private func folder(of address: PCIAddress) -> String { "\(root)/bus/pci/devices/\(address)" }

  /// Reads `net/` of the function's folder.
  public func netdev(at address: PCIAddress) throws(Diagnostic) -> String? {
    try only(entries(of: folder(of: address) + "/net"), called: "network device", at: address)
  }

  /// Reads `vdpa*/vhost-vdpa-*` of the function's folder, or one level further down: drivers such
  /// as mlx5 put an auxiliary device in between.
  public func vdpaDevice(at address: PCIAddress) throws(Diagnostic) -> String? {
    let folder = folder(of: address)
    // Links lead elsewhere: a virtual function's to the physical one, and back.
    let below = entries(of: folder).map { "\(folder)/\($0)" }.filter { !Files.isLink($0) }
    let parents = [folder] + below
    let found = parents.flatMap { parent in
      entries(of: parent).filter { $0.hasPrefix("vdpa") }.flatMap { device in
        entries(of: "\(parent)/\(device)").filter { $0.hasPrefix("vhost-vdpa-") }
      }
    }
    return try only(Array(Set(found)).sorted(), called: "vDPA device", at: address)
      .map { "/dev/\($0)" }
  }

  private func only(
    _ names: [String],
    called kind: String,
    at address: PCIAddress
  ) throws(Diagnostic) -> String? {
    guard names.count <= 1 else {
      throw Diagnostic(
        .hostDeviceAmbiguous,
        "PCI function \(address) has more than one \(kind): \(names.joined(separator: ", "))",
        value: "\(address)",
        remedy: "name the one that is meant under 'host'"
      )
    }
    return names.first
  }

  private func entries(of folder: String) -> [String] { Files.entries(of: folder) ?? [] }
}

extension Diagnostic.Code {
  /// More than one device behind one PCI address.
  public static let hostDeviceAmbiguous = Diagnostic.Code(rawValue: "host.ambiguous")
}
