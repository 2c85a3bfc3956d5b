public import Diagnostics

/// The version of an object's class: `1.4`.
///
/// Within one major number a reader takes every version up to the newest that it knows.
///
/// Two are equal when their numbers are; the spelling that one was read in is kept beside, since an
/// object keeps the version that it came with.
public struct ObjectVersion: Sendable {
  /// Changes when old readers can no longer make sense of the object.
  public let major: Int
  /// Changes when fields are added.
  public let minor: Int
  /// A third number, 0 for nearly all: os-vif itself never writes one.
  public let patch: Int
  /// The text it was read from, when that is not MAJOR.MINOR.
  private let original: String?

  /// Makes a version of its numbers.
  public init(_ major: Int, _ minor: Int, _ patch: Int = 0) {
    self.major = major
    self.minor = minor
    self.patch = patch
    original = nil
  }

  /// Reads `MAJOR.MINOR`; a missing number is 0, a third one is allowed.
  ///
  /// - Throws: `object.version-malformed` for anything else.
  public init(_ text: String) throws(Diagnostic) {
    guard let (numbers, isPlain) = Self.parse(text.utf8.span) else {
      throw Diagnostic(
        .objectVersionMalformed,
        "'\(Diagnostic.shortened(text))' is no object version",
        value: text,
        bound: "MAJOR.MINOR, as 1.4"
      )
    }
    (major, minor, patch) = (numbers[0], numbers[1], numbers[2])
    original = isPlain ? nil : text
  }

  /// Reads a version of two digits, as nearly all are: `1.4`; nil for any other.
  init?(singleDigits bytes: Span<UInt8>) {
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    guard bytes.count == 3, bytes[1] == UInt8(ascii: "."), digits.contains(bytes[0]),
      digits.contains(bytes[2])
    else { return nil }
    self.init(Int(bytes[0] - digits.lowerBound), Int(bytes[2] - digits.lowerBound))
  }

  /// The numbers, and whether they stand there as MAJOR.MINOR without leading zeros.
  private static func parse(
    _ bytes: Span<UInt8>
  ) -> (numbers: InlineArray<3, Int>, isPlain: Bool)? {
    var numbers = InlineArray<3, Int>(repeating: 0)
    var (index, digits, isPlain) = (0, 0, true)
    for position in bytes.indices {
      switch bytes[position] {
      case UInt8(ascii: "."):
        guard digits > 0, index < 2 else { return nil }
        (index, digits) = (index + 1, 0)
      case let digit where (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit):
        if digits > 0, numbers[index] == 0 { isPlain = false }
        let (tens, isTooLarge) = numbers[index].multipliedReportingOverflow(by: 10)
        let (sum, isLarger) = tens.addingReportingOverflow(Int(digit - UInt8(ascii: "0")))
        if isTooLarge || isLarger { return nil }
        numbers[index] = sum
        digits += 1
      default: return nil
      }
    }
    return digits > 0 ? (numbers, isPlain && index == 1) : nil
  }

  /// Whether it is spelled as its numbers are written.
  var isPlain: Bool { original == nil }

  /// Whether a class whose newest version is `newest` can hold an object of this one.
  func isReadable(asOf newest: ObjectVersion) -> Bool {
    major == newest.major && self <= newest
  }
}

extension ObjectVersion: Hashable {
  /// Whether the numbers are the same.
  public static func == (left: ObjectVersion, right: ObjectVersion) -> Bool {
    (left.major, left.minor, left.patch) == (right.major, right.minor, right.patch)
  }

  /// Hashes the numbers.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(major)
    hasher.combine(minor)
    hasher.combine(patch)
  }
}

extension ObjectVersion: Comparable {
  /// Orders number by number: 1.10 is newer than 1.4.
  public static func < (left: ObjectVersion, right: ObjectVersion) -> Bool {
    (left.major, left.minor, left.patch) < (right.major, right.minor, right.patch)
  }
}

extension ObjectVersion: CustomStringConvertible {
  /// The text it was read from, else `MAJOR.MINOR` with the third number behind it if there is one.
  public var description: String {
    original ?? (patch == 0 ? "\(major).\(minor)" : "\(major).\(minor).\(patch)")
  }
}
