/// A version of a class, and the release of os-vif that brought it.
public struct ShippedVersion: Hashable, Sendable {
  /// The class's version.
  public let version: ObjectVersion
  /// The first release of os-vif that has it.
  public let release: ObjectVersion

  init(_ version: ObjectVersion, in release: ObjectVersion) {
    self.version = version
    self.release = release
  }

  /// Versions 1.0, 1.1 and so on, by the releases that brought them.
  static func versions(from releases: [ObjectVersion]) -> [ShippedVersion] {
    releases.enumerated().map { ShippedVersion(ObjectVersion(1, $0.offset), in: $0.element) }
  }

  /// Version 1.0 from release 1.0 on: made once, for the classes that cannot store their own.
  static let sinceFirstRelease = versions(from: [ObjectVersion(1, 0)])
}

extension Sequence<ShippedVersion> {
  /// The newest version that a release has; nil when it has none yet.
  func newest(in release: ObjectVersion) -> ObjectVersion? {
    self.filter { $0.release <= release }.map(\.version).max()
  }

  /// The version after this one, with the release that brought it.
  func next(after version: ObjectVersion) -> ShippedVersion? {
    self.filter { $0.version > version }.min { $0.version < $1.version }
  }
}
