import CLibXML2
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
    var text = text
    let length = text.utf8.count
    guard length <= Self.maximumLength else {
      throw Diagnostic(
        .xmlTooLarge,
        "the document is \(length) bytes long",
        bound: "\(Self.maximumLength) bytes"
      )
    }
    // libxml2 takes a NUL behind the root element for the end of the text.
    guard !text.utf8.span.has(0) else {
      throw Diagnostic(.xmlMalformed, "line 1: not well-formed XML: it holds a NUL byte")
    }
    _ = Self.parserIsInitialized
    // `withUTF8` rethrows untyped, so the error takes the way of a value.
    root = try text.withUTF8 { unsafe ParsedDocument.root(of: $0) }.get()
  }

  /// libxml2 wants its tables set up once before the first use from several threads.
  private static let parserIsInitialized: Bool = {
    xmlInitParser()
    return true
  }()
}

/// libxml2's tree, owned for as long as it takes to copy it.
@safe private struct ParsedDocument: ~Copyable {
  private let document: xmlDocPtr

  init(_ bytes: UnsafeBufferPointer<UInt8>) throws(Diagnostic) {
    guard let context = unsafe xmlNewParserCtxt() else {
      throw Diagnostic(.xmlMalformed, "no memory for an XML parser")
    }
    defer { unsafe xmlFreeParserCtxt(context) }
    let document = unsafe bytes.withMemoryRebound(to: CChar.self) { characters in
      // The size was capped well below what a C int holds.
      unsafe xmlCtxtReadMemory(
        context,
        characters.baseAddress,
        CInt(characters.count),
        nil,
        // To be told of UTF-8, libxml2 would convert it to itself.
        nil,
        vif_xmlSafeParseOptions()
      )
    }
    guard let document = unsafe document else {
      let line = unsafe vif_xmlCtxtLastLine(context)
      let reason = unsafe vif_xmlCtxtLastMessage(context).map { unsafe String(cString: $0) }
      throw Diagnostic(
        .xmlMalformed,
        "line \(max(line, 1)): not well-formed XML: \(Self.oneLine(reason ?? "no reason given"))"
      )
    }
    unsafe self.document = unsafe document
  }

  deinit { unsafe xmlFreeDoc(document) }

  static func root(of bytes: UnsafeBufferPointer<UInt8>) -> Result<XMLElement, Diagnostic> {
    Result { () throws(Diagnostic) -> XMLElement in
      let document = try unsafe ParsedDocument(bytes)
      return try document.root()
    }
  }

  private func root() throws(Diagnostic) -> XMLElement {
    guard unsafe xmlGetIntSubset(document) == nil else {
      throw Diagnostic(
        .xmlDocumentType,
        "line 1: the document has a document type declaration (DOCTYPE)",
        remedy: "remove it: libvirt's documents have none"
      )
    }
    guard let root = unsafe xmlDocGetRootElement(document) else {
      throw Diagnostic(.xmlMalformed, "line 1: the document has no element")
    }
    return unsafe Self.copy(root)
  }

  /// The depth is bounded: libxml2 refuses more than 256 levels.
  private static func copy(_ node: xmlNodePtr) -> XMLElement {
    var attributes = unsafe namespaces(of: node)
    var attribute = unsafe node.pointee.properties
    while let current = unsafe attribute {
      let name = unsafe qualified(current.pointee.name, current.pointee.ns)
      unsafe attributes.append(.init(name: name, value: value(of: current, node.pointee.doc)))
      unsafe attribute = current.pointee.next
    }
    var children: [XMLElement] = []
    var text = ""
    // The blanks between elements, of which nothing is kept.
    var isLayout = true
    var child = unsafe node.pointee.children
    while let current = unsafe child {
      switch unsafe current.pointee.type {
      case XML_ELEMENT_NODE: unsafe children.append(copy(current))
      case XML_TEXT_NODE, XML_CDATA_SECTION_NODE:
        unsafe isLayout = isLayout && isBlank(current.pointee.content)
      default: break
      }
      unsafe child = current.pointee.next
    }
    if !isLayout || children.isEmpty { text = unsafe self.text(in: node) }
    return unsafe XMLElement(
      qualified(node.pointee.name, node.pointee.ns),
      attributes: attributes,
      children: children,
      content: children.isEmpty || !text.allSatisfy(\.isWhitespace) ? text : ""
    )
  }

  private static func text(in node: xmlNodePtr) -> String {
    var text = ""
    var child = unsafe node.pointee.children
    while let current = unsafe child {
      switch unsafe current.pointee.type {
      case XML_TEXT_NODE, XML_CDATA_SECTION_NODE: unsafe text += string(current.pointee.content)
      default: break
      }
      unsafe child = current.pointee.next
    }
    return text
  }

  private static func isBlank(_ text: UnsafePointer<xmlChar>?) -> Bool {
    guard var place = unsafe text else { return true }
    while unsafe place.pointee.isBlank { unsafe place += 1 }
    return unsafe place.pointee == 0
  }

  private static func value(of attribute: xmlAttrPtr, _ document: xmlDocPtr?) -> String {
    // One piece of text, unless there are references to entities.
    guard let first = unsafe attribute.pointee.children else { return "" }
    if unsafe first.pointee.type == XML_TEXT_NODE, unsafe first.pointee.next == nil {
      return unsafe string(first.pointee.content)
    }
    let value = unsafe xmlNodeListGetString(document, first, 1)
    defer { if let value = unsafe value { unsafe vif_xmlFree(value) } }
    return unsafe string(value)
  }

  /// A name with the prefix of its namespace: libvirt's own elements have none.
  private static func qualified(_ name: UnsafePointer<xmlChar>?, _ space: xmlNsPtr?) -> String {
    guard let prefix = unsafe space?.pointee.prefix else { return unsafe string(name) }
    return unsafe "\(string(prefix)):\(string(name))"
  }

  private static func namespaces(of node: xmlNodePtr) -> [XMLElement.Attribute] {
    var attributes: [XMLElement.Attribute] = []
    var space = unsafe node.pointee.nsDef
    while let current = unsafe space {
      let name = unsafe current.pointee.prefix.map { unsafe "xmlns:\(string($0))" } ?? "xmlns"
      unsafe attributes.append(.init(name: name, value: string(current.pointee.href)))
      unsafe space = current.pointee.next
    }
    return attributes
  }

  private static func string(_ text: UnsafePointer<xmlChar>?) -> String {
    guard let text = unsafe text else { return "" }
    return unsafe String(cString: text)
  }

  private static func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).joined(separator: " ")
  }
}

extension Diagnostic.Code {
  /// A text that is not well-formed XML.
  public static let xmlMalformed = Self(rawValue: "xml.malformed")
  /// A document with a document type declaration.
  public static let xmlDocumentType = Self(rawValue: "xml.doctype")
  /// A document longer than is read.
  public static let xmlTooLarge = Self(rawValue: "xml.too-large")
}
