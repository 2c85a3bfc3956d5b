import Diagnostics
import DomainXML
import InterfaceXML

extension AttachDocument {
  /// Refuses what a version of libvirt would refuse, before it is asked.
  ///
  /// - Throws: The first refusal, with its path in the element.
  func check(for libvirt: LibvirtVersion) throws(Diagnostic) {
    guard device.isInterface else {
      _ = try HostDevice(device.element)
      return
    }
    let findings = DefinedInterface(device.element, libvirt: libvirt).findings
    if let error = findings.first(where: { $0.level == .error }) { throw error.diagnostic }
  }
}
