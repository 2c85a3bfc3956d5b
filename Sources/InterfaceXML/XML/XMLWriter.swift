import CLibXML2
public import Diagnostics

/// An XML document under construction, in the layout that libvirt prints: two blanks a level,
/// apostrophes around values, `/>` for what is empty, a line end behind each element.
///
/// Wraps libxml2's `xmlTextWriter`, which checks nothing that it is given; so values are checked
/// and escaped here, as libvirt's `virBufferEscapeString` does.
///
/// `@safe`: the two pointers are freed in `deinit` and never handed out.
@safe struct XMLWriter: ~Copyable {
  /// How values are written.
  enum Form {
    /// So that every reader gets them back.
    case exact
    /// As this version of libvirt prints them, which is not always well-formed.
    case printed(by: LibvirtVersion)
    /// As this version of libvirt prints them, with placeholders for those that it makes up.
    case printedWithPlaceholders(by: LibvirtVersion)
  }

  private let form: Form
  private let buffer: xmlBufferPtr
  private let writer: xmlTextWriterPtr

  /// Starts an empty document.
  init(_ form: Form = .exact) throws(Diagnostic) {
    self.form = form
    guard let buffer = unsafe xmlBufferCreate() else { throw Self.outOfMemory }
    guard let writer = unsafe xmlNewTextWriterMemory(buffer, 0) else {
      unsafe xmlBufferFree(buffer)
      throw Self.outOfMemory
    }
    unsafe self.buffer = buffer
    unsafe self.writer = writer
    unsafe xmlTextWriterSetIndent(writer, 1)
    unsafe xmlTextWriterSetIndentString(writer, "  ")
    unsafe xmlTextWriterSetQuoteChar(writer, UInt8(ascii: "'"))
  }

  deinit {
    unsafe xmlFreeTextWriter(writer)
    unsafe xmlBufferFree(buffer)
  }

  /// Writes an element; `content` writes its attributes, then its children.
  mutating func element(
    _ name: StaticString,
    _ content: (inout XMLWriter) throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    try check(unsafe xmlTextWriterStartElement(writer, name.utf8Start))
    do {
      try content(&self)
    } catch {
      throw error.at("\(name)")
    }
    try check(unsafe xmlTextWriterEndElement(writer))
  }

  /// Writes an attribute of the element that was just started; nil writes none.
  ///
  /// - Parameter isEscaped: Whether libvirt escapes the value too.
  mutating func attribute(
    _ name: StaticString,
    _ value: String?,
    isEscaped: Bool = true
  ) throws(Diagnostic) {
    guard let value else { return }
    do {
      try check(unsafe xmlTextWriterStartAttribute(writer, name.utf8Start))
      try check(unsafe xmlTextWriterWriteRaw(writer, try written(value, isEscaped: isEscaped)))
      try check(unsafe xmlTextWriterEndAttribute(writer))
    } catch {
      throw error.at("\(name)")
    }
  }

  /// Writes a number, in decimal.
  mutating func attribute(
    _ name: StaticString,
    _ value: (some BinaryInteger)?
  ) throws(Diagnostic) {
    if let value { try attribute(name, String(value)) }
  }

  /// Writes a choice by its word.
  mutating func attribute(
    _ name: StaticString,
    _ value: (some RawRepresentable<String>)?
  ) throws(Diagnostic) {
    try attribute(name, value?.rawValue)
  }

  /// Writes a truth as `yes` or `no`.
  mutating func attribute(_ name: StaticString, yesNo value: Bool?) throws(Diagnostic) {
    try attribute(name, value.map { $0 ? "yes" : "no" })
  }

  /// Writes a truth as `on` or `off`.
  mutating func attribute(_ name: StaticString, onOff value: Bool?) throws(Diagnostic) {
    try attribute(name, value.map { $0 ? "on" : "off" })
  }

  /// Writes a number in hexadecimal, behind `0x` and with at least so many digits; nil writes none.
  mutating func attribute(
    _ name: StaticString,
    hexadecimal value: (some BinaryInteger)?,
    digits: Int
  ) throws(Diagnostic) {
    guard let value else { return }
    let text = String(value, radix: 16)
    try attribute(name, "0x" + String(repeating: "0", count: max(0, digits - text.count)) + text)
  }

  /// Writes an attribute whose value libvirt makes up when there is none.
  mutating func attribute(
    _ name: StaticString,
    _ value: String?,
    orPlaceholder placeholder: String
  ) throws(Diagnostic) {
    if value == nil, case .printedWithPlaceholders = form {
      try attribute(name, placeholder)
    } else {
      try attribute(name, value)
    }
  }

