import Diagnostics
import JSONText
import JSONTree
import Testing

struct JSONScalarTests {
  private static func integer(_ text: String) throws(Diagnostic) -> Int64 {
    try JSONReader.read(text) { reader throws(Diagnostic) in try reader.readInteger() }
  }

  @Test(arguments: [
    ("0", 0), ("-0", 0), ("7", 7), ("-1", -1), ("9223372036854775807", Int64.max),
    ("-9223372036854775808", Int64.min), (" 12 ", 12),
  ])
  func `reads integers of 64 bits`(text: String, value: Int64) throws {
    #expect(try Self.integer(text) == value)
  }

  @Test(arguments: [
    "9223372036854775808", "-9223372036854775809", "1" + String(repeating: "0", count: 40),
  ])
  func `refuses integers that do not fit`(text: String) {
    let error = #expect(throws: Diagnostic.self) { try Self.integer(text) }
    #expect(error?.code.rawValue == "value.out-of-range")
    #expect(error?.details.offset == 0)
    #expect(error?.details.bound == "-9223372036854775808…9223372036854775807")
  }

  @Test(arguments: ["1.0", "1e2", "1E2", "0.0", "-1.5", "\"1\"", "true", "null", "[1]", "{}"])
  func `takes nothing else for an integer`(text: String) {
    let error = #expect(throws: Diagnostic.self) { try Self.integer(text) }
    #expect(error?.code.rawValue == "json.kind")
    #expect(error?.details.value == text)
    #expect(error?.details.offset == 0)
  }

  @Test(arguments: ["0", "-0", "10", "0.5", "1.50", "1e5", "1E+5", "1e-5", "-1.25E10", "0e0"])
  func `keeps the text of a number`(text: String) throws {
    let read = try JSONReader.read(text) { reader throws(Diagnostic) in
      try reader.readNumberText()
    }
    #expect(read == text)
  }

  @Test(arguments: [
    ("an object", "[1]"), ("an array", "{}"), ("a string", "12"), ("true or false", "\"true\""),
    ("a number", "null"),
  ])
  func `says what was expected and what is there`(expected: String, text: String) {
    let error = #expect(throws: Diagnostic.self) {
      try JSONReader.read(text) { reader throws(Diagnostic) in
        switch expected {
        case "an object": try reader.beginObject()
        case "an array": try reader.beginArray()
        case "a string": _ = try reader.readString()
        case "a number": _ = try reader.readNumberText()
        default: _ = try reader.readBoolean()
        }
      }
    }
    #expect(error?.code.rawValue == "json.kind")
    #expect(error?.problem == "expected \(expected), found \(text)")
  }

  @Test func `reads null only where it stands`() throws {
    let answers = try JSONReader.read("[null,1]") { reader throws(Diagnostic) in
      try reader.beginArray()
      _ = try reader.nextElement()
      let first = try reader.readNull()
      _ = try reader.nextElement()
      let second = try reader.readNull()
      try reader.skipValue()
      _ = try reader.nextElement()
      return [first, second]
    }
    #expect(answers == [true, false])
  }

  @Test func `comes back from a look ahead`() throws {
    let tree = try JSONReader.read(#"{"a":[1,2]}"#) { reader throws(Diagnostic) in
      let kind = try reader.lookAhead { reader throws(Diagnostic) in
        try reader.beginObject()
        _ = try reader.nextKey()
        return try reader.peekKind()
      }
      return (kind, try JSONTree(reading: &reader))
    }
    #expect(tree.0 == .array)
    #expect(
      tree.1 == .object([.init(name: "a", value: .array([.number("1"), .number("2")]))])
    )
  }

  @Test func `cuts a long excerpt and takes nothing`() throws {
    let text = "[" + String(repeating: "1,", count: 100) + "1]"
    let excerpt = try JSONReader.read(text) { reader throws(Diagnostic) in
      let excerpt = reader.excerpt()
      try reader.skipValue()
      return excerpt
    }
    #expect(excerpt.utf8.count == 60)
    #expect(text.hasPrefix(excerpt))
  }
}
