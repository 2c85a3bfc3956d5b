import CLibXML2
import Diagnostics
import Glibc

/// libxml2's parser, owned for as long as it takes to read one text.
///
/// It calls back for each tag and text, out of which an ``XMLTreeBuilder`` makes elements: a tree of
/// libxml2's own, made first and then copied, would take twice as long.
///
/// `@safe`: the parser is freed in `deinit`, and what it lends to a callback is copied there.
@safe struct XMLParser: ~Copyable {
  private let parser: OpaquePointer

  private init() throws(Diagnostic) {
    try Self.checkLibrary()
    guard let parser = unsafe vif_xmlMake() else {
      throw Diagnostic(.xmlMalformed, "no memory for an XML parser")
    }
    unsafe self.parser = unsafe parser
  }

  deinit { unsafe vif_xmlFree(parser) }

  /// Loads libxml2, unless it is loaded already.
  ///
  /// - Throws: `xml.no-parser`, with the dynamic linker's reason.
  static func checkLibrary() throws(Diagnostic) {
    guard let reason = unsafe vif_xmlFault() else { return }
    throw Diagnostic(
      .xmlNoParser,
      "libxml2, which reads XML, cannot be loaded: \(unsafe String(cString: reason))",
      remedy: "install it (Debian: libxml2)"
    )
  }

  /// The root element of a text that is short enough for a C int.
  ///
  /// - Throws: `xml.malformed`, `xml.doctype`, `xml.no-parser`.
  static func root(of text: String) throws(Diagnostic) -> XMLElement {
    let length = text.utf8.count
    // `withCString` rethrows untyped, so the error takes the way of a value.
    return try unsafe text.withCString { characters in
      Result { () throws(Diagnostic) -> XMLElement in
        // libxml2 takes a NUL behind the root element for the end of the text.
        guard unsafe strlen(characters) == length else {
          throw Diagnostic(.xmlMalformed, "line 1: not well-formed XML: it holds a NUL byte")
        }
        return try unsafe XMLParser().root(of: characters, CInt(length))
      }
    }.get()
  }

  private consuming func root(
    of characters: UnsafePointer<CChar>,
    _ length: CInt
  ) throws(Diagnostic) -> XMLElement {
    var reading = unsafe Reading(parser)
    var handler = Self.handler
    let isWellFormed = unsafe withUnsafeMutablePointer(to: &reading) { reading in
      unsafe vif_xmlRead(parser, &handler, reading, characters, length) != 0
    }
    guard !reading.hasDocumentType else {
      try unsafe XMLParser().checkWhole(characters, length)
      throw Diagnostic(
        .xmlDocumentType,
        "line 1: the document has a document type declaration (DOCTYPE)",
        remedy: "remove it: libvirt's documents have none"
      )
    }
    guard isWellFormed else { throw fault }
    guard let root = reading.tree.root else {
      throw Diagnostic(.xmlMalformed, "line 1: the document has no element")
    }
    return root
  }

  /// Checks a text with a document type to its end, since what is not well-formed is worse.
  private consuming func checkWhole(
    _ characters: UnsafePointer<CChar>,
    _ length: CInt
  ) throws(Diagnostic) {
    guard unsafe vif_xmlCheck(parser, characters, length) != 0 else { throw fault }
  }

  private var fault: Diagnostic {
    let line = unsafe vif_xmlLastLine(parser)
    let reason = unsafe vif_xmlLastMessage(parser).map { unsafe String(cString: $0) }
    let words = reason?.split(whereSeparator: \.isNewline).joined(separator: " ")
    return Diagnostic(
      .xmlMalformed,
      "line \(max(line, 1)): not well-formed XML: \(words ?? "no reason given")"
    )
  }
}

// MARK: Callbacks

/// What a parser's callbacks work on.
@safe private struct Reading: ~Copyable {
  let parser: OpaquePointer
  var tree = XMLTreeBuilder()
  var hasDocumentType = false

  init(_ parser: OpaquePointer) { unsafe self.parser = parser }

  static func behind(_ user: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<Reading>? {
    unsafe user?.assumingMemoryBound(to: Reading.self)
  }

  mutating func add(_ text: UnsafePointer<UInt8>?, _ length: CInt) {
    let bytes = unsafe UnsafeBufferPointer(start: text, count: Int(length))
    unsafe tree.add(bytes.span)
  }
}

extension XMLParser {
  /// The functions that libxml2 calls; what has none is passed over.
  private static var handler: vif_xmlHandler {
    var handler = vif_xmlHandler()
    unsafe handler.documentType = { user, _, _, _ in
      guard let reading = unsafe Reading.behind(user) else { return }
      unsafe reading.pointee.hasDocumentType = true
      unsafe vif_xmlStop(reading.pointee.parser)
    }
    unsafe handler.open = { user, name, prefix, _, spaces, space, count, _, attribute in
      unsafe Reading.behind(user)?.pointee.tree.open(
        XMLParser.qualified(name, prefix),
        XMLParser.attributes(Int(spaces), space, Int(count), attribute)
      )
    }
    unsafe handler.close = { user, _, _, _ in
      unsafe Reading.behind(user)?.pointee.tree.close()
    }
    unsafe handler.text = { user, text, length in
      unsafe Reading.behind(user)?.pointee.add(text, length)
    }
    return handler
  }

  /// Declarations of namespaces, of two pointers each, and then attributes, of five.
  private static func attributes(
    _ spaceCount: Int,
    _ spaces: UnsafeMutablePointer<UnsafePointer<UInt8>?>?,
    _ count: Int,
    _ attribute: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
  ) -> [XMLElement.Attribute] {
    var attributes: [XMLElement.Attribute] = []
    attributes.reserveCapacity(spaceCount + count)
    for index in 0..<spaceCount {
      guard let part = unsafe spaces?.advanced(by: 2 * index) else { break }
      let name = unsafe part[0].map { unsafe "xmlns:\(string($0))" } ?? "xmlns"
      unsafe attributes.append(.init(name: name, value: string(part[1])))
    }
    for index in 0..<count {
      guard let part = unsafe attribute?.advanced(by: 5 * index), let name = unsafe part[0],
        let start = unsafe part[3], let end = unsafe part[4]
      else { break }
      let value = unsafe UnsafeBufferPointer(start: start, count: end - start)
      attributes.append(
        unsafe .init(
          name: qualified(name, part[1]),
          value: String(decoding: value, as: UTF8.self),
          // A name that begins with a colon has no prefix for libxml2.
          isQualified: part[1] != nil || memchr(name, 0x3A, strlen(name)) != nil
        )
      )
    }
    return attributes
  }

  /// A name with the prefix of its namespace: libvirt's own elements have none.
  private static func qualified(
    _ name: UnsafePointer<UInt8>?,
    _ prefix: UnsafePointer<UInt8>?
  ) -> String {
    guard let prefix = unsafe prefix else { return unsafe string(name) }
    return unsafe "\(string(prefix)):\(string(name))"
  }

  private static func string(_ text: UnsafePointer<UInt8>?) -> String {
    guard let text = unsafe text else { return "" }
    return unsafe String(cString: text)
  }
}
