import Diagnostics
import FileAccess

/// An XML document under construction, in the layout that libvirt prints: two blanks a level,
/// apostrophes around values, `/>` for what is empty, a line end behind each element.
///
/// Values are escaped as libvirt's `virBufferEscapeString` does it. libxml2's `xmlTextWriter` would
/// take several times as long, since each name and value goes through its output buffer by itself.
struct XMLWriter: ~Copyable {
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
  private var buffer: ByteBuffer
  private var depth = 0
  /// Whether attributes may follow.
  private var isTagOpen = false
  private var hasText = false

  /// Starts a document behind what a buffer holds.
  init(_ form: Form = .exact, behind buffer: consuming ByteBuffer = ByteBuffer()) {
    self.form = form
    self.buffer = buffer
  }

  /// Ends the document.
  consuming func finish() -> ByteBuffer { buffer }

  /// Writes an element; `content` writes its attributes, then its children.
  @inline(__always)
  mutating func element(
    _ name: StaticString,
    _ content: (inout XMLWriter) throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    open(name)
    do throws(Diagnostic) {
      try content(&self)
    } catch {
      throw error.at("\(name)")
    }
    close(name)
  }

  @inline(__always)
  private mutating func open(_ name: StaticString) {
    if isTagOpen { buffer.append(literal: ">\n") }
    indent()
    buffer.append(literal: "<")
    buffer.append(literal: name)
    isTagOpen = true
    depth += 1
  }

  @inline(__always)
  private mutating func close(_ name: StaticString) {
    depth -= 1
    if isTagOpen {
      buffer.append(literal: "/>\n")
    } else {
      if !hasText { indent() }
      buffer.append(literal: "</")
      buffer.append(literal: name)
      buffer.append(literal: ">\n")
    }
    isTagOpen = false
    hasText = false
  }

  @inline(__always)
  private mutating func indent() { buffer.append(blanks: 2 * depth) }

  // MARK: Attributes

  /// Writes an attribute of the element that was just started; nil writes none.
  ///
  /// - Parameter isEscaped: Whether libvirt escapes the value too.
  @inline(__always)
  mutating func attribute(
    _ name: StaticString,
    _ value: String?,
    isEscaped: Bool = true
  ) throws(Diagnostic) {
    if let value { try write(name, value, isEscaped: isEscaped) }
  }

  private mutating func write(
    _ name: StaticString,
    _ value: String,
    isEscaped: Bool
  ) throws(Diagnostic) {
    openValue(of: name)
    let start = buffer.count
    buffer.append(value)
    if !buffer.withBytes(from: start, Self.isPlain) {
      buffer.truncate(to: start)
      do throws(Diagnostic) {
        buffer.append(try written(value, isEscaped: isEscaped))
      } catch {
        throw error.at("\(name)")
      }
    }
    buffer.append(literal: "'")
  }

  @inline(__always)
  private mutating func openValue(of name: StaticString) {
    buffer.append(literal: " ")
    buffer.append(literal: name)
    buffer.append(literal: "='")
  }

  /// Writes a word of libvirt's, which needs no escapes.
  @inline(__always)
  private mutating func write(_ name: StaticString, word: String) {
    openValue(of: name)
    buffer.append(word)
    buffer.append(literal: "'")
  }

  @inline(__always)
  private mutating func write(_ name: StaticString, plain value: Span<UInt8>) {
    openValue(of: name)
    buffer.append(value)
    buffer.append(literal: "'")
  }

  /// Writes the name of a device; an ordinary one needs no look at its characters.
  @inline(__always)
  mutating func attribute(_ name: StaticString, _ value: DeviceName?) throws(Diagnostic) {
    guard let value else { return }
    if value.isOrdinary {
      write(name, word: value.description)
    } else {
      try write(name, value.description, isEscaped: true)
    }
  }

  /// Writes an address or an identifier, or what stands for one that libvirt makes up.
  @inline(__always)
  mutating func attribute<let length: Int>(
    _ name: StaticString,
    _ value: InlineArray<length, UInt8>?,
    orPlaceholder placeholder: String? = nil
  ) throws(Diagnostic) {
    if let value {
      write(name, plain: value.span)
    } else {
      try attribute(name, placeholder: placeholder)
    }
  }

  /// Writes a number, in decimal.
  @inline(__always)
  mutating func attribute(
    _ name: StaticString,
    _ value: (some BinaryInteger)?
  ) throws(Diagnostic) {
    guard let value else { return }
    openValue(of: name)
    if let natural = UInt64(exactly: value) {
      buffer.append(decimal: natural)
    } else {
      buffer.append(String(value))
    }
    buffer.append(literal: "'")
  }

  /// Writes a choice by its word.
  @inline(__always)
  mutating func attribute(
    _ name: StaticString,
    _ value: (some RawRepresentable<String> & CaseIterable)?
  ) throws(Diagnostic) {
    if let value { write(name, word: value.rawValue) }
  }

  /// Writes a truth as `yes` or `no`.
  @inline(__always)
  mutating func attribute(_ name: StaticString, yesNo value: Bool?) throws(Diagnostic) {
    guard let value else { return }
    openValue(of: name)
    if value { buffer.append(literal: "yes'") } else { buffer.append(literal: "no'") }
  }

  /// Writes a truth as `on` or `off`.
  @inline(__always)
  mutating func attribute(_ name: StaticString, onOff value: Bool?) throws(Diagnostic) {
    guard let value else { return }
    openValue(of: name)
    if value { buffer.append(literal: "on'") } else { buffer.append(literal: "off'") }
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

  /// Writes what stands for a value that libvirt makes up, where such are written.
  mutating func attribute(
    _ name: StaticString,
    placeholder: String?
  ) throws(Diagnostic) {
    if hasPlaceholders { try attribute(name, placeholder) }
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
  mutating func lineEnd() throws(Diagnostic) { addText("\n  ") }

  /// Writes the text inside the element that was just started.
  mutating func text(_ text: String) throws(Diagnostic) { addText(try Self.escaped(text)) }

  private mutating func addText(_ text: String) {
    if isTagOpen { buffer.append(literal: ">") }
    isTagOpen = false
    hasText = true
    buffer.append(text)
  }
}
