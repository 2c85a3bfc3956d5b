public import Diagnostics

/// A universally unique identifier of 128 bits.
///
/// Two are equal when their bits are; the spelling that one was read in is kept beside, since
/// os-vif passes it on untouched.
public struct UUID: Sendable {
  /// The first eight bytes, first byte highest.
  public let high: UInt64
  /// The last eight bytes.
  public let low: UInt64
  private let form: UUIDSpelling

  /// Makes an identifier of its bits.
  public init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
    form = .canonical
  }

  /// Reads an identifier: 32 hexadecimal digits in any case, with or without dashes, in braces or
  /// behind `urn:uuid:` if need be.
  ///
  /// - Throws: `uuid.malformed` for anything else.
  public init(_ text: String) throws(Diagnostic) {
    guard let (high, low, form) = Self.parse(text.utf8.span) else {
      throw Diagnostic(
        .uuidMalformed,
        "'\(Diagnostic.shortened(text))' is no UUID",
        value: text,
        bound: "32 hexadecimal digits, as 07bd6cea-fb37-4594-b769-90fc51854ee9"
      )
    }
    self.high = high
    self.low = low
    self.form = form
  }

  /// Reads an identifier that is written as ``canonical`` is; nil for any other text.
  package init?(canonical bytes: Span<UInt8>) {
    guard bytes.count == 36, bytes[8] == UInt8(ascii: "-"), bytes[13] == UInt8(ascii: "-"),
      bytes[18] == UInt8(ascii: "-"), bytes[23] == UInt8(ascii: "-"),
      let first = hexadecimal(eightLowerCaseDigits: Self.word(bytes, 0, 4)),
      let second = hexadecimal(eightLowerCaseDigits: Self.word(bytes, 9, 14)),
      let third = hexadecimal(eightLowerCaseDigits: Self.word(bytes, 19, 24)),
      let fourth = hexadecimal(eightLowerCaseDigits: Self.word(bytes, 28, 32))
    else { return nil }
    high = UInt64(first) << 32 | UInt64(second)
    low = UInt64(third) << 32 | UInt64(fourth)
    form = .canonical
  }

  /// Twice four bytes.
  @inline(__always)
  private static func word(_ bytes: Span<UInt8>, _ first: Int, _ second: Int) -> UInt64 {
    let (low, high) = unsafe (
      bytes.bytes.unsafeLoadUnaligned(fromByteOffset: first, as: UInt32.self),
      bytes.bytes.unsafeLoadUnaligned(fromByteOffset: second, as: UInt32.self)
    )
    return UInt64(UInt32(littleEndian: high)) << 32 | UInt64(UInt32(littleEndian: low))
  }

  private static func parse(
    _ bytes: Span<UInt8>
  ) -> (high: UInt64, low: UInt64, form: UUIDSpelling)? {
    var form = UUIDSpelling()
    var start = 0
    var end = bytes.count
    if end > 9, bytes[0] | 0x20 == UInt8(ascii: "u"), bytes[8] == UInt8(ascii: ":") { start = 9 }
    if start < end, bytes[start] == UInt8(ascii: "{") {
      guard bytes[end - 1] == UInt8(ascii: "}") else { return nil }
      start += 1
      end -= 1
      form.hasBraces = true
    }
    guard start < 2 || form.readPrefix(bytes) else { return nil }
    var halves: (UInt64, UInt64) = (0, 0)
    var digits = 0
    for index in start..<max(start, end) {
      let byte = bytes[index]
      if byte == UInt8(ascii: "-") {
        // Between bytes only, and never first, last or doubled.
        guard digits % 2 == 0, digits > 0, digits < 32, bytes[index - 1] != byte else { return nil }
        form.dashes |= 1 << UInt16(digits / 2)
        continue
      }
      guard let value = hexadecimalValue(byte), digits < 32 else { return nil }
      if byte & 0x60 == 0x40 { form.upperCase |= 1 << UInt32(digits) }
      if digits < 16 {
        halves.0 = halves.0 << 4 | UInt64(value)
      } else {
        halves.1 = halves.1 << 4 | UInt64(value)
      }
      digits += 1
    }
    return digits == 32 ? (halves.0, halves.1, form) : nil
  }

  /// Lower case, with dashes: the form that libvirt writes.
  public var canonical: String {
    let ascii = ascii
    return String(decoding: (0..<36).map { ascii[$0] }, as: UTF8.self)
  }

  /// The bytes of ``canonical``.
  package var ascii: InlineArray<36, UInt8> {
    var text = InlineArray<36, UInt8>(repeating: UInt8(ascii: "-"))
    let words = (
      lowerCaseDigits(of: UInt32(truncatingIfNeeded: high >> 32)),
      lowerCaseDigits(of: UInt32(truncatingIfNeeded: high)),
      lowerCaseDigits(of: UInt32(truncatingIfNeeded: low >> 32)),
      lowerCaseDigits(of: UInt32(truncatingIfNeeded: low))
    )
    var span = text.mutableSpan
    Self.put(words.0, 0, 4, &span)
    Self.put(words.1, 9, 14, &span)
    Self.put(words.2, 19, 24, &span)
    Self.put(words.3, 28, 32, &span)
    return text
  }

  /// Writes the two halves of eight digits.
  @inline(__always)
  private static func put(
    _ digits: UInt64,
    _ first: Int,
    _ second: Int,
    _ text: inout MutableSpan<UInt8>
  ) {
    var bytes = unsafe text.mutableBytes
    let halves = digits.littleEndian
    bytes.storeBytes(of: UInt32(truncatingIfNeeded: halves), toByteOffset: first, as: UInt32.self)
    bytes.storeBytes(
      of: UInt32(truncatingIfNeeded: halves >> 32),
      toByteOffset: second,
      as: UInt32.self
    )
  }

  /// The text that it was read from, else the canonical one: the form that os-vif passes on.
  public var spelling: String { form == .canonical ? canonical : form.text(high, low) }
}

extension UUID: Hashable {
  /// Whether the bits are the same.
  public static func == (left: UUID, right: UUID) -> Bool {
    left.high == right.high && left.low == right.low
  }

  /// Hashes the bits.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(high)
    hasher.combine(low)
  }
}

extension UUID: CustomStringConvertible {
  /// The canonical text.
  public var description: String { canonical }
}

extension Diagnostic.Code {
  /// A text is not a UUID.
  public static let uuidMalformed = Diagnostic.Code(rawValue: "uuid.malformed")
}
