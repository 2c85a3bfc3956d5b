public import Diagnostics

/// An XML text from outside, read into values.
///
/// Nothing is ever fetched for it, and a document type declaration is refused: it has no place in
/// libvirt's documents, and entities, default attributes and catalogs all come through one.
package struct XMLDocument: Hashable, Sendable {
  /// The outermost element.
  package let root: XMLElement

  /// The longest text that is read, in bytes: libvirt's own limit for a string on its wire.
  package static let maximumLength = 4 << 20

  /// Reads a document.
  ///
  /// - Throws: A diagnostic with a code of `xml.…`, and the line where libxml2 stopped.
  package init(parsing text: String) throws(Diagnostic) {
    let length = text.utf8.count
    guard length <= Self.maximumLength else {
      throw Diagnostic(
        .xmlTooLarge,
        "the document is \(length) bytes long",
        bound: "\(Self.maximumLength) bytes"
      )
    }
    root = try XMLParser.root(of: text)
  }
}

extension Diagnostic.Code {
  /// A text that is not well-formed XML.
  public static let xmlMalformed = Self(rawValue: "xml.malformed")
  /// A document with a document type declaration.
  public static let xmlDocumentType = Self(rawValue: "xml.doctype")
  /// libxml2, which reads XML, cannot be loaded.
  public static let xmlNoParser = Self(rawValue: "xml.no-parser")
  /// A document longer than is read.
  public static let xmlTooLarge = Self(rawValue: "xml.too-large")
}