  /// Whether this is a document that libvirt would print, with what it makes up.
  var hasPlaceholders: Bool {
    if case .printedWithPlaceholders = form { true } else { false }
  }

  /// Whether every reader is to get the values back, and not what libvirt prints.
  var printsExactly: Bool {
    if case .exact = form { true } else { false }
  }

  /// Whether a change of libvirt's shows in the document; in an exact one, what is better does.
  func shows(_ change: LibvirtChange) -> Bool {
    switch form {
    case .exact: true
    case .printed(let libvirt), .printedWithPlaceholders(let libvirt): libvirt >= change.since
    }
  }

  private func written(_ value: String, isEscaped: Bool) throws(Diagnostic) -> String {
    switch form {
    case .exact: try Self.escaped(value)
    case .printed, .printedWithPlaceholders:
      isEscaped ? try Self.escaped(value, keepingBlanks: true) : value
    }
  }

  /// Writes a line end inside an element that holds nothing, one level below the root.
  mutating func lineEnd() throws(Diagnostic) {
    try check(unsafe xmlTextWriterWriteRaw(writer, "\n  "))
  }

  /// Writes the text inside the element that was just started.
  mutating func text(_ text: String) throws(Diagnostic) {
    try check(unsafe xmlTextWriterWriteRaw(writer, try Self.escaped(text)))
  }

  /// Ends the document and returns it.
  consuming func finish() throws(Diagnostic) -> String {
    try check(unsafe xmlTextWriterFlush(writer))
    let bytes = unsafe UnsafeBufferPointer(
      start: xmlBufferContent(buffer),
      count: Int(xmlBufferLength(buffer))
    )
    return unsafe String(decoding: bytes, as: UTF8.self)
  }

  private func check(_ result: CInt) throws(Diagnostic) {
    if result < 0 { throw Self.outOfMemory }
  }

  private static var outOfMemory: Diagnostic {
    Diagnostic(.xmlMemory, "libxml2 could not get the memory for a document")
  }
}

extension XMLWriter {
  /// The value as it may stand in a document, between apostrophes too.
  ///
  /// - Throws: `xml.character` for a character that no XML 1.0 document can hold.
  static func escaped(
    _ value: String,
    keepingBlanks: Bool = false
  ) throws(Diagnostic) -> String {
    if value.utf8.allSatisfy({ isPlain($0) }) { return value }
    var text = ""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "<": text += "&lt;"
      case ">": text += "&gt;"
      case "&": text += "&amp;"
      case "'": text += "&apos;"
      case "\"": text += "&quot;"
      // libvirt prints these three as they are, and then reads them back as blanks.
      case "\t" where keepingBlanks, "\n" where keepingBlanks, "\r" where keepingBlanks:
        text.unicodeScalars.append(scalar)
      case "\t": text += "&#9;"
      case "\n": text += "&#10;"
      case "\r": text += "&#13;"
      case let scalar where scalar.isXMLCharacter: text.unicodeScalars.append(scalar)
      default: throw forbidden(scalar, in: value)
      }
    }
    return text
  }

  /// Whether a byte of UTF-8 stands for itself wherever it occurs.
  ///
  /// Of the others, 0xEF starts the two code points at the end of the first plane that XML
  /// excludes.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"), UInt8(ascii: "'"),
      UInt8(ascii: "\""), 0..<0x20, 0xEF:
      false
    default: true
    }
  }

  private static func forbidden(_ scalar: Unicode.Scalar, in value: String) -> Diagnostic {
    let number = String(scalar.value, radix: 16, uppercase: true)
    return Diagnostic(
      .xmlCharacter,
      "a value holds the character U+\(String(repeating: "0", count: 4 - number.count))\(number),"
        + " which no XML document can hold",
      value: value,
      bound: "XML 1.0 characters: no control characters but tab, line feed, carriage return"
    )
  }
}

extension Unicode.Scalar {
  /// Whether XML 1.0 lets a document hold this character (production 2, `Char`).
  var isXMLCharacter: Bool {
    switch value {
    case 0x9, 0xA, 0xD, 0x20...0xD7FF, 0xE000...0xFFFD, 0x1_0000...0x10_FFFF: true
    default: false
    }
  }
}

extension Diagnostic.Code {
  /// A value holds a character that XML cannot.
  public static let xmlCharacter = Diagnostic.Code(rawValue: "xml.character")
  /// libxml2 ran out of memory.
  static let xmlMemory = Diagnostic.Code(rawValue: "xml.memory")
}
