public import Diagnostics

/// The version of an object's class: `1.4`.
///
/// Within one major number a reader takes every minor number up to the newest that it knows.
public struct ObjectVersion: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// Changes when old readers can no longer make sense of the object.
  public let major: Int
  /// Changes when fields are added.
  public let minor: Int

  /// Makes a version of its numbers.
  public init(_ major: Int, _ minor: Int) {
    self.major = major
    self.minor = minor
  }

  /// Reads `MAJOR.MINOR`, or `MAJOR` alone for minor number 0.
  ///
  /// - Throws: `object.version-malformed` for anything else.
  public init(_ text: String) throws(Diagnostic) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { part in
      part.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(part) : nil
    }
    guard (1...2).contains(parts.count), numbers.count == parts.count else {
      throw Diagnostic(
        .objectVersionMalformed,
        "'\(Diagnostic.shortened(text))' is no object version",
        value: text,
        bound: "MAJOR.MINOR, as 1.4"
      )
    }
    self.init(numbers[0], numbers.count == 2 ? numbers[1] : 0)
  }

  /// Whether a class whose newest version is `newest` can hold an object of this one.
  func isReadable(asOf newest: ObjectVersion) -> Bool {
    major == newest.major && minor <= newest.minor
  }

  /// Orders by major, then by minor number: 1.10 is newer than 1.4.
  public static func < (left: ObjectVersion, right: ObjectVersion) -> Bool {
    (left.major, left.minor) < (right.major, right.minor)
  }

  /// `MAJOR.MINOR`.
  public var description: String { "\(major).\(minor)" }
}
