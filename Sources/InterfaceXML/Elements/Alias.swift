public import Diagnostics

/// The name that users give a device, by which it is found again: libvirt's `<alias>`.
public struct Alias: Hashable, Sendable {
  /// `ua-` and ASCII letters, digits, `-`, `_`, unique in the domain; in a running guest also a name
  /// that libvirt has given, as `net0`.
  public let name: String

  /// Checks a name.
  ///
  /// - Throws: `alias.malformed` for what libvirt would drop without a word.
  public init(_ text: String) throws(Diagnostic) {
    let isAllowed = { (character: Character) in
      character.isASCII && (character.isLetter || character.isNumber) || "-_".contains(character)
    }
    guard text.hasPrefix("ua-"), text.utf8.count > 3, text.allSatisfy(isAllowed) else {
      throw Diagnostic(
        .aliasMalformed,
        "libvirt would drop the alias '\(Diagnostic.shortened(text))' without a word",
        value: text,
        bound: "'ua-' and then ASCII letters, digits, '-' and '_'"
      )
    }
    name = text
  }

  /// A name as a document has it.
  init(verbatim name: String) { self.name = name }

  /// Whether libvirt keeps the name in a definition.
  var isUserAlias: Bool {
    name.hasPrefix("ua-")
      && name.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
          true
        default: false
        }
      }
  }

  func write(to writer: inout XMLWriter) throws(Diagnostic) {
    try writer.element("alias") { writer throws(Diagnostic) in try writer.attribute("name", name) }
  }
}

extension Alias {
  init?(_ reader: inout ElementReader) throws(Diagnostic) {
    guard let text = reader.filled("name") else { return nil }
    self.init(verbatim: text)
    guard isUserAlias else {
      let isDropped = reader.drops(
        "@name",
        .aliasMalformed,
        "libvirt drops the alias '\(Diagnostic.shortened(text))' without a word",
        value: text,
        bound: "'ua-' and then ASCII letters, digits, '-' and '_'"
      )
      if isDropped { return nil }
      return
    }
  }
}

extension Diagnostic.Code {
  /// An alias that libvirt would drop.
  public static let aliasMalformed = Diagnostic.Code(rawValue: "alias.malformed")
}
