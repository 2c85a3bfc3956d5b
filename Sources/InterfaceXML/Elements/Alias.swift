public import Diagnostics

/// The name that users give a device, by which it is found again: libvirt's `<alias>`.
public struct Alias: Hashable, Sendable {
  /// `ua-` and ASCII letters, digits, `-`, `_`; unique in the domain.
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

  func write(to writer: inout XMLWriter) throws(Diagnostic) {
    try writer.element("alias") { writer throws(Diagnostic) in try writer.attribute("name", name) }
  }
}

extension Diagnostic.Code {
  /// An alias that libvirt would drop.
  public static let aliasMalformed = Diagnostic.Code(rawValue: "alias.malformed")
}
