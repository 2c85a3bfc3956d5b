public import Diagnostics

/// Something that libvirt makes of a document, and that its writer may not expect.
public struct Finding: Hashable, Sendable {
  /// How much of what was written is affected.
  public enum Level: String, CaseIterable, Sendable {
    /// libvirt refuses the document.
    case error
    /// libvirt takes the document without this part, and does not say so.
    case dropped
    /// libvirt writes this part in another way, or makes it up.
    case changed
    /// libvirt keeps the part; it has a consequence all the same.
    case note
  }

  /// How much is affected.
  public let level: Level
  /// What it is: the path's last component is `@name` for an attribute.
  public let diagnostic: Diagnostic

  /// Makes a finding.
  public init(_ level: Level, _ diagnostic: Diagnostic) {
    self.level = level
    self.diagnostic = diagnostic
  }

  /// The same finding in a document that holds the interface at this place.
  package func below(_ path: JSONPointer) -> Finding {
    Finding(level, diagnostic.at(JSONPointer(path.components + diagnostic.path.components)))
  }

  /// The same finding, one level further up.
  func at(_ name: String) -> Finding { Finding(level, diagnostic.at(name)) }
}
