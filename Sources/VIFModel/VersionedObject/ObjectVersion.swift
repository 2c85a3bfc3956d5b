public import Diagnostics

/// The version of an object's class: `1.4`.
///
/// Within one major number a reader takes every version up to the newest that it knows.
///
/// Two are equal when their numbers are; the spelling that one was read in is kept beside, since an
/// object keeps the version that it came with.
public struct ObjectVersion: Sendable {
  private let numbers: InlineArray<3, UInt32>
  /// How it was spelled, or is.
  private let spelling: Spelling

  /// Changes when old readers can no longer make sense of the object.
  public var major: Int { Int(numbers[0]) }
  /// Changes when fields are added.
  public var minor: Int { Int(numbers[1]) }
  /// A third number, 0 for nearly all: os-vif itself never writes one.
  public var patch: Int { Int(numbers[2]) }

  /// How many numbers stand there, and how many needless zeros before each: a few bytes, since every
  /// object has a version and is copied with it.
  private struct Spelling: Equatable {
    var count: UInt8
    var zeros = InlineArray<3, UInt8>(repeating: 0)

    static func == (left: Spelling, right: Spelling) -> Bool {
      left.count == right.count
        && left.zeros.indices.allSatisfy { left.zeros[$0] == right.zeros[$0] }
    }
  }

  /// Makes a version of its numbers, from 0 to 4294967295: others are brought to these bounds.
  public init(_ major: Int, _ minor: Int, _ patch: Int = 0) {
    numbers = [UInt32(clamping: major), UInt32(clamping: minor), UInt32(clamping: patch)]
    spelling = Spelling(count: patch == 0 ? 2 : 3)
  }

  /// Reads `MAJOR.MINOR`; a missing number is 0, a third one is allowed.
  ///
  /// - Throws: `object.version-malformed` for anything else, for numbers beyond 4294967295, and for more
  ///   than 255 needless zeros.
  public init(_ text: String) throws(Diagnostic) {
    guard let version = ObjectVersion(parsing: text.utf8.span) else {
      throw Diagnostic(
        .objectVersionMalformed,
        "'\(Diagnostic.shortened(text))' is no object version",
        value: text,
        bound: "MAJOR.MINOR, as 1.4"
      )
    }
    self = version
  }

  /// Reads a version of two digits, as nearly all are: `1.4`; nil for any other.
  init?(singleDigits bytes: Span<UInt8>) {
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    guard bytes.count == 3, bytes[1] == UInt8(ascii: "."), digits.contains(bytes[0]),
      digits.contains(bytes[2])
    else { return nil }
    self.init(Int(bytes[0] - digits.lowerBound), Int(bytes[2] - digits.lowerBound))
  }

  private init?(parsing bytes: Span<UInt8>) {
    var numbers = InlineArray<3, UInt32>(repeating: 0)
    var spelling = Spelling(count: 1)
    var (index, digits) = (0, 0)
    for position in bytes.indices {
      switch bytes[position] {
      case UInt8(ascii: "."):
        guard digits > 0, index < 2 else { return nil }
        (index, digits) = (index + 1, 0)
        spelling.count += 1
      case let digit where (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit):
        if digits > 0, numbers[index] == 0 {
          guard spelling.zeros[index] < .max else { return nil }
          spelling.zeros[index] += 1
        }
        let (tens, isTooLarge) = numbers[index].multipliedReportingOverflow(by: 10)
        let (sum, isLarger) = tens.addingReportingOverflow(UInt32(digit - UInt8(ascii: "0")))
        if isTooLarge || isLarger { return nil }
        numbers[index] = sum
        digits += 1
      default: return nil
      }
    }
    guard digits > 0 else { return nil }
    (self.numbers, self.spelling) = (numbers, spelling)
  }

  /// The first two numbers as one.
  var plain: UInt64 { UInt64(numbers[0]) << 32 | UInt64(numbers[1]) }

  /// The version that a number stands for: see ``plain``.
  init(plain: UInt64) { self.init(Int(plain >> 32), Int(plain & 0xFFFF_FFFF)) }

  /// Whether it is spelled as its numbers are written.
  var isPlain: Bool { spelling == Spelling(count: 2) }

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
  /// As it was read, else `MAJOR.MINOR` with the third number behind it if there is one.
  public var description: String {
    (0..<Int(spelling.count)).map { index in
      String(repeating: "0", count: Int(spelling.zeros[index])) + "\(numbers[index])"
    }.joined(separator: ".")
  }
}
