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

  /// Refuses what a version of libvirt would take the device without, and not say so: whoever asks for
  /// it again and again would be told each time that it is missing.
  ///
  /// - Throws: What is known of the part.
  func refuseDropped(by libvirt: LibvirtVersion) throws(Diagnostic) {
    guard device.isInterface else { return }
    let defined = DefinedInterface(device.element, libvirt: libvirt)
    let dropped = defined.findings.filter { $0.level == .dropped }
    guard let kept = defined.interface, !dropped.isEmpty else { return }
    let lost = try kept.differences(to: Interface(device.element)).filter { $0.right != nil }
    let places = Set(lost.compactMap(\.path.components.first))
    let loss = dropped.first { finding in
      finding.diagnostic.path.components.first.map(places.contains) ?? false
    }
    if let loss { throw loss.diagnostic }
  }
}
