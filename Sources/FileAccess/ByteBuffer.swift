import Glibc

/// Bytes that are collected, in memory that is used again and again.
///
/// `@safe`: the memory is freed in `deinit` and never handed out; what is written fits in, for room
/// is made before. `@unchecked Sendable`: nobody else has it.
@safe public struct ByteBuffer: ~Copyable, @unchecked Sendable {
  @usableFromInline var start: UnsafeMutablePointer<UInt8>
  @usableFromInline var capacity: Int
  /// How many bytes there are.
  @inlinable public var count: Int { used }
  @usableFromInline var used = 0

  /// An empty buffer.
  public init(capacity: Int = 1024) {
    unsafe start = .allocate(capacity: capacity)
    self.capacity = capacity
  }

  deinit { unsafe start.deallocate() }

  /// Makes room for so many bytes more.
  @inlinable @inline(__always)
  mutating func reserve(_ length: Int) {
    if capacity &- used < length { grow(by: length) }
  }

  @usableFromInline mutating func grow(by length: Int) {
    capacity = max(2 * capacity, used + length)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    unsafe larger.update(from: start, count: used)
    unsafe start.deallocate()
    unsafe start = larger
  }

  /// Adds a byte.
  @inlinable @inline(__always)
  public mutating func append(_ byte: UInt8) {
    reserve(1)
    unsafe start[used] = byte
    used &+= 1
  }

  /// Adds a text that is known to the compiler.
  @inlinable @inline(__always)
  public mutating func append(literal text: StaticString) {
    let length = text.utf8CodeUnitCount
    reserve(length)
    unsafe (start + used).update(from: text.utf8Start, count: length)
    used &+= length
  }

  /// Adds blanks.
  @inlinable @inline(__always)
  public mutating func append(blanks count: Int) {
    // Eight at a time, and what is too many of them is written over.
    reserve(count &+ 8)
    var index = used
    used &+= count
    repeat {
      unsafe UnsafeMutableRawPointer(start + index)
        .storeBytes(of: 0x2020_2020_2020_2020, as: UInt64.self)
      index &+= 8
    } while index < used
  }

  /// Adds a text.
  public mutating func append(_ text: String) { append(text.utf8.span) }

  /// Adds a number's decimal digits.
  public mutating func append(decimal number: UInt64) {
    var digits = InlineArray<20, UInt8>(repeating: 0)
    var (index, rest) = (20, number)
    repeat {
      index -= 1
      digits[index] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    } while rest > 0
    append(digits.span.extracting(index...))
  }

  /// Adds bytes.
  public mutating func append(_ bytes: Span<UInt8>) {
    reserve(bytes.count)
    let end = unsafe UnsafeMutableRawPointer(start + used)
    used &+= bytes.count
    unsafe bytes.withUnsafeBytes { bytes in
      guard let first = bytes.baseAddress else { return }
      // Most are short: two words that overlap are all of it.
      switch bytes.count {
      case 8...16:
        let last = bytes.count &- 8
        unsafe end.storeBytes(of: first.loadUnaligned(as: UInt64.self), as: UInt64.self)
        unsafe (end + last)
          .storeBytes(of: (first + last).loadUnaligned(as: UInt64.self), as: UInt64.self)
      case 4..<8:
        let last = bytes.count &- 4
        unsafe end.storeBytes(of: first.loadUnaligned(as: UInt32.self), as: UInt32.self)
        unsafe (end + last)
          .storeBytes(of: (first + last).loadUnaligned(as: UInt32.self), as: UInt32.self)
      default: unsafe end.copyMemory(from: first, byteCount: bytes.count)
      }
    }
  }

  /// Takes bytes off the end, until so many are left.
  public mutating func truncate(to length: Int) { used = min(used, max(0, length)) }

  /// Lends the bytes from one on.
  public func withBytes<Result, Failure: Error>(
    from index: Int = 0,
    _ body: (Span<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let bytes = unsafe UnsafeBufferPointer(start: start + index, count: used - index)
    return try unsafe body(bytes.span)
  }

  /// Whether these are the bytes.
  public func holds(_ bytes: Span<UInt8>) -> Bool {
    guard bytes.count == used else { return false }
    return unsafe bytes.withUnsafeBufferPointer { bytes in
      guard let first = bytes.baseAddress else { return true }
      return unsafe memcmp(start, first, used) == 0
    }
  }

  /// The bytes as a text.
  public var text: String { text(from: 0) }

  /// The bytes from one on as a text.
  public func text(from index: Int) -> String {
    unsafe String(
      decoding: UnsafeBufferPointer(start: start + index, count: used - index),
      as: UTF8.self
    )
  }
}
