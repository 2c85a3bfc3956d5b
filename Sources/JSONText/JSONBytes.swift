/// The bytes themselves, eight at a time.
extension JSONReader {
  /// The first byte from `start` on that ends a string, or is beyond what ASCII can hold of one:
  /// a quote, a backslash, a control character, or one that is not ASCII.
  @inline(__always)
  func endOfASCII(from start: Int) -> Int {
    var index = start
    while index + 8 <= count {
      let word = unsafe UInt64(
        littleEndian: UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self)
      )
      let stops = Self.stops(in: word)
      if stops != 0 { return index + stops.trailingZeroBitCount >> 3 }
      index += 8
    }
    return endOfASCIIAtEnd(from: index)
  }

  private func endOfASCIIAtEnd(from start: Int) -> Int {
    var index = start
    while let byte = byte(at: index), byte < 0x80, byte >= 0x20, byte != UInt8(ascii: "\""),
      byte != UInt8(ascii: "\\")
    {
      index += 1
    }
    return index
  }

  /// The offset behind the bracket that closes the one at `start`; nil when there is none.
  ///
  /// Kinds of brackets are not told apart.
  func endOfBrackets(from start: Int) -> Int? {
    var depth = 0
    var index = start
    while let byte = byte(at: index) {
      switch byte {
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        if depth == 0 { return index + 1 }
      case UInt8(ascii: "\""):
        index = endOfASCII(from: index + 1)
        while let byte = self.byte(at: index), byte != UInt8(ascii: "\"") {
          index = endOfASCII(from: index + (byte == UInt8(ascii: "\\") ? 2 : 1))
        }
      default: break
      }
      index += 1
    }
    return nil
  }

  /// The highest bit of each byte that is a stop; the lowest of them is right, those above it may
  /// be the borrow of a subtraction.
  @inline(__always)
  static func stops(in word: UInt64) -> UInt64 {
    let quotes = word ^ 0x2222_2222_2222_2222
    let backslashes = word ^ 0x5C5C_5C5C_5C5C_5C5C
    let ones: UInt64 = 0x0101_0101_0101_0101
    let found =
      (quotes &- ones) & ~quotes | (backslashes &- ones) & ~backslashes
      | (word &- 0x2020_2020_2020_2020) & ~word | word
    return found & 0x8080_8080_8080_8080
  }

  /// Whether the bytes from `start` on are this text's; there must be as many.
  ///
  /// Of a text that is known to the compiler, nothing but the comparison of some words is left.
  @inlinable @inline(__always)
  func isEqual(_ start: Int, _ text: StaticString) -> Bool {
    let left = unsafe UnsafeRawPointer(base + start)
    let right = unsafe UnsafeRawPointer(text.utf8Start)
    let count = text.utf8CodeUnitCount
    var index = 0
    while index + 8 <= count {
      guard
        unsafe left.loadUnaligned(fromByteOffset: index, as: UInt64.self)
          == right.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      else { return false }
      index += 8
    }
    if index + 4 <= count {
      guard
        unsafe left.loadUnaligned(fromByteOffset: index, as: UInt32.self)
          == right.loadUnaligned(fromByteOffset: index, as: UInt32.self)
      else { return false }
      index += 4
    }
    while index < count {
      guard
        unsafe left.load(fromByteOffset: index, as: UInt8.self)
          == right.load(fromByteOffset: index, as: UInt8.self)
      else { return false }
      index += 1
    }
    return true
  }

  /// The byte behind as many as a text has; nil at the end.
  @inlinable @inline(__always)
  public func byte(after text: StaticString) -> UInt8? {
    let index = position + text.utf8CodeUnitCount
    return index < count ? unsafe base[index] : nil
  }

  /// Whether a text comes next to the byte.
  @inlinable @inline(__always)
  func isNext(_ text: StaticString) -> Bool {
    position + text.utf8CodeUnitCount <= count && isEqual(position, text)
  }

  /// Moves behind a text without brackets, if that is what comes next to the byte.
  @inlinable @inline(__always)
  public mutating func passes(_ text: StaticString) -> Bool {
    guard isNext(text) else { return false }
    position += text.utf8CodeUnitCount
    return true
  }

  /// A piece of ASCII as a text.
  @inline(__always)
  func text(_ start: Int, _ count: Int) -> String {
    let bytes = unsafe UnsafeBufferPointer(start: base + start, count: count)
    // Most are so short that they are no object.
    if count < 16 {
      return unsafe String(unsafeUninitializedCapacity: count) { text in
        unsafe text.initialize(fromContentsOf: bytes)
      }
    }
    return unsafe String(decoding: bytes, as: UTF8.self)
  }
}
