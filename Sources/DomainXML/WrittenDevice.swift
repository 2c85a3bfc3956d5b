public import Diagnostics
import InterfaceXML

/// A network device as its file spells it: an `<interface>` or a `<hostdev>`.
public struct WrittenDevice: Sendable {
  /// What it is.
  public let device: AttachedInterface

  let kind: DeviceKind
  private let text: LinedText
  private let extent: ElementExtent

  /// Reads a file of devices: one, several behind one another, or a `<devices>` around them.
  ///
  /// - Throws: The document's fault as ``DomainDocument``; `device.none` if there is none in it;
  ///   `device.kind` for anything else in it; `mac.malformed` for an interface's MAC address.
  public static func list(parsing text: String) throws(Diagnostic) -> [WrittenDevice] {
    let given = Array(text.utf8)
    try XMLPrologue.check(given)
    // Several elements are no document; and a line more before them would shift the lines of faults.
    let bytes = Array("<devices>".utf8) + XMLPrologue.content(of: given) + Array("</devices>".utf8)
    let wrapped = try XMLDocument(parsing: String(decoding: bytes, as: UTF8.self)).root
    guard let extents = ElementExtent.root(of: bytes), extents.agrees(with: wrapped) else {
      throw .extents
    }
    var (extent, element) = (extents, wrapped)
    if let inner = extent.children.first, extent.children.count == 1, inner.isPlain,
      inner.name == "devices", let only = element.children.first
    {
      guard element.text.isEmpty else { throw stray(element.text) }
      (extent, element) = (inner, only)
    }
    guard element.text.isEmpty else { throw stray(element.text) }
    guard !element.children.isEmpty else {
      throw Diagnostic(
        .deviceNone,
        "there is no device in it",
        bound: "interface and hostdev elements"
      )
    }
    let lined = LinedText(bytes)
    var devices: [WrittenDevice] = []
    for (extent, element) in zip(extent.children, element.children) {
      devices.append(try WrittenDevice(element, extent, in: lined))
    }
    return devices
  }

  private init(
    _ element: XMLElement,
    _ extent: ElementExtent,
    in text: LinedText
  ) throws(Diagnostic) {
    guard let kind = DeviceKind(extent) else {
      throw Diagnostic(
        .deviceKind,
        "<\(extent.name)> is no network device",
        value: extent.name,
        bound: "interface, hostdev"
      )
    }
    let device = AttachedInterface(element)
    // An address that cannot be read would be like none of the domain's, whichever is meant.
    if let mac = element.first("mac")?["address"], device.mac == nil {
      throw Diagnostic(
        .macMalformed,
        "'\(Diagnostic.shortened(mac))' is no MAC address",
        value: mac,
        bound: "six pairs of hexadecimal digits, as 52:54:00:00:00:01"
      ).at("address").at("mac")
    }
    self.device = device
    self.kind = kind
    self.text = text
    self.extent = extent
  }

  /// Its text, laid out so.
  func text(_ style: Style) -> [UInt8] { Reindentation.text(of: extent, in: text, style) }

  private static func stray(_ text: String) -> Diagnostic {
    Diagnostic(
      .deviceKind,
      "'\(Diagnostic.shortened(text))' is no network device",
      value: text,
      bound: "interface, hostdev"
    )
  }
}

extension Diagnostic {
  /// libxml2 and this module do not find the same elements in a text.
  static var extents: Diagnostic {
    Diagnostic(.xmlExtents, "internal error: the elements' places in the document were not found")
  }
}

extension Diagnostic.Code {
  /// A file of devices that has none.
  public static let deviceNone = Self(rawValue: "device.none")
  /// Something else than a network device where one is wanted.
  public static let deviceKind = Self(rawValue: "device.kind")
  /// An error in this package: an element's place in a text was not found.
  public static let xmlExtents = Self(rawValue: "xml.extents")
}
