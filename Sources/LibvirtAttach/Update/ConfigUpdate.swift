import Diagnostics
import DomainXML
import InterfaceXML

extension AttachDocument {
  /// Whether libvirt finds the device by what it is to become.
  func isFound(as present: AttachedInterface) -> Bool {
    present.isInterface && (hasChosenMAC || present.mac == device.mac)
      && (present.lastingAlias == nil || present.lastingAlias == device.lastingAlias
        || device.lastingAlias == nil)
  }

  /// The whole element for a change of the stored configuration: what is asked for, at the place and
  /// under the alias that the device has.
  ///
  /// - Throws: What in the document libvirt would refuse.
  func replacement(of present: AttachedInterface) throws(Diagnostic) -> String {
    guard present.isInterface, device.isInterface else { return device.xml }
    var asked = try Interface(device.element)
    let found = try Interface(present.element)
    asked.address = asked.address ?? found.address
    asked.alias = asked.alias ?? found.alias
    if hasChosenMAC { asked.mac = found.mac }
    return try asked.xml()
  }
}
