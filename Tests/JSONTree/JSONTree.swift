package import Diagnostics
package import JSONText

/// A JSON value as it was read: members in their order, numbers and keys as they are spelled.
package indirect enum JSONTree: Hashable {
  case null
  case boolean(Bool)
  case number(String)
  case string(String)
  case array([JSONTree])
  case object([Member])

  /// A member of an object; order and repetition are kept.
  package struct Member: Hashable {
    /// The key.
    package let name: String
    /// The value.
    package var value: JSONTree

    /// Makes a member.
    package init(name: String, value: JSONTree) {
      self.name = name
      self.value = value
    }
  }

  /// Reads the value that comes next.
  package init(reading reader: inout JSONReader) throws(Diagnostic) {
    switch try reader.peekKind() {
    case .null:
      _ = try reader.readNull()
      self = .null
    case .boolean: self = .boolean(try reader.readBoolean())
    case .number: self = .number(try reader.readNumberText())
    case .string: self = .string(try reader.readString())
    case .array:
      var elements: [JSONTree] = []
      try reader.beginArray()
      while try reader.nextElement() { elements.append(try JSONTree(reading: &reader)) }
      self = .array(elements)
    case .object:
      var members: [Member] = []
      try reader.beginObject()
      while try reader.nextKey() {
        members.append(Member(name: reader.keyText, value: try JSONTree(reading: &reader)))
      }
      self = .object(members)
    }
  }

  /// Reads a whole text.
  package init(_ text: String) throws(Diagnostic) {
    self = try JSONReader.read(text) { reader throws(Diagnostic) in
      try JSONTree(reading: &reader)
    }
  }
}
