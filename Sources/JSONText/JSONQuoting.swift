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
    let start = count
    append(literal: "\"")
    let isWhole = text.withBytes { bytes in
      var index = 0
      while true {
        let end = JSONReader.endOfPlain(bytes, from: index)
        append(bytes.extracting(index..<end))
        guard end < bytes.count else { return true }
        switch bytes[end] {
        case UInt8(ascii: "\n"): append(literal: "\\n")
        case UInt8(ascii: "\t"): append(literal: "\\t")
        case UInt8(ascii: "\""): append(literal: "\\\"")
        case UInt8(ascii: "\\"): append(literal: "\\\\")
        default: return false
        }
        index = end + 1
      }
    }
    guard isWhole else {
      truncate(to: start)
      return append(quoted(text.text))
    }
    append(literal: "\"")
  }
}

extension JSONReader {
  /// The first byte from `start` on that a JSON string does not hold as it is, or may not: a quote, a
  /// backslash, a control character, or one that is not ASCII.
  fileprivate static func endOfPlain(_ bytes: Span<UInt8>, from start: Int) -> Int {
    var index = start
    while index + 8 <= bytes.count {
      let word = unsafe UInt64(
        littleEndian: bytes.bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)
      )
      // DEL is a control character, too: with one more it is not ASCII.
      let stops = stops(in: word) | (word &+ 0x0101_0101_0101_0101) & 0x8080_8080_8080_8080
      if stops != 0 { return index + stops.trailingZeroBitCount >> 3 }
      index += 8
    }
    while index < bytes.count, 0x20..<0x7F ~= bytes[index], bytes[index] != UInt8(ascii: "\""),
      bytes[index] != UInt8(ascii: "\\")
    {
      index += 1
    }
    return index
  }
}
