public import Diagnostics
import InterfaceXML

/// The element that names a device to libvirt for taking it off: its identity and no more.
///
/// libvirt 9.0.0 finds an interface by MAC, guest address and alias, and ignores the type; but its
/// parser wants the `<source>` of every type save `ethernet`, `user` and `null`, so the domain's own
/// one is sent along. It finds a `<hostdev>` by its source.
package struct DetachRequest: Hashable, Sendable {
  /// The request's XML.
  package let xml: String

  /// Names this device of a domain's definition.
  ///
  /// - Throws: `HotPlugError.refused` for an interface without a MAC address: libvirt takes a request
  ///   without one for any interface at all, and removes the only one that there is.
  package init(_ device: AttachedInterface) throws(HotPlugError) {
    guard device.isInterface else {
      xml = Self.hostDevice(device.element)
      return
    }
    guard let mac = device.mac else {
      throw .refused(
        Diagnostic(
          .detachWithoutMAC,
          "an interface without a MAC address cannot be named to libvirt"
        )
      )
    }
    var children = [XMLElement("mac", attributes: [.init(name: "address", value: "\(mac)")])]
    if !Self.typesWithoutSource.contains(device.type) {
      children += device.element.all("source")
    }
    children += device.lastingAlias.map(Self.alias) ?? []
    children += device.element.all("address").filter {
      Self.comparedAddressTypes.contains($0["type"] ?? "")
    }
    let type = XMLElement.Attribute(name: "type", value: device.type)
    xml = XMLElement("interface", attributes: [type], children: children).description
  }

  private static func hostDevice(_ element: XMLElement) -> String {
    XMLElement(
      "hostdev",
      attributes: element.attributes,
      children: element.all("source")
    ).description
  }

  private static func alias(_ name: String) -> [XMLElement] {
    [XMLElement("alias", attributes: [.init(name: "name", value: name)])]
  }

  private static let typesWithoutSource: Set = ["ethernet", "user", "null"]
  private static let comparedAddressTypes: Set = ["pci", "ccw"]
}

extension Diagnostic.Code {
  /// An interface that has no MAC address to name it by.
  public static let detachWithoutMAC = Self(rawValue: "detach.no-mac")
}
