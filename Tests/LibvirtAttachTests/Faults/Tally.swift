#if Libvirt
  import Synchronization

  /// What `vif` answered in the rounds of a fault, and whether that was so.
  final class Tally: Sendable, CustomStringConvertible {
    private struct Counts {
      var inShort: [String: Int] = [:]
      var inFull: [String: Int] = [:]
      var notes: [String: Int] = [:]
      var rounds = 0
      var wasTrue = 0
      var secondRuns = 0
      var finished = 0
      var remedied = 0

      /// As `3 × a, b`, and `a` where there is no other.
      static func list(_ counts: [String: Int]) -> String {
        counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
          .map { counts.count == 1 || $0.value == 1 ? $0.key : "\($0.value) × \($0.key)" }
          .joined(separator: ", ")
      }
    }

    private let counts = Mutex(Counts())

    /// Counts a round.
    ///
    /// - Parameters:
    ///   - addition: What else is to be said of the answer.
    ///   - isTrue: Whether a look from outside showed the same.
    func answer(_ answer: ToolAnswer, _ addition: String? = nil, isTrue: Bool) {
      let addition = addition.map { " (\($0))" } ?? ""
      count(answer.gist + addition, answer.words + addition, isTrue: isTrue)
    }

    /// Counts a round whose answer is this.
    func answer(_ answer: String, isTrue: Bool) { count(answer, answer, isTrue: isTrue) }

    private func count(_ gist: String, _ words: String, isTrue: Bool) {
      counts.withLock { counts in
        counts.rounds += 1
        counts.inShort[gist, default: 0] += 1
        counts.inFull[words, default: 0] += 1
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
    func note(_ text: String) { counts.withLock { $0.notes[text, default: 0] += 1 } }

    /// Whether all answers were true, and all second runs came to the end.
    var isFlawless: Bool {
      counts.withLock { counts in
        counts.rounds > 0 && counts.wasTrue == counts.rounds
          && counts.finished == counts.secondRuns
      }
    }

    /// The answers in short, the most frequent first.
    var answers: String { counts.withLock { Counts.list($0.inShort) } }

    /// How many answers were true, how many second runs came to the end, and what else was observed.
    var figures: String {
      counts.withLock { counts in
        var parts = ["\(counts.wasTrue) of \(counts.rounds) true"]
        if counts.secondRuns > 0 {
          parts.append("\(counts.finished) of \(counts.secondRuns) finished")
        }
        if counts.remedied > 0 { parts.append("\(counts.remedied) after the remedy") }
        if !counts.notes.isEmpty { parts.append(Counts.list(counts.notes)) }
        return parts.joined(separator: ", ")
      }
    }

    var description: String { "\(counts.withLock { Counts.list($0.inFull) }); \(figures)" }
  }
#endif
