package import Diagnostics

/// One place in which two values differ.
package struct TreeDifference: CustomStringConvertible {
  /// Where they differ.
  package let path: JSONPointer
  /// os-vif's value; nil when it has none.
  package let theirs: JSONTree?
  /// Our value; nil when we have none.
  package let ours: JSONTree?

  /// Makes a difference.
  package init(path: JSONPointer, theirs: JSONTree?, ours: JSONTree?) {
    self.path = path
    self.theirs = theirs
    self.ours = ours
  }

  /// Place and values, as a log line.
  package var description: String {
    "\(path): os-vif \(theirs.map { "\($0)" } ?? "nothing"), we \(ours.map { "\($0)" } ?? "nothing")"
  }

  /// All places in which two values differ; of members in another order, only that they are.
  package static func between(
    _ theirs: JSONTree,
    _ ours: JSONTree,
    at path: [String] = []
  ) -> [TreeDifference] {
    if theirs == ours { return [] }
    let whole = TreeDifference(path: JSONPointer(path), theirs: theirs, ours: ours)
    switch (theirs, ours) {
    case (.array(let left), .array(let right)) where left.count == right.count:
      return zip(left, right).enumerated().flatMap { index, pair in
        between(pair.0, pair.1, at: path + ["\(index)"])
      }
    case (.object(let left), .object(let right)):
      let names = left.map(\.name) + right.map(\.name).filter { theirs[$0] == nil }
      let inside = names.flatMap { name in
        switch (theirs[name], ours[name]) {
        case (let left?, let right?): between(left, right, at: path + [name])
        case (let left, let right):
          [TreeDifference(path: JSONPointer(path + [name]), theirs: left, ours: right)]
        }
      }
      return inside.isEmpty ? [whole] : inside
    default: return [whole]
    }
  }
}
