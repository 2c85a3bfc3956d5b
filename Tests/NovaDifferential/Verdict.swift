import Diagnostics
import InterfaceXML
import JSONTree
import VIFModel

/// How our result for a line compares with nova's.
enum Verdict {
  /// Documents that mean the same, or an error on both sides.
  case same
  /// Different on purpose, each difference for one of these reasons.
  case attributed(Set<Attribution>)
  /// Different, and nothing says why.
  case unexplained(String)

  init(_ line: CorpusLine, _ outcome: Outcome) {
    let conversion = Self.ofConversion(line, outcome)
    let document = Self.ofDocument(line, outcome)
    switch (conversion, document) {
    case (.unexplained, _): self = conversion
    case (_, .unexplained), (.same, _): self = document
    case (_, .same): self = conversion
    case (.attributed(let left), .attributed(let right)): self = .attributed(left.union(right))
    }
  }

  /// How the os-vif objects compare.
  private static func ofConversion(_ line: CorpusLine, _ outcome: Outcome) -> Verdict {
    switch (line.conversion, outcome.vif, outcome.document) {
    case (.none, _, _), (.legacy, _, _), (.failed, nil, _): return .same
    case (.failed, let vif?, _):
      return accepted(line, vif, "an object: \(OSVIFObject.vif(vif).json)")
    case (.object, nil, .failure(let error)): return refused(error, nil)
    case (.object, nil, .success): return .unexplained("a document without an object")
    case (.object(let theirs), let vif?, _):
      guard let ours = try? JSONTree(OSVIFObject.vif(vif).json) else {
        return .unexplained("our object is not JSON")
      }
      let differences = TreeDifference.between(theirs.withSortedChanges, ours.withSortedChanges)
      var reasons: Set<Attribution> = []
      for difference in differences {
        guard let reason = Attribution.difference(difference) else {
          return .unexplained("\(difference)")
        }
        reasons.insert(reason)
      }
      return reasons.isEmpty ? .same : .attributed(reasons)
    }
  }

  /// How the documents compare.
  private static func ofDocument(_ line: CorpusLine, _ outcome: Outcome) -> Verdict {
    switch (line.document, outcome.document, outcome.vif) {
    case (nil, .failure, _): .same
    case (nil, .success(let document), let vif?): accepted(line, vif, document)
    case (_?, .failure(let error), let vif): refused(error, vif)
    case (let theirs?, .success(let ours), let vif?): compared(line, theirs, ours, vif)
    case (_, .success, nil): .unexplained("a document without an object")
    }
  }

  private static func accepted(_ line: CorpusLine, _ vif: VIF, _ what: String) -> Verdict {
    Attribution.acceptance(vif, line).map { .attributed([$0]) }
      ?? .unexplained("nova refuses, we write\n\(what)")
  }

  private static func refused(_ error: Diagnostic, _ vif: VIF?) -> Verdict {
    Attribution.refusal(error, vif).map { .attributed([$0]) } ?? .unexplained("we refuse: \(error)")
  }

  private static func compared(
    _ line: CorpusLine,
    _ theirs: String,
    _ ours: String,
    _ vif: VIF
  ) -> Verdict {
    guard let left = try? XMLDocument(parsing: theirs).root,
      let right = try? XMLDocument(parsing: ours).root
    else { return .unexplained("not XML: \(theirs) \(ours)") }
    var reasons: Set<Attribution> = []
    for difference in Difference.between(left, right) {
      guard let reason = Attribution.difference(difference, vif, line) else {
        return .unexplained("\(difference)")
      }
      reasons.insert(reason)
    }
    return reasons.isEmpty ? .same : .attributed(reasons)
  }
}
