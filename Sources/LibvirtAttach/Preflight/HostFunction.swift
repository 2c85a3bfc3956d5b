import Addresses
public import Diagnostics
import DomainXML
import FileAccess

extension HostView {
  /// Whether the machine has a PCI function; nil where that cannot be seen.
  func hasFunction(_ function: PCIAddress) -> Bool? {
    // Where there is none at all, it is not the machine's own list.
    guard let functions, let all = Files.entries(of: functions), !all.isEmpty else { return nil }
    return Files.exists("\(functions)/\(function)")
  }
}

extension Diagnostic {
  static func missing(_ function: PCIAddress) -> Diagnostic {
    Diagnostic(
      .hostFunctionMissing,
      "there is no PCI function \(function) on the host",
      value: "\(function)",
      remedy: "look at lspci -D; a virtual function is there once its device has been given some"
    )
  }
}

extension Diagnostic.Code {
  /// The host has no such PCI function.
  public static let hostFunctionMissing = Self(rawValue: "host.function-missing")
}

#if Libvirt
  extension Connection {
    /// Refuses a device that hands a PCI function through which the host has not.
    ///
    /// Of a host that this process does not see, libvirt is asked; where it keeps no list of the host's
    /// functions, nothing is refused.
    ///
    /// - Throws: `host.function-missing`.
    func refuseMissingFunction(of document: AttachDocument) async throws(Diagnostic) {
      guard let function = document.device.hostFunction else { return }
      var isThere = host.hasFunction(function)
      if isThere == nil { isThere = await hasNodeDevice(of: function) }
      if isThere == false { throw .missing(function) }
    }

    private func hasNodeDevice(of function: PCIAddress) async -> Bool? {
      let name = "pci_" + "\(function)".replacing(":", with: "_").replacing(".", with: "_")
      do throws(HotPlugError) {
        return try await call("virNodeDeviceLookupByName") { (handle) throws(LibvirtError) in
          try handle.nodeDeviceCount(of: "pci") > 0 ? try handle.hasNodeDevice(named: name) : nil
        }
      } catch {
        // That it says nothing of the function is no reason to refuse it.
        return nil
      }
    }
  }
#endif
