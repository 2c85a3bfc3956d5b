/// Which of an element's parts were read, by their numbers from 0.
struct ReadMarks {
  /// Those of the first 64 parts: hardly any element has more.
  private var first: UInt64 = 0
  private var others: [UInt64] = []

  /// Whether a part was read.
  subscript(part: Int) -> Bool {
    let word = part >> 6
    if word == 0 { return first >> UInt64(part) & 1 == 1 }
    return word <= others.count && others[word - 1] >> UInt64(part & 63) & 1 == 1
  }

  /// Takes down that a part was read.
  mutating func insert(_ part: Int) {
    let (word, bit) = (part >> 6, UInt64(1) << UInt64(part & 63))
    if word == 0 {
      first |= bit
      return
    }
    while others.count < word { others.append(0) }
    others[word - 1] |= bit
  }

  /// Whether each of so many parts was read.
  func holdsAll(_ count: Int) -> Bool {
    if count <= 64 { return count == 0 || first == ~0 >> UInt64(64 - count) }
    return (0..<count).allSatisfy { self[$0] }
  }
}
