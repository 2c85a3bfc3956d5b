import CLibXML2

/// libvirt's own RelaxNG, asked for one `<interface>` or `<hostdev>`.
///
/// libvirt ships a schema for whole domains only; this one has its definitions and another start.
/// Sendable unchecked: a compiled schema may be shared for reading.
@safe package final class SchemaOracle: @unchecked Sendable {
  /// Where Debian puts the schema (package libvirt0).
  package static let path = "/usr/share/libvirt/schemas/domaincommon.rng"

  private let schema: xmlRelaxNGPtr

  /// Compiles the schema; nil when it is not there.
  package init?() {
    let grammar = """
      <grammar xmlns="http://relaxng.org/ns/structure/1.0" \
      datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">\
      <include href="file://\(Self.path)"/>\
      <start><choice><ref name="interface"/><ref name="hostdev"/></choice></start></grammar>
      """
    xmlInitParser()
    var text = grammar
    let schema = text.withUTF8 { bytes -> xmlRelaxNGPtr? in
      unsafe bytes.withMemoryRebound(to: CChar.self) { characters in
        guard
          let context = unsafe xmlRelaxNGNewMemParserCtxt(
            characters.baseAddress,
            CInt(characters.count)
          )
        else { return nil }
        defer { unsafe xmlRelaxNGFreeParserCtxt(context) }
        return unsafe xmlRelaxNGParse(context)
      }
    }
    guard let schema = unsafe schema else { return nil }
    unsafe self.schema = schema
  }

  deinit { unsafe xmlRelaxNGFree(schema) }

  /// Whether the schema takes a document.
  package func accepts(_ document: String) -> Bool {
    var text = document
    return text.withUTF8 { bytes in
      unsafe bytes.withMemoryRebound(to: CChar.self) { characters in
        guard
          let parsed = unsafe xmlReadMemory(
            characters.baseAddress,
            CInt(characters.count),
            nil,
            "UTF-8",
            vif_xmlSafeParseOptions()
          )
        else { return false }
        defer { unsafe xmlFreeDoc(parsed) }
        guard let context = unsafe xmlRelaxNGNewValidCtxt(schema) else { return false }
        defer { unsafe xmlRelaxNGFreeValidCtxt(context) }
        unsafe xmlRelaxNGSetValidStructuredErrors(context, { _, _ in }, nil)
        return unsafe xmlRelaxNGValidateDoc(context, parsed) == 0
      }
    }
  }
}
