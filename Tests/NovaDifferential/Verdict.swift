import Diagnostics
import InterfaceXML

/// How our result for a line compares with nova's.
enum Verdict {
  /// Documents that mean the same, or an error on both sides.
  case same
  /// Different on purpose, each difference for one of these reasons.
  case attributed(Set<Attribution>)
  /// Different, and nothing says why.
  case unexplained(String)

  init(_ line: CorpusLine) {
    let ours: Result<String, Diagnostic>
    do throws(NovaGuestSettings.Refusal) {
      ours = try line.outcome()
    } catch {
      self = line.document == nil ? .same : .unexplained("options refused: \(error.reason)")
      return
    }
    switch (line.document, ours) {
    case (nil, .failure): self = .same
    case (nil, .success(let document)):
      let reason = (try? line.vif.get()).flatMap(Attribution.acceptance)
      self = reason.map { .attributed([$0]) } ?? .unexplained("nova refuses, we write\n\(document)")
    case (_?, .failure(let error)):
      let reason = Attribution.refusal(error, try? line.vif.get())
      self = reason.map { .attributed([$0]) } ?? .unexplained("we refuse: \(error)")
    case (let theirs?, .success(let ours)): self.init(line, theirs, ours)
    }
  }

  private init(_ line: CorpusLine, _ theirs: String, _ ours: String) {
    guard let vif = try? line.vif.get(), let left = try? XMLDocument(parsing: theirs).root,
      let right = try? XMLDocument(parsing: ours).root
    else {
      self = .unexplained("not XML: \(theirs) \(ours)")
      return
    }
    var reasons: Set<Attribution> = []
    for difference in Difference.between(left, right) {
      guard let reason = Attribution.difference(difference, vif) else {
        self = .unexplained("\(difference)")
        return
      }
      reasons.insert(reason)
    }
    self = reasons.isEmpty ? .same : .attributed(reasons)
  }
}
