import Diagnostics
import JSONText
import JSONTree
import Testing

struct JSONStringTests {
  @Test(arguments: [
    (#""""#, ""), (#""a b""#, "a b"), (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"),
    (#""\u0041\u00e9\u00E9\u20AC""#, "Aéé€"), (#""\u0000\u001f\u007f""#, "\u{0}\u{1F}\u{7F}"),
    (#""\ud83d\ude00\uD83D\uDE00""#, "😀😀"), (#""\ud800\udc00""#, "\u{10000}"),
    (#""\udbff\udfff""#, "\u{10FFFF}"), (#""\ufffe\uFFFF""#, "\u{FFFE}\u{FFFF}"),
    (#""é😀\u0301""#, "é😀\u{301}"), ("\"\u{7F}\u{85}\u{2028}\"", "\u{7F}\u{85}\u{2028}"),
    (#""a\\""#, "a\\"), (#""\\u0041""#, "\\u0041"),
  ])
  func `decodes escapes`(json: String, text: String) throws {
    let tree = try JSONTree(json)
    guard case .string(let read) = tree else {
      Issue.record("\(tree)")
      return
    }
    // Scalar by scalar: equality of strings does not see how they are composed.
    #expect(Array(read.unicodeScalars) == Array(text.unicodeScalars))
  }

  @Test(arguments: [
    #""\x""#, #""\a""#, #""\'""#, #""\U0041""#, #""\u004""#, #""\u004g""#, #""\u 041""#,
    #""\u+041""#, "\"\\u００４１\"", "\"\n\"", "\"\r\"", "\"\t\"", "\"\u{0}\"", "\"\u{1F}\"",
    "\"\\n\u{1F}\"", "\"\\\n\"",
  ])
  func `refuses other escapes and bare control characters`(json: String) {
    let error = #expect(throws: Diagnostic.self) { try JSONTree(json) }
    #expect(error?.code.rawValue == "json.syntax")
  }

  @Test(arguments: [
    #""\ud800""#, #""\udc00""#, #""\udc00\ud800""#, #""\ud800\ud800""#, #""\ud800x""#,
    #""\ud800\n""#, #""\ud800\u0041""#, #""x\udbff""#,
  ])
  func `refuses half a surrogate pair`(json: String) {
    let error = #expect(throws: Diagnostic.self) { try JSONTree(json) }
    #expect(error?.code.rawValue == "json.encoding")
  }

  /// Sequences that are no UTF-8: alone, overlong, surrogates, beyond the last plane, cut short.
  static let broken: [[UInt8]] = [
    [0x80], [0xBF], [0xC0, 0x80], [0xC1, 0xBF], [0xE0, 0x80, 0x80], [0xF0, 0x80, 0x80, 0x80],
    [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80],
    [0xFE], [0xFF], [0xC3], [0xE2, 0x82], [0xF0, 0x9F, 0x98],
  ]

  @Test(arguments: broken)
  func `refuses a string that is not UTF-8`(bytes: [UInt8]) {
    for prefix in ["", #"\n"#] {
      let json = Array("\"\(prefix)".utf8) + bytes + Array("\"".utf8)
      let error = #expect(throws: Diagnostic.self) { try JSONTree(json) }
      #expect(error?.code.rawValue == "json.encoding")
      #expect(throws: Diagnostic.self) { try JSONTree.skip(json) }
    }
  }

  @Test(arguments: broken)
  func `refuses a key that is not UTF-8`(bytes: [UInt8]) {
    let json = Array(#"{""#.utf8) + bytes + Array(#"":1}"#.utf8)
    let error = #expect(throws: Diagnostic.self) { try JSONTree(json) }
    #expect(error?.code.rawValue == "json.encoding")
    #expect(throws: Diagnostic.self) { try JSONTree.skip(json) }
  }

  @Test func `reads keys of any language`() throws {
    #expect(try JSONTree(#"{"ключ":1}"#) == .object([.init(name: "ключ", value: .number("1"))]))
  }
}
