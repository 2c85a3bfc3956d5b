import Diagnostics
import JSONTree
import VIFModel

/// How our result for a line compares with os-vif's.
enum Verdict {
  /// Equal primitives, byte for byte once the names of changed fields are sorted.
  case same
  /// An error on both sides.
  case bothRefuse
  /// Different on purpose, for these reasons.
  case improved(Set<Improvement>)
  /// Different, and nothing says why.
  case unexplained(String)

  init(_ line: CaseLine) {
    let ours: OSVIFObject
    do throws(Diagnostic) {
      ours = try line.outcome()
    } catch {
      self = Verdict(refusing: line, for: error)
      return
    }
    switch line.expected {
    case .error(let type, let message):
      let reason = Improvement.acceptance(of: line, type, message)
      self =
        reason.map { .improved([$0]) } ?? .unexplained("os-vif: \(type): \(message)")
    case .primitive(let theirs): self = Verdict(line, theirs.withSortedChanges, ours)
    }
  }

  private init(refusing line: CaseLine, for error: Diagnostic) {
    guard case .primitive(let theirs) = line.expected else {
      self = .bothRefuse
      return
    }
    self =
      Improvement.refusal(for: error).map { .improved([$0]) }
      ?? .unexplained("we: \(error)\n  os-vif: \(theirs)")
  }

  private init(_ line: CaseLine, _ theirs: JSONTree, _ ours: OSVIFObject) {
    guard let tree = try? JSONTree(ours.json), ours.json == "\(tree)" else {
      self = .unexplained("what we write is not what is read: \(ours.json)")
      return
    }
    guard tree == theirs else {
      var comparison = LevelComparison(manifest: line.manifest ?? [:])
      comparison.compare(theirs: theirs, ours: tree)
      self =
        comparison.unexplained.isEmpty
        ? .improved(comparison.reasons)
        : .unexplained(comparison.unexplained.map(\.description).joined(separator: "\n  "))
      return
    }
    // The value that is read from os-vif's text must be that which is read from ours.
    var warnings: [Diagnostic] = []
    let fromTheirs = try? OSVIFObject(json: "\(theirs)", warnings: &warnings)
    let fromOurs = try? OSVIFObject(json: ours.json, warnings: &warnings)
    self =
      fromTheirs != nil && fromTheirs == fromOurs || line.isLevelled
      ? .same : .unexplained("another value is read from os-vif's answer: \(theirs)")
  }
}
