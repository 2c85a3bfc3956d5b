public import Diagnostics

/// The version of an object's class: `1.4`.
///
/// Within one major number a reader takes every version up to the newest that it knows.
public struct ObjectVersion: Hashable, Sendable {
  /// Changes when old readers can no longer make sense of the object.
  public let major: Int
  /// Changes when fields are added.
  public let minor: Int
  /// A third number, 0 for nearly all: os-vif itself never writes one.
  public let patch: Int

  /// Makes a version of its numbers.
  public init(_ major: Int, _ minor: Int, _ patch: Int = 0) {
    self.major = major
    self.minor = minor
    self.patch = patch
  }

  /// Reads `MAJOR.MINOR`; a missing number is 0, a third one is allowed.
  ///
  /// - Throws: `object.version-malformed` for anything else.
  public init(_ text: String) throws(Diagnostic) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { part in
      part.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(part) : nil
    }
    guard (1...3).contains(parts.count), numbers.count == parts.count else {
      throw Diagnostic(
        .objectVersionMalformed,
        "'\(Diagnostic.shortened(text))' is no object version",
        value: text,
        bound: "MAJOR.MINOR, as 1.4"
      )
    }
    self.init(
      numbers[0],
      numbers.count > 1 ? numbers[1] : 0,
      numbers.count > 2 ? numbers[2] : 0
    )
  }

  /// Whether a class whose newest version is `newest` can hold an object of this one.
  func isReadable(asOf newest: ObjectVersion) -> Bool {
    major == newest.major && self <= newest
  }
}

extension ObjectVersion: Comparable {
  /// Orders number by number: 1.10 is newer than 1.4.
  public static func < (left: ObjectVersion, right: ObjectVersion) -> Bool {
    (left.major, left.minor, left.patch) < (right.major, right.minor, right.patch)
  }
}

extension ObjectVersion: CustomStringConvertible {
  /// `MAJOR.MINOR`, with the third number behind it when there is one.
  public var description: String {
    patch == 0 ? "\(major).\(minor)" : "\(major).\(minor).\(patch)"
  }
}
