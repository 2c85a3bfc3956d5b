public import Diagnostics
import FileAccess

/// libvirt's own schema of devices, as an installed libvirt has it: RELAX NG, for an `<interface>`
/// or a `<hostdev>`.
///
/// libxml2 says whether a document is valid; what is wrong with it, which libxml2 hardly says, is
/// found by following the document through the schema once more. Being valid is neither needed nor
/// enough for libvirt: its parser ignores what it does not know, and has rules that no schema says.
public struct InterfaceSchema: Sendable {
  /// Where distributions put the schema.
  public static let defaultPath = "/usr/share/libvirt/schemas/domaincommon.rng"

  /// The longest document that is looked at, in bytes: libxml2 takes a time that grows with the
  /// square of the number of equal elements.
  public static let maximumLength = 1 << 16

  /// The devices that there are definitions of.
  private static let definitions = ["interface", "hostdev"]

  /// Where the schema was read from.
  public let path: String

  private let compiled: CompiledSchema
  private let grammar: SchemaGrammar

  /// Reads and compiles a schema: libvirt's `domaincommon.rng`, with the files beside it.
  ///
  /// - Throws: `schema.missing` when there is no such file; `xml.no-parser` without libxml2;
  ///   `schema.unsupported` when it was built without RELAX NG; `schema.unreadable` for a file that is
  ///   no such schema.
  public init(path: String = Self.defaultPath) throws(Diagnostic) {
    try CompiledSchema.checkSupport()
    guard let file = Files.resolved(path) else {
      throw Diagnostic(
        .schemaMissing,
        "libvirt's schema is not at '\(Diagnostic.shortened(path))'",
        value: path,
        remedy: "install it (Debian 12: libvirt0; Debian 13 and newer: libvirt-common)"
      )
    }
    let grammar = try SchemaGrammar(path: file)
    for definition in Self.definitions {
      guard case .notAllowed = grammar[definition] else { continue }
      throw Diagnostic(.schemaUnreadable, "the schema '\(file)' does not define \(definition)")
    }
    self.path = path
    self.grammar = grammar
    compiled = try CompiledSchema(grammar: Self.wrapper(around: file))
  }

  /// What a text has in it that the schema does not allow; nothing when it is valid.
  ///
  /// - Returns: Findings with a code of `schema.…`. The path of each is made of the names of elements
  ///   below the device and, at the end, of an attribute; of several elements with one name, each has
  ///   its number behind it, as `/vlan/tag/2/id`.
  /// - Throws: A diagnostic with a code of `xml.…` for a text that is no document.
  public func findings(in text: String) throws(Diagnostic) -> [Diagnostic] {
    findings(in: try XMLDocument(parsing: text).root, writtenAs: text)
  }

  /// What an element has in it that the schema does not allow, as ``findings(in:)`` tells it.
  package func findings(in element: XMLElement) -> [Diagnostic] {
    findings(in: element, writtenAs: element.description)
  }

  private func findings(in element: XMLElement, writtenAs text: String) -> [Diagnostic] {
    let length = text.utf8.count
    guard length <= Self.maximumLength else {
      return [
        Diagnostic(
          .schemaTooLarge,
          "a <\(Diagnostic.shortened(element.name))> of \(length) bytes is not held against the schema",
          bound: "at most \(Self.maximumLength) bytes"
        )
      ]
    }
    guard let refusal = compiled.refusal(of: text) else { return [] }
    let explained = SchemaExplanation(grammar).findings(in: element, as: Self.definitions)
    guard explained.isEmpty else { return explained }
    let name = Diagnostic.shortened(element.name)
    return [Diagnostic(.schemaRefused, "the schema does not take the <\(name)>: \(refusal)")]
  }

  /// The schema is one of parts: it says of no element that a document may begin with it.
  private static func wrapper(around file: String) -> String {
    let start = definitions.map { "<ref name=\"\($0)\"/>" }.joined()
    return """
      <grammar xmlns="http://relaxng.org/ns/structure/1.0" \
      datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">\
      <include href="file://\(escaped(file))"/>\
      <start><choice>\(start)</choice></start></grammar>
      """
  }

  /// A path as it may stand in a URI.
  private static func escaped(_ path: String) -> String {
    path.utf8.reduce(into: "") { text, byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "-"),
        UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"):
        text.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        text += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }
  }
}

extension Diagnostic.Code {
  /// libvirt's schema is not on this host.
  public static let schemaMissing = Self(rawValue: "schema.missing")
  /// libxml2 cannot validate.
  public static let schemaUnsupported = Self(rawValue: "schema.unsupported")
  /// A file that is no schema of libvirt's devices.
  public static let schemaUnreadable = Self(rawValue: "schema.unreadable")
  /// A document that is too long to be held against the schema.
  public static let schemaTooLarge = Self(rawValue: "schema.too-large")
  /// A document that the schema does not take, for a reason that only libxml2 knows.
  public static let schemaRefused = Self(rawValue: "schema.refused")
}
