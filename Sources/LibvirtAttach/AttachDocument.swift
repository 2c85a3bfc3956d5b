package import Addresses
public import Diagnostics
import DomainXML
import InterfaceXML

/// A device's XML as it may be handed to libvirt for plugging it in.
///
/// libvirt drops what it does not know without a word, and reads no further than a NUL: that the
/// text is one whole device is made sure of here.
package struct AttachDocument: Hashable, Sendable {
  /// The MAC address that the device is to have, if the document says.
  package let mac: MACAddress?
  /// The text without what may only stand before a document: an XML declaration.
  let content: String

  /// Reads the document.
  ///
  /// - Throws: `HotPlugError.refused` with the document's fault, or with `attach.not-a-device`.
  package init(parsing xml: String) throws(HotPlugError) {
    let root: XMLElement
    do {
      root = try XMLDocument(parsing: xml).root
    } catch {
      throw .refused(error)
    }
    guard root.name == "interface" || root.name == "hostdev" else {
      throw .refused(
        Diagnostic(
          .attachNotADevice,
          "<\(root.name)> is not a device that is plugged in here",
          bound: "interface, hostdev"
        )
      )
    }
    mac = root.name == "interface" ? AttachedInterface(root).mac : nil
    content = String(decoding: XMLPrologue.content(of: Array(xml.utf8)), as: UTF8.self)
  }
}

extension Diagnostic.Code {
  /// A document that is neither an `<interface>` nor a `<hostdev>`.
  public static let attachNotADevice = Self(rawValue: "attach.not-a-device")
}
