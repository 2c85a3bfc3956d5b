import Addresses
public import Diagnostics
import InterfaceXML

/// A device's XML as it is handed to libvirt for plugging it in.
///
/// libvirt drops what it does not know without a word, and reads no further than a NUL: that the
/// text is one whole device is made sure of here. An interface without a MAC address is given one
/// here, and not by libvirt for each definition by itself.
package struct AttachDocument: Hashable, Sendable {
  /// The text for libvirt.
  package let xml: String
  /// The text as it was given, without what may only stand before a document: an XML declaration.
  let content: String
  /// The device as it is asked for.
  package let device: AttachedInterface
  /// Whether nobody asked for the MAC address that it has.
  let hasChosenMAC: Bool

  /// Reads the document.
  ///
  /// - Throws: `HotPlugError.refused` with the document's fault, or with `attach.not-a-device`.
  package init(parsing xml: String) throws(HotPlugError) {
    content = String(decoding: XMLPrologue.content(of: Array(xml.utf8)), as: UTF8.self)
    do throws(Diagnostic) {
      let root = try XMLDocument(parsing: xml).root
      guard root.name == "interface" || root.name == "hostdev" else {
        throw Diagnostic(
          .attachNotADevice,
          "<\(root.name)> is not a device that is plugged in here",
          bound: "interface, hostdev"
        )
      }
      if root.name == "hostdev", root["type"] != "pci" {
        throw Diagnostic(
          .attachNotADevice,
          "a host device of type '\(Diagnostic.shortened(root["type"] ?? ""))' is not plugged in here",
          value: root["type"],
          bound: "pci"
        ).at("@type")
      }
      guard root.name == "interface", root.first("mac") == nil else {
        self.xml = xml
        device = AttachedInterface(root)
        hasChosenMAC = false
        return
      }
      let complete = root.adding(Self.chosenMAC())
      self.xml = complete.description
      device = AttachedInterface(complete)
      hasChosenMAC = true
    } catch {
      throw .refused(error)
    }
  }

  /// A random address of those that libvirt gives QEMU's NICs.
  private static func chosenMAC() -> XMLElement {
    let address = MACAddress(bits: 0x5254_0000_0000 | UInt64.random(in: 0...0xFF_FFFF))
    return XMLElement("mac", attributes: [.init(name: "address", value: "\(address)")])
  }

  /// A device as it was in a definition, to be plugged in again.
  ///
  /// - Throws: As ``init(parsing:)``.
  package init(restoring old: AttachedInterface) throws(HotPlugError) {
    let xml: String
    do {
      xml = try old.request
    } catch {
      throw .refused(error)
    }
    // An alias that libvirt gave is dropped by it, and so are the names of TAP devices.
    try self.init(parsing: xml)
  }

  /// What names the device, for messages.
  package var selector: InterfaceSelector {
    if let alias = device.lastingAlias { return .alias(alias) }
    return device.mac.map { .mac($0) } ?? .index(1)
  }

  /// Whether the device can be told from others when it is looked for again.
  var isRecognizable: Bool { device.lastingAlias != nil || !hasChosenMAC }

  /// The same device under another alias.
  func renamed(_ alias: String) -> AttachDocument {
    let name = XMLElement("alias", attributes: [.init(name: "name", value: alias)])
    return replacing("alias", by: name)
  }

  /// The same device under the alias, and if none was asked for with the MAC address, that it has in
  /// the other definition.
  func named(as other: AttachedInterface) -> AttachDocument {
    let document = other.lastingAlias.map(renamed) ?? self
    guard hasChosenMAC, let mac = other.element.first("mac") else { return document }
    return document.replacing("mac", by: mac)
  }

  /// The same device at the place on the guest's bus that another one has, unless it has one of its own.
  func placed(as other: AttachedInterface) -> AttachDocument {
    guard device.pciAddress == nil, let address = other.element.first("address"),
      address["type"] == "pci"
    else { return self }
    return replacing("address", by: address)
  }

  /// The same device with another element of a name.
  private func replacing(_ name: String, by child: XMLElement) -> AttachDocument {
    AttachDocument(
      device: AttachedInterface(device.element.replacing(name, by: child)),
      hasChosenMAC: hasChosenMAC
    )
  }

  private init(device: AttachedInterface, hasChosenMAC: Bool) {
    xml = device.element.description
    content = xml
    self.device = device
    self.hasChosenMAC = hasChosenMAC
  }

  /// Whether this is the device that the document asks for, as libvirt has it.
  ///
  /// With an alias of its own, the alias alone tells; a number that a replacement has does not count.
  package func isDescription(of other: AttachedInterface) -> Bool {
    if let alias = device.lastingAlias {
      return other.alias.map(VIFAlias.base) == VIFAlias.base(of: alias)
    }
    if let mac = device.mac { return other.mac == mac }
    return !other.isInterface && other.source == device.source
  }

  /// Whether this is the device that the document asks for, or is to give way to it.
  func describes(_ other: AttachedInterface, _ ownership: Ownership) -> Bool {
    if isDescription(of: other) { return true }
    guard ownership == .all, let mac = device.mac else { return false }
    return other.mac == mac
  }
}

extension AttachedInterface {
  /// The element as it may be asked for again: a running guest's names the bridge or the device that a
  /// network turned out to be.
  fileprivate var request: String {
    get throws(Diagnostic) {
      guard isInterface, type != "network", element.first("source")?["network"] != nil else {
        return xml
      }
      var interface = try Interface(element)
      interface.source = interface.source.essence
      return try interface.xml()
    }
  }
}

extension XMLElement {
  fileprivate func adding(_ child: XMLElement) -> XMLElement {
    XMLElement(name, attributes: attributes, children: [child] + children, content: content)
  }

  fileprivate func replacing(_ name: String, by child: XMLElement) -> XMLElement {
    XMLElement(
      self.name,
      attributes: attributes,
      children: children.filter { $0.name != name } + [child],
      content: content
    )
  }
}

extension Diagnostic.Code {
  /// A document that is neither an `<interface>` nor a `<hostdev>`.
  public static let attachNotADevice = Self(rawValue: "attach.not-a-device")
}
