import Glibc

/// Bytes that are collected, in memory that is used again and again.
///
/// `@safe`: the memory is freed in `deinit` and never handed out; what is written fits in, for room
/// is made before.
@safe public struct ByteBuffer: ~Copyable {
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
    let end = unsafe start + used
    unsafe bytes.withUnsafeBufferPointer { bytes in
      if let first = bytes.baseAddress { unsafe end.update(from: first, count: bytes.count) }
    }
    used &+= bytes.count
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
