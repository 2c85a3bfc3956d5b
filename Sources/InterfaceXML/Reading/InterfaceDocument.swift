package import Diagnostics

/// The interfaces of a document: a lone `<interface>`, a list of devices, or a whole domain.
package struct InterfaceDocument: Sendable {
  /// An interface, and where it is.
  package struct Place: Sendable {
    /// The way from the root element; nothing for the root itself.
    package let path: JSONPointer
    /// The interface.
    package let element: XMLElement
  }

  /// The interfaces, in the document's order.
  package let interfaces: [Place]
  /// What had to be repaired before the document could be read.
  package let repairs: [Diagnostic]

  /// Reads a document.
  ///
  /// - Throws: The document's fault, or `xml.no-interface`.
  package init(parsing text: String) throws(Diagnostic) {
    let (root, repairs) = try XMLRepair.root(of: text)
    self.repairs = repairs
    switch root.name {
    case "interface": interfaces = [Place(path: JSONPointer(), element: root)]
    case "devices": interfaces = Self.places(in: root, JSONPointer())
    case "domain":
      let lists = root.all("devices")
      interfaces = lists.enumerated().flatMap { index, devices in
        let path = lists.count > 1 ? ["devices", "\(index + 1)"] : ["devices"]
        return Self.places(in: devices, JSONPointer(path))
      }
    default:
      throw Diagnostic(
        .xmlNoInterface,
        "<\(Diagnostic.shortened(root.name))> holds no interfaces",
        value: root.name,
        bound: "interface, devices, domain"
      )
    }
  }

  private static func places(in devices: XMLElement, _ path: JSONPointer) -> [Place] {
    devices.all("interface").enumerated().map { index, element in
      Place(path: JSONPointer(path.components + ["interface", "\(index + 1)"]), element: element)
    }
  }
}

extension Diagnostic.Code {
  /// A document that is neither an interface nor something that holds some.
  public static let xmlNoInterface = Self(rawValue: "xml.no-interface")
}
