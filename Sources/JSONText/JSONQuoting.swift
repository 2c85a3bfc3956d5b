package import FileAccess

/// A text as a JSON string, quotes and all (RFC 8259 section 7).
///
/// Characters that some readers of lines take for the end of one are escaped, too.
package func quoted(_ text: String) -> String {
  var json = "\""
  json.reserveCapacity(text.utf8.count + 2)
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": json += "\\\""
    case "\\": json += "\\\\"
    case "\n": json += "\\n"
    case "\t": json += "\\t"
    case "\r": json += "\\r"
    case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}":
      let digits = String(scalar.value, radix: 16)
      json += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    default: json.unicodeScalars.append(scalar)
    }
  }
  return json + "\""
}

extension ByteBuffer {
  /// Adds a text as a JSON string, as ``quoted(_:)`` has it.
  package mutating func append(quoted text: borrowing ByteBuffer) {
    guard text.withBytes({ bytes in bytes.indices.allSatisfy { bytes[$0] < 0x7F } }) else {
      return append(quoted(text.text))
    }
    append(literal: "\"")
    text.withBytes { bytes in
      var start = 0
      for index in 0..<bytes.count {
        let escape: StaticString
        switch bytes[index] {
        case UInt8(ascii: "\n"): escape = "\\n"
        case UInt8(ascii: "\t"): escape = "\\t"
        case UInt8(ascii: "\""): escape = "\\\""
        case UInt8(ascii: "\\"): escape = "\\\\"
        default: continue
        }
        append(bytes.extracting(start..<index))
        append(literal: escape)
        start = index + 1
      }
      append(bytes.extracting(start...))
    }
    append(literal: "\"")
  }
}
