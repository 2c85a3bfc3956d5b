/// The known word that is nearest to a mistyped one, for "did you mean".
///
/// - Returns: The candidate with the smallest edit distance, or nil when even that is more than a
///   third of the word away (at least two edits are always forgiven).
public func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
  // Nobody mistypes a word into one of this length; comparing takes as long as both are.
  guard word.utf8.count <= 64 else { return nil }
  let limit = max(2, word.count / 3)
  let letters = Array(word.lowercased())
  let best =
    candidates
    .map { (candidate: $0, distance: editDistance(letters, Array($0.lowercased()))) }
    .min { $0.distance < $1.distance }
  guard let best, best.distance <= limit else { return nil }
  return best.candidate
}

/// Levenshtein's distance: insertions, deletions and replacements from one text to the other.
private func editDistance(_ left: [Character], _ right: [Character]) -> Int {
  var row = Array(0...right.count)
  for (i, letter) in left.enumerated() {
    var diagonal = row[0]
    row[0] = i + 1
    for (j, other) in right.enumerated() {
      let replaced = diagonal + (letter == other ? 0 : 1)
      diagonal = row[j + 1]
      row[j + 1] = min(replaced, row[j] + 1, diagonal + 1)
    }
  }
  return row[right.count]
}
