/// The first eight bytes of a key and the quote behind it, as one number: two that differ in it are
/// told apart by one comparison.
@usableFromInline struct JSONKeyStart {
  /// The bytes, the first lowest.
  @usableFromInline let word: UInt64
  /// Which of them count: of a short key those behind the quote do not.
  @usableFromInline let mask: UInt64

  /// The beginning of a name that is known to the compiler, and so is all of this.
  @inlinable @inline(__always)
  init(_ name: StaticString) {
    let count = name.utf8CodeUnitCount
    mask = count < 7 ? (1 << UInt64(8 * (count + 1))) - 1 : .max
    word =
      Self.byte(name, 0) | Self.byte(name, 1) << 8 | Self.byte(name, 2) << 16
      | Self.byte(name, 3) << 24 | Self.byte(name, 4) << 32 | Self.byte(name, 5) << 40
      | Self.byte(name, 6) << 48 | Self.byte(name, 7) << 56
  }

  @inlinable @inline(__always)
  static func byte(_ name: StaticString, _ index: Int) -> UInt64 {
    let count = name.utf8CodeUnitCount
    guard index < count else { return index == count ? UInt64(UInt8(ascii: "\"")) : 0 }
    return unsafe UInt64(name.utf8Start[index])
  }

  /// The beginning of a key that was read.
  static func word(of key: String) -> UInt64 {
    var word: UInt64 = 0
    for (index, byte) in (Array(key.utf8.prefix(8)) + [UInt8(ascii: "\"")]).prefix(8).enumerated() {
      word |= UInt64(byte) << UInt64(8 * index)
    }
    return word
  }
}
