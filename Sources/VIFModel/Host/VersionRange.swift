import Diagnostics

/// A range of versions of a class that somebody else understands.
struct VersionRange {
  private let className: String?
  private let minimum: String?
  private let maximum: String?

  init(of className: String?, from minimum: String?, to maximum: String?) {
    self.className = className
    self.minimum = minimum
    self.maximum = maximum
  }

  /// The newest version of the class known here, if it is in the range.
  func commonVersion() throws(Diagnostic) -> ObjectVersion {
    guard let className, let minimum, let maximum else {
      throw Diagnostic(.hostInfoClass, "the class, its oldest or its newest version is not set")
    }
    guard let declaration = OSVIFObject.declarations.first(where: { $0.name == className }),
      let version = declaration.history.last?.version
    else {
      throw Diagnostic(
        .hostInfoClass,
        "os-vif has no class '\(className)'",
        value: className,
        remedy: nearest(to: className, among: OSVIFObject.declarations.map(\.name))
          .map { "did you mean \($0)?" }
      )
    }
    let (oldest, newest) = (try ObjectVersion(minimum), try ObjectVersion(maximum))
    guard oldest <= version, version <= newest else {
      throw Diagnostic(
        .hostInfoVersion,
        "\(className) is understood from \(oldest) to \(newest), and is at \(version) here",
        value: "\(version)",
        bound: "\(oldest)…\(newest)"
      )
    }
    return version
  }
}

extension Diagnostic.Code {
  /// A class that os-vif does not have.
  static let hostInfoClass = Diagnostic.Code(rawValue: "host-info.class")
  /// No version in common.
  static let hostInfoVersion = Diagnostic.Code(rawValue: "host-info.version")
}
