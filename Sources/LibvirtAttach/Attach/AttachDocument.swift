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
      guard root.name == "interface", root.first("mac") == nil else {
        self.xml = xml
        device = AttachedInterface(root)
        return
      }
      let complete = root.adding(Self.chosenMAC())
      self.xml = complete.description
      device = AttachedInterface(complete)
    } catch {
      throw .refused(error)
    }
  }

  /// A random address of those that libvirt gives QEMU's NICs.
  private static func chosenMAC() -> XMLElement {
    let address = MACAddress(bits: 0x5254_0000_0000 | UInt64.random(in: 0...0xFF_FFFF))
    return XMLElement("mac", attributes: [.init(name: "address", value: "\(address)")])
  }

  /// Whether this is the device that the document asks for, as libvirt has it.
  package func isDescription(of other: AttachedInterface) -> Bool {
    if let alias = device.lastingAlias { return other.alias == alias }
    if let mac = device.mac { return other.mac == mac }
    return !other.isInterface && other.source == device.source
  }
}

extension XMLElement {
  fileprivate func adding(_ child: XMLElement) -> XMLElement {
    XMLElement(name, attributes: attributes, children: [child] + children, content: content)
  }
}

extension Diagnostic.Code {
  /// A document that is neither an `<interface>` nor a `<hostdev>`.
  public static let attachNotADevice = Self(rawValue: "attach.not-a-device")
}
