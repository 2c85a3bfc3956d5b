import Diagnostics
import DomainXML
import InterfaceXML

extension AttachDocument {
  /// Whether libvirt finds the device by what it is to become.
  func isFound(as present: AttachedInterface) -> Bool {
    guard present.isInterface, hasChosenMAC || present.mac == device.mac else { return false }
    guard let own = present.lastingAlias, let asked = device.lastingAlias else { return true }
    return VIFAlias.base(of: own) == VIFAlias.base(of: asked)
  }

  /// The whole element for a change of the stored configuration: what is asked for, at the place and
  /// under the alias that the device has.
  ///
  /// The number that a replacement has in the running guest is of that one alone.
  ///
  /// - Throws: What in the document libvirt would refuse.
  func replacement(of present: AttachedInterface) throws(Diagnostic) -> String {
    guard present.isInterface, device.isInterface else { return device.xml }
    var asked = try Interface(device.element)
    let found = try Interface(present.element)
    asked.address = asked.address ?? found.address
    if asked.alias == nil || isFound(as: present) { asked.alias = found.alias ?? asked.alias }
    if hasChosenMAC { asked.mac = found.mac }
    return try asked.xml()
  }
}
