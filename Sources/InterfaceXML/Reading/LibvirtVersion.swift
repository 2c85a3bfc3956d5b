public import Diagnostics

/// A version of libvirt, as `virsh version` names it: `9.0.0`.
public struct LibvirtVersion: Hashable, Sendable {
  /// The first number: one a year.
  public let major: Int
  /// The second number: one a month.
  public let minor: Int
  /// The third number: corrections.
  public let release: Int

  /// The oldest version whose rules are known here, as Debian 12 has it.
  public static let oldest = LibvirtVersion(9, 0, 0)
  /// The newest version whose rules are known here.
  public static let newest = LibvirtVersion(12, 8, 0)

  init(_ major: Int, _ minor: Int, _ release: Int) {
    self.major = major
    self.minor = minor
    self.release = release
  }

  /// Reads a version of three numbers, the last of which may be left out.
  ///
  /// - Throws: `libvirt-version.malformed`; `libvirt-version.unknown` for one before ``oldest``.
  public init(_ text: String) throws(Diagnostic) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false).map { Int($0) }
    guard (2...3).contains(parts.count), let major = parts[0], let minor = parts[1],
      let release = parts.count == 3 ? parts[2] : 0,
      [major, minor, release].allSatisfy((0..<1000).contains)
    else {
      throw Diagnostic(
        .libvirtVersionMalformed,
        "'\(Diagnostic.shortened(text))' is no version of libvirt",
        value: text,
        bound: "three numbers, as 9.0.0"
      )
    }
    self.init(major, minor, release)
    guard self >= .oldest else {
      throw Diagnostic(
        .libvirtVersionUnknown,
        "the rules of libvirt \(self) are not known",
        value: text,
        bound: "\(Self.oldest) or newer"
      )
    }
  }

  /// The version of a library, from the number that libvirt's API has for it: a million for each
  /// major, a thousand for each minor version.
  public init(number: UInt) {
    self.init(Int(number / 1_000_000), Int(number / 1000 % 1000), Int(number % 1000))
  }
}

extension LibvirtVersion: Comparable {
  /// Whether the left is older.
  public static func < (left: LibvirtVersion, right: LibvirtVersion) -> Bool {
    (left.major, left.minor, left.release) < (right.major, right.minor, right.release)
  }
}

extension LibvirtVersion: CustomStringConvertible {
  /// The three numbers, with dots.
  public var description: String { "\(major).\(minor).\(release)" }
}

extension Diagnostic.Code {
  /// A text that is no version of libvirt.
  public static let libvirtVersionMalformed = Self(rawValue: "libvirt-version.malformed")
  /// A version of libvirt whose rules are not known.
  public static let libvirtVersionUnknown = Self(rawValue: "libvirt-version.unknown")
}
