public import Diagnostics

/// The versions that objects are to be brought to, by class.
///
/// An object is never brought to a newer version than it has, nor one of a subclass to the number
/// of its base class.
public struct Levels: Hashable, Sendable {
  private enum Rule: Hashable {
    case manifest([String: ObjectVersion])
    case release(ObjectVersion)
    case beforeRelease(ObjectVersion)
  }

  private let rule: Rule

  /// The versions of a manifest; classes that are not in it stay as they are.
  public init(manifest: [String: ObjectVersion]) { rule = .manifest(manifest) }

  /// The newest versions that a release of os-vif has.
  ///
  /// - Throws: `release.unknown` before 1.0.0.
  public init(release: ObjectVersion) throws(Diagnostic) {
    guard release >= ObjectVersion(1, 0) else {
      throw Diagnostic(
        .releaseUnknown,
        "there is no release \(release) of os-vif",
        value: "\(release)",
        bound: "1.0 or newer"
      )
    }
    rule = .release(release)
  }

  /// The newest versions that any release had in which this class had this version.
  init(of history: [ShippedVersion], at version: ObjectVersion) {
    let next = history.next(after: version)?.release
    rule = next.map { .beforeRelease($0) } ?? .manifest([:])
  }

  /// Whether the versions are those of a manifest.
  var isManifest: Bool {
    if case .manifest = rule { true } else { false }
  }

  /// The version that objects of a class are to be brought to; nil when they stay as they are.
  func version(of className: String, _ history: [ShippedVersion]) -> ObjectVersion? {
    switch rule {
    case .manifest(let versions): versions[className]
    case .release(let release): history.newest(in: release) ?? history.first?.version
    case .beforeRelease(let release):
      history.filter { $0.release < release }.map(\.version).max() ?? history.first?.version
    }
  }
}

extension Diagnostic.Code {
  /// A release of os-vif that there is not.
  public static let releaseUnknown = Diagnostic.Code(rawValue: "release.unknown")
}
