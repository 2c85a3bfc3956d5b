package import Diagnostics
package import DomainXML
package import InterfaceXML

extension AttachDocument {
  /// In what a device of a domain differs from what the document asks for: on the left what it has,
  /// on the right what is asked.
  ///
  /// Neither what libvirt adds by itself counts, nor a target or a MAC address, if the document names
  /// none, nor the alias, if that is what the device was found by.
  ///
  /// - Throws: What in the document libvirt would refuse.
  package func differences(
    from present: AttachedInterface
  ) throws(Diagnostic) -> [InterfaceDifference] {
    guard present.isInterface, device.isInterface else {
      return XMLElement.differences(
        between: try present.element.hostDeviceEssence,
        and: try device.element.hostDeviceEssence
      )
    }
    var asked = try Interface(device.element)
    var found = try Interface(present.element)
    (asked.alias, found.alias) = (nil, nil)
    // libvirt names a vhost-user NIC after the switch's port, whatever it was given.
    if found.type == .vhostuser { asked.target?.dev = nil }
    if asked.target?.dev == nil { found.target?.dev = nil }
    if hasChosenMAC { asked.mac = found.mac }
    return try found.differences(to: asked) + aliasDifference(from: present)
  }

  /// Another alias than that by which the device is to be found, as a foreign one has.
  private func aliasDifference(from present: AttachedInterface) -> [InterfaceDifference] {
    guard let asked = device.lastingAlias, !isDescription(of: present) else { return [] }
    let path = JSONPointer(["alias", "@name"])
    return [InterfaceDifference(path: path, left: present.alias, right: asked)]
  }
}

extension XMLElement {
  /// A `<hostdev>` without its names and its place in the guest, in libvirt's own form.
  fileprivate var hostDeviceEssence: XMLElement {
    get throws(Diagnostic) {
      guard name == "hostdev" else { return self }
      var device = try HostDevice(self)
      (device.alias, device.address) = (nil, nil)
      return try XMLDocument(parsing: device.xml()).root
    }
  }
}
