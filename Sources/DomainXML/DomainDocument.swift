public import Diagnostics
import InterfaceXML

/// A domain's whole document, with the places of its network devices in the text.
///
/// It is read as UTF-8, and refused if it says that it is in another encoding.
public struct DomainDocument: Sendable {
  /// The longest document that is read, in bytes: libvirt's own limit for a string on its wire.
  public static let maximumLength = XMLDocument.maximumLength

  /// The document's text.
  public let text: String

  let lined: LinedText
  let root: XMLElement
  let extent: ElementExtent
  let containers: [DeviceContainer]

  /// Reads a document.
  ///
  /// - Throws: A diagnostic with a code of `xml.…`; `domain.malformed` when it is no `<domain>`;
  ///   `domain.no-devices` when it has no `<devices>`.
  public init(parsing text: String) throws(Diagnostic) {
    let bytes = Array(text.utf8)
    try XMLPrologue.check(bytes)
    let root = try XMLDocument(parsing: text).root
    guard let extent = ElementExtent.root(of: bytes), extent.agrees(with: root) else {
      throw .extents
    }
    guard extent.isPlain, extent.name == "domain" else {
      throw Diagnostic(
        .domainMalformed,
        "<\(Diagnostic.shortened(extent.name))> is not the XML of a domain",
        bound: "a <domain> in no namespace"
      )
    }
    containers = extent.children.indices.compactMap { index in
      DeviceContainer(extent.children[index], root.children[index], at: index)
    }
    guard !containers.isEmpty else {
      throw Diagnostic(.domainWithoutDevices, "the domain has no <devices>")
    }
    self.text = text
    lined = LinedText(bytes)
    self.root = root
    self.extent = extent
  }

  /// The domain's interfaces and host devices, in the document's order.
  public var devices: [AttachedInterface] { placedDevices.map(\.device) }

  var placedDevices: [PlacedDevice] { containers.flatMap(\.devices) }

  func container(of place: DevicePlace) -> DeviceContainer? {
    containers.first { $0.index == place.container }
  }
}

extension Diagnostic.Code {
  /// A document that is not the XML of a domain.
  public static let domainMalformed = Self(rawValue: "domain.malformed")
  /// A domain without `<devices>`.
  public static let domainWithoutDevices = Self(rawValue: "domain.no-devices")
}
