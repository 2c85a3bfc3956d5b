import FileAccess

/// An element of a document that was read, with all that is in it.
///
/// A plain value: nothing in it points into libxml2. Comments and processing instructions are not
/// kept, nor is where text stood between child elements.
package struct XMLElement: Hashable, Sendable {
  /// An attribute, in the document's order.
  package struct Attribute: Hashable, Sendable {
    /// The name, with a namespace's prefix if it has one.
    package let name: String
    /// The value, with character references replaced.
    package let value: String
    /// Whether the name has a prefix: hardly any has.
    let isQualified: Bool

    package init(name: String, value: String) {
      self.init(name: name, value: value, isQualified: name.utf8.span.has(UInt8(ascii: ":")))
    }

    init(name: String, value: String, isQualified: Bool) {
      self.name = name
      self.value = value
      self.isQualified = isQualified
    }
  }

  /// The element's name, with a namespace's prefix if it has one.
  package let name: String
  /// The attributes, in the document's order.
  package let attributes: [Attribute]
  /// The child elements, in the document's order.
  package let children: [XMLElement]
  /// The element's own text, put together.
  package let content: String

  package init(
    _ name: String,
    attributes: [Attribute] = [],
    children: [XMLElement] = [],
    content: String = ""
  ) {
    self.name = name
    self.attributes = attributes
    self.children = children
    self.content = content
  }

  /// The element's own text without the blanks around it.
  package var text: String {
    if content.isEmpty { return "" }
    let kept = content.drop(while: \.isWhitespace)
    guard let last = kept.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(kept[...last])
  }

  /// The value of the attribute of this name.
  package subscript(attribute: String) -> String? {
    attributes.first { $0.name == attribute }?.value
  }

  /// The names that more than one child element has.
  var repeatedNames: Set<String> {
    if children.count < 2 { return [] }
    // Mostly there are few children, each of another name.
    if children.count < 24, !hasRepeatedNames { return [] }
    var names: Set<String> = []
    return Set(children.lazy.map(\.name).filter { !names.insert($0).inserted })
  }

  private var hasRepeatedNames: Bool {
    for index in children.indices.dropFirst() {
      for other in 0..<index where children[index].name == children[other].name { return true }
    }
    return false
  }

  /// The child elements by their names, in the order in which the names first come.
  var childrenByName: [(name: String, elements: [XMLElement])] {
    var places: [String: Int] = [:]
    var groups: [(name: String, elements: [XMLElement])] = []
    for child in children {
      if let place = places[child.name] {
        groups[place].elements.append(child)
      } else {
        places[child.name] = groups.count
        groups.append((child.name, [child]))
      }
    }
    return groups
  }

  /// The first child element of this name.
  package func first(_ child: String) -> XMLElement? { children.first { $0.name == child } }

  /// All child elements of this name, in the document's order.
  package func all(_ child: String) -> [XMLElement] { children.filter { $0.name == child } }
}

extension XMLElement: CustomStringConvertible {
  /// The element as XML, indented by two blanks a level and without a line's end behind it.
  package var description: String {
    var buffer = ByteBuffer()
    write(to: &buffer, depth: 0)
    return buffer.text
  }

  /// Writes the element behind what a buffer holds, as ``description`` has it.
  func write(to buffer: inout ByteBuffer, depth: Int) {
    Self.indent(depth, &buffer)
    buffer.append(literal: "<")
    buffer.append(name)
    for attribute in attributes {
      buffer.append(literal: " ")
      buffer.append(attribute.name)
      buffer.append(literal: "='")
      Self.append(attribute.value, keepingBlanks: false, to: &buffer)
      buffer.append(literal: "'")
    }
    let text = text
    if children.isEmpty, text.isEmpty { return buffer.append(literal: "/>") }
    buffer.append(literal: ">")
    if children.isEmpty {
      Self.append(content, to: &buffer)
    } else {
      if !text.isEmpty { Self.append(text, to: &buffer) }
      for child in children {
        buffer.append(literal: "\n")
        child.write(to: &buffer, depth: depth + 1)
      }
      buffer.append(literal: "\n")
      Self.indent(depth, &buffer)
    }
    buffer.append(literal: "</")
    buffer.append(name)
    buffer.append(literal: ">")
  }

  private static func indent(_ depth: Int, _ buffer: inout ByteBuffer) {
    for _ in 0..<depth { buffer.append(literal: "  ") }
  }

  /// Writes a text as it may stand in content and between single quotes.
  private static func append(
    _ text: String,
    keepingBlanks: Bool = true,
    to buffer: inout ByteBuffer
  ) {
    let start = buffer.count
    buffer.append(text)
    if buffer.withBytes(from: start, XMLWriter.isPlain) { return }
    buffer.truncate(to: start)
    buffer.append(escaped(text, keepingBlanks: keepingBlanks))
  }

  private static func escaped(_ text: String, keepingBlanks: Bool) -> String {
    text.unicodeScalars.reduce(into: "") { result, scalar in
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "'": result += "&apos;"
      // An attribute's value would lose these to normalisation, and every text a line end's first
      // half.
      case "\r": result += "&#13;"
      case "\t" where !keepingBlanks, "\n" where !keepingBlanks: result += "&#\(scalar.value);"
      default: result.unicodeScalars.append(scalar)
      }
    }
  }
}
