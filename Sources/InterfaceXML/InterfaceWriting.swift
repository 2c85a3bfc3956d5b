public import Diagnostics
package import FileAccess

extension Interface {
  /// Writes the element as `virsh dumpxml` would print it, without indentation, with a line end.
  ///
  /// - Throws: `xml.character` for a text that XML cannot hold. Rules are not checked: see
  ///   ``check()``.
  public func xml() throws(Diagnostic) -> String { try document(.exact) }

  /// Writes the element behind what a buffer holds, as ``xml()`` does.
  ///
  /// - Throws: As ``xml()``; then nothing was written.
  package func write(to buffer: inout ByteBuffer) throws(Diagnostic) {
    guard leftovers.isEmpty else { return buffer.append(try xml()) }
    let start = buffer.count
    var writer = XMLWriter(behind: buffer)
    do throws(Diagnostic) {
      try write(to: &writer)
      buffer = writer.finish()
    } catch {
      buffer = writer.finish()
      buffer.truncate(to: start)
      throw error
    }
  }

  /// Writes what the fields hold.
  func document(_ form: XMLWriter.Form) throws(Diagnostic) -> String {
    var writer = XMLWriter(form)
    try write(to: &writer)
    let text = writer.finish().text
    return if case .exact = form { try leftovers.written(into: text) } else { text }
  }

  private func write(to writer: inout XMLWriter) throws(Diagnostic) {
    try writer.element("interface") { writer throws(Diagnostic) in
      try writer.attribute("type", type)
      if case .hostdev(let source) = source, source.managed {
        try writer.attribute("managed", yesNo: true)
      }
      try writer.attribute("trustGuestRxFilters", yesNo: trustGuestRxFilters)
      try writeConnection(to: &writer)
      try writeDevice(to: &writer)
    }
  }

  // The order is that of libvirt's `virDomainNetDefFormat`.

  private func writeConnection(to writer: inout XMLWriter) throws(Diagnostic) {
    if let mac {
      try mac.write(to: &writer)
    } else if writer.hasPlaceholders {
      try MAC(nil).write(to: &writer)
    }
    if type == .hostdev { try writeDriverOfHostDevice(to: &writer) }
    try source.write(to: &writer)
    try vlan?.write(to: &writer)
    try virtualPort?.write(to: &writer)
    try bandwidth?.write(to: &writer)
    try port?.write(to: &writer)
    for address in addresses { try address.write(to: &writer) }
    for route in routes { try route.write(to: &writer) }
    for portForward in portForwards { try portForward.write(to: &writer) }
    try script?.write(as: "script", to: &writer)
    try downscript?.write(as: "downscript", to: &writer)
    try backendDomain?.write(to: &writer)
  }

  /// libvirt prints the virtio settings in an element of their own behind the model, of which it
  /// reads nothing back.
  private func writeDriverOfHostDevice(to writer: inout XMLWriter) throws(Diagnostic) {
    if writer.printsExactly {
      try driver?.write(to: &writer)
    } else {
      try driver?.writeOfHostDevice(to: &writer)
    }
  }

  private func writeDevice(to writer: inout XMLWriter) throws(Diagnostic) {
    try target?.write(to: &writer)
    try guest?.write(to: &writer)
    try model?.write(to: &writer)
    if type != .hostdev || !writer.printsExactly {
      try driver?.write(hasName: type != .hostdev, to: &writer)
    }
    try backend?.write(to: &writer)
    try filterReference?.write(to: &writer)
    try tune?.write(to: &writer)
    try teaming?.write(to: &writer)
    try link?.write(to: &writer)
    try mtu?.write(to: &writer)
    try coalesce?.write(to: &writer)
    try boot?.write(to: &writer)
    try alias?.write(to: &writer)
    try rom?.write(to: &writer)
    try acpi?.write(to: &writer)
    try address?.write(to: &writer)
  }
}
