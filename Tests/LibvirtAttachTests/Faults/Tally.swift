#if Libvirt
  import Synchronization

  /// What `vif` answered in the rounds of a fault, and whether that was so.
  final class Tally: Sendable, CustomStringConvertible {
    private struct Counts {
      var answers: [String: Int] = [:]
      var rounds = 0
      var wasTrue = 0
      var secondRuns = 0
      var finished = 0
      var remedied = 0
      var notes: [String] = []
    }

    private let counts = Mutex(Counts())

    /// Counts a round.
    ///
    /// - Parameters:
    ///   - answer: The answer in a few words.
    ///   - isTrue: Whether a look from outside showed the same.
    func answer(_ answer: String, isTrue: Bool) {
      counts.withLock { counts in
        counts.rounds += 1
        counts.answers[answer, default: 0] += 1
        if isTrue { counts.wasTrue += 1 }
      }
    }

    /// Counts a second run.
    ///
    /// - Parameters:
    ///   - isDone: Whether it came to the end that was asked for.
    ///   - afterRemedy: Whether what the answer had told was done before.
    func secondRun(isDone: Bool, afterRemedy: Bool = false) {
      counts.withLock { counts in
        counts.secondRuns += 1
        if isDone { counts.finished += 1 }
        if afterRemedy { counts.remedied += 1 }
      }
    }

    /// Adds what else was observed.
    func note(_ text: String) { counts.withLock { $0.notes.append(text) } }

    /// Whether all answers were true, and all second runs came to the end.
    var isFlawless: Bool {
      counts.withLock { counts in
        counts.rounds > 0 && counts.wasTrue == counts.rounds
          && counts.finished == counts.secondRuns
      }
    }

    var description: String {
      counts.withLock { counts in
        let answers = counts.answers.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        var parts = [
          answers.map { counts.answers.count == 1 && $1 == 1 ? $0 : "\($1) × \($0)" }
            .joined(separator: ", "),
          "\(counts.wasTrue)/\(counts.rounds) true",
        ]
        if counts.secondRuns > 0 {
          let remedied =
            counts.remedied > 0 ? ", \(counts.remedied) of them after the remedy it names" : ""
          parts.append("second run finished \(counts.finished)/\(counts.secondRuns)\(remedied)")
        }
        return (parts + counts.notes).joined(separator: "; ")
      }
    }
  }
#endif
