import Diagnostics

/// The XML that libvirt prints of a domain, where it is none.
///
/// libvirt writes a few values without escaping them: the `profileid` of a port, the name of a
/// filter, the addresses of a socket and the port of a USB device. With a `<`, `&` or `'` inside,
/// what `virsh dumpxml` prints cannot be parsed; so those values are escaped and it is parsed
/// again.
enum XMLRepair {
  /// The attributes that some version of libvirt does not escape.
  private static let attributes = ["profileid", "filter", "address", "port"]

  /// The root of a document, and what had to be repaired.
  ///
  /// - Throws: The document's fault when it is another; `xml.encoding` when it says that it is in
  ///   another encoding than the UTF-8 that it is read as.
  static func root(of text: String) throws(Diagnostic) -> (XMLElement, [Diagnostic]) {
    try XMLPrologue.check(text)
    let fault: Diagnostic
    do throws(Diagnostic) {
      return (try XMLDocument(parsing: text).root, [])
    } catch {
      guard error.code == .xmlMalformed else { throw error }
      fault = error
    }
    let (repaired, values) = repaired(Array(text.utf8))
    guard !values.isEmpty, let root = try? XMLDocument(parsing: repaired).root else { throw fault }
    let repairs = values.map { name, value in
      Diagnostic(
        .xmlRepaired,
        "libvirt has not escaped \(name) '\(Diagnostic.shortened(value))'; it is read as if it had",
        value: value,
        remedy: "rename it: other programs cannot read this domain"
      )
    }
    return (root, repairs)
  }

  private static func repaired(_ text: [UInt8]) -> (String, [(String, String)]) {
    let starts = attributes.map { (name: $0, bytes: Array(" \($0)='".utf8)) }
    var result: [UInt8] = []
    var values: [(String, String)] = []
    var index = 0
    while index < text.count {
      let rest = text[index...]
      guard rest.first == 0x20, let start = starts.first(where: { rest.starts(with: $0.bytes) }),
        let end = endOfValue(in: text, from: index + start.bytes.count)
      else {
        result.append(text[index])
        index += 1
        continue
      }
      let value = text[(index + start.bytes.count)..<end]
      let escaped = escaped(value)
      if !escaped.elementsEqual(value) {
        values.append((start.name, String(decoding: value, as: UTF8.self)))
      }
      result += start.bytes + escaped
      index = end
    }
    return (String(decoding: result, as: UTF8.self), values)
  }

  /// The apostrophe that ends the value: the first behind which the element goes on, on its line.
  private static func endOfValue(in text: [UInt8], from start: Int) -> Int? {
    var index = start
    var weak: Int?
    while index < text.count, text[index] != UInt8(ascii: "\n") {
      if text[index] == UInt8(ascii: "'") {
        switch Ending(text[(index + 1)...]) {
        case .certain: return index
        case .possible: weak = weak ?? index
        case nil: break
        }
      }
      index += 1
    }
    return weak
  }

  /// How sure it is that a value ends before this.
  private enum Ending {
    /// The line ends with the element's start, as libvirt's do, or the next attribute follows.
    case certain
    /// The element's start may end here, before others on the line.
    case possible

    init?(_ rest: ArraySlice<UInt8>) {
      for end in ["/>", ">"] where rest.starts(with: end.utf8) {
        let next = rest.dropFirst(end.utf8.count).first
        self = next == nil || next == UInt8(ascii: "\n") ? .certain : .possible
        return
      }
      guard rest.first == 0x20 else { return nil }
      let name = rest.dropFirst().prefix { byte in
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
      }
      guard !name.isEmpty, rest[name.endIndex...].starts(with: "='".utf8) else { return nil }
      self = .certain
    }
  }

  /// What is no reference to a character, escaped.
  private static func escaped(_ value: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    for index in value.indices {
      switch value[index] {
      case UInt8(ascii: "<"): result += "&lt;".utf8
      case UInt8(ascii: "'"): result += "&apos;".utf8
      case UInt8(ascii: "&") where !isReference(value[(index + 1)...]): result += "&amp;".utf8
      case let byte: result.append(byte)
      }
    }
    return result
  }

  private static func isReference(_ rest: ArraySlice<UInt8>) -> Bool {
    if rest.first == UInt8(ascii: "#") { return isNumber(rest.dropFirst()) }
    return ["lt;", "gt;", "amp;", "apos;", "quot;"].contains { rest.starts(with: $0.utf8) }
  }

  /// Whether this is the number of a character that XML has: `65;`, `x41;`.
  private static func isNumber(_ rest: ArraySlice<UInt8>) -> Bool {
    let isHexadecimal = rest.first == UInt8(ascii: "x")
    let digits = (isHexadecimal ? rest.dropFirst() : rest).prefix { $0 != UInt8(ascii: ";") }
    guard digits.endIndex < rest.endIndex, digits.count <= 8,
      let text = String(validating: digits, as: UTF8.self), !text.hasPrefix("+"),
      let number = UInt32(text, radix: isHexadecimal ? 16 : 10)
    else { return false }
    return Unicode.Scalar(number)?.isXMLCharacter ?? false
  }
}

extension Diagnostic.Code {
  /// A value that libvirt has printed without escaping it.
  public static let xmlRepaired = Self(rawValue: "xml.repaired")
}
