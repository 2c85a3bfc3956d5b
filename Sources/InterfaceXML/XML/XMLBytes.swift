extension UInt8 {
  /// Whether this is a character that XML takes for a blank.
  package var isBlank: Bool {
    switch self {
    case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"), UInt8(ascii: "\n"): true
    default: false
    }
  }
}

extension Span<UInt8> {
  /// Whether a byte is among these.
  func has(_ byte: UInt8) -> Bool {
    for index in 0..<count where self[index] == byte { return true }
    return false
  }

  /// Whether these are characters that XML takes for blanks, and no others.
  var isBlank: Bool {
    for index in 0..<count where !self[index].isBlank { return false }
    return true
  }
}
