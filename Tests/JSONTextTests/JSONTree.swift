import Diagnostics
import JSONText

/// A JSON value as a tree, read through the reader: what tests compare.
indirect enum JSONTree: Equatable {
  case null
  case boolean(Bool)
  case number(String)
  case string(String)
  case array([JSONTree])
  case object([Member])

  /// A member of an object; order and repetition are kept.
  struct Member: Equatable {
    let key: String
    let value: JSONTree
  }

  /// Reads the value that comes next.
  init(reading reader: inout JSONReader) throws(Diagnostic) {
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
        let key = reader.keyText
        members.append(Member(key: key, value: try JSONTree(reading: &reader)))
      }
      self = .object(members)
    }
  }

  /// Reads a whole text.
  init(_ text: String) throws(Diagnostic) { try self.init(Array(text.utf8)) }

  /// Reads a whole text that may not even be UTF-8.
  init(_ bytes: [UInt8]) throws(Diagnostic) {
    self = try JSONReader.withReader(over: bytes.span) { reader throws(Diagnostic) in
      let tree = try JSONTree(reading: &reader)
      try reader.expectEnd()
      return tree
    }
  }

  /// Passes a whole text over.
  static func skip(_ bytes: [UInt8]) throws(Diagnostic) {
    try JSONReader.withReader(over: bytes.span) { reader throws(Diagnostic) in
      try reader.skipValue()
      try reader.expectEnd()
    }
  }
}
