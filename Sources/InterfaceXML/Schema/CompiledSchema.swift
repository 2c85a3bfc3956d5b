import CLibXML2
import Diagnostics

/// A RELAX NG grammar that libxml2 has compiled.
///
/// `@safe`: the pointer is freed in `deinit` and never handed out. Sendable unchecked: a compiled
/// grammar is only read, and each validation has a context of its own.
@safe final class CompiledSchema: @unchecked Sendable {
  private let schema: UnsafeMutableRawPointer

  /// Compiles a grammar.
  ///
  /// - Throws: `xml.no-parser`; `schema.unsupported`; `schema.unreadable` with libxml2's reason.
  init(grammar: String) throws(Diagnostic) {
    try Self.checkSupport()
    var grammar = grammar
    var message = vif_schemaMessage()
    let schema = grammar.withUTF8 { bytes -> UnsafeMutableRawPointer? in
      unsafe bytes.withMemoryRebound(to: CChar.self) { characters in
        unsafe vif_schemaCompile(characters.baseAddress, CInt(characters.count), &message)
      }
    }
    guard let schema = unsafe schema else {
      throw Diagnostic(.schemaUnreadable, "not a schema: \(Self.text(&message))")
    }
    unsafe self.schema = unsafe schema
  }

  deinit { unsafe vif_schemaFree(schema) }

  /// Loads libxml2, unless it is loaded already.
  ///
  /// - Throws: `xml.no-parser` without one; `schema.unsupported` for one without RELAX NG.
  static func checkSupport() throws(Diagnostic) {
    try XMLParser.checkLibrary()
    guard vif_hasRelaxNG() == 0 else { return }
    throw Diagnostic(.schemaUnsupported, "this libxml2 was built without RELAX NG")
  }

  /// What libxml2 says against a well-formed document; nil when the document is valid.
  func refusal(of document: String) -> String? {
    var document = document
    return document.withUTF8 { bytes in
      unsafe bytes.withMemoryRebound(to: CChar.self) { characters in
        var message = vif_schemaMessage()
        let result = unsafe vif_schemaValidate(
          schema,
          characters.baseAddress,
          CInt(characters.count),
          &message
        )
        return result == 0 ? nil : Self.text(&message)
      }
    }
  }

  private static func text(_ message: inout vif_schemaMessage) -> String {
    let text = unsafe withUnsafeBytes(of: &message.text) { bytes in
      unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    return line.isEmpty ? "libxml2 gave no reason" : line
  }
}
