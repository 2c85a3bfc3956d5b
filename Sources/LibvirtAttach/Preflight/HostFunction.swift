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
    /// So long libvirt is waited for: that it says nothing of a function is no reason to refuse it.
    static let patienceForFunctions = Duration.seconds(5)

    /// Refuses a device that hands a PCI function through which the host has not.
    ///
    /// - Parameter limit: How long it may take.
    /// - Throws: `host.function-missing`.
    func refuseMissingFunction(
      of document: AttachDocument,
      within limit: Duration
    ) async throws(Diagnostic) {
      guard let function = document.device.hostFunction else { return }
      if await missing(of: [function], within: limit).contains(function) {
        throw .missing(function)
      }
    }

    /// Which of these PCI functions the host has not.
    ///
    /// Of a host that this process does not see, libvirt is asked; where it keeps no list of the host's
    /// functions, or does not answer, none is missing. One that did not answer is not asked again.
    func missing(
      of functions: Set<PCIAddress>,
      within limit: Duration
    ) async -> Set<PCIAddress> {
      let host = host
      let unseen = functions.filter { host.hasFunction($0) == nil }
      let missing = functions.filter { host.hasFunction($0) == false }
      let limit = min(limit, Self.patienceForFunctions)
      guard !unseen.isEmpty, limit > .zero, answersOfFunctions else { return missing }
      do throws(HotPlugError) {
        return try await call("virNodeDeviceLookupByName", within: limit) {
          (handle) throws(LibvirtError) in
          var missing = missing
          guard try handle.nodeDeviceCount(of: "pci") > 0 else { return missing }
          for function in unseen where try !handle.hasNodeDevice(named: function.nodeDevice) {
            missing.insert(function)
          }
          return missing
        }
      } catch {
        if limit == Self.patienceForFunctions, case .unanswered(let call) = error,
          case .deadline = call.reason
        {
          noteSilenceOnFunctions()
        }
        return missing
      }
    }
  }

  extension PCIAddress {
    /// What libvirt calls the function among the devices of its host.
    fileprivate var nodeDevice: String {
      "pci_" + description.replacing(":", with: "_").replacing(".", with: "_")
    }
  }
#endif
