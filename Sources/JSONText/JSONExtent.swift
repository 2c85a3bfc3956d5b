/// Finds where a JSON value ends by its brackets and quotes alone, a piece at a time.
///
/// Used for values that span lines or are broken: it goes on where syntax is wrong, so that the
/// values behind are still found. It remembers its place, so no byte is looked at twice.
struct JSONExtent {
  /// How far the value has been followed.
  enum State: Equatable {
    /// More bytes are needed.
    case open
    /// The value ends before this offset.
    case closed(Int)
    /// Brackets are nested beyond the reader's cap.
    case tooDeep
    /// Before this offset a line ends with a closing bracket, and the next begins with an opening one:
    /// the value is broken, and another begins.
    case broken(Int)
  }

  private(set) var position = 0
  private var depth = 0
  private var isInString = false
  private var isEscaped = false
  /// Whether a value ends where a line shows that another begins.
  private let endsAtItems: Bool
  private var endsObject = false
  private var isAtLineStart = false

  init(endsAtItems: Bool) { self.endsAtItems = endsAtItems }

  /// Follows the value through all the bytes that are there; the first byte opens a bracket.
  mutating func advance(through bytes: Span<UInt8>) -> State {
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      if isInString {
        follow(stringByte: byte)
      } else if byte == UInt8(ascii: "\"") {
        isInString = true
      } else if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") {
        if endsAtItems, byte == UInt8(ascii: "{"), isBehindObjectLine {
          return .broken(position - 1)
        }
        depth += 1
        if depth > JSONReader.maximumDepth { return .tooDeep }
      } else if byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]") {
        depth -= 1
        if depth <= 0 { return .closed(position) }
      }
      follow(byte)
    }
    return .open
  }

  /// Keeps in mind whether a line begins behind one that ends with the bracket that closes an object.
  private mutating func follow(_ byte: UInt8) {
    if byte > 0x20 {
      endsObject = byte == UInt8(ascii: "}")
      isAtLineStart = false
    } else {
      isAtLineStart = byte == UInt8(ascii: "\n")
    }
  }

  private var isBehindObjectLine: Bool { endsObject && isAtLineStart }

  /// No string can hold a line end, so one that is not closed ends there.
  private mutating func follow(stringByte byte: UInt8) {
    if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\"") && !isEscaped {
      isInString = false
      isEscaped = false
    } else {
      isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
    }
  }
}
