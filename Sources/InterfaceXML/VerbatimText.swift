import Diagnostics

/// Checks of a text that libvirt prints without escaping it: with one of these characters inside,
/// what `virsh dumpxml` prints is no longer XML.
enum VerbatimText {
  static func check(_ text: String, called name: String) throws(Diagnostic) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "<", ">", "&", "'", "\"", "\u{0}"..."\u{1F}", "\u{7F}", "\u{FFFE}", "\u{FFFF}":
        throw Diagnostic(
          .valueCharacter,
          "the \(name) '\(Diagnostic.shortened(text))' has a character that libvirt does not escape",
          value: text,
          bound: "none of < > & ' \" and no control characters",
          remedy: "rename it: libvirt would print a domain that is not XML"
        )
      default: continue
      }
    }
  }
}

extension Diagnostic.Code {
  /// A character that cannot stand in a value.
  public static let valueCharacter = Diagnostic.Code(rawValue: "value.character")
}
