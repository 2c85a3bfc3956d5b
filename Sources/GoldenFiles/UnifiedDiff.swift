/// The difference of two texts, line by line, as `diff -u` prints it.
package struct UnifiedDiff: CustomStringConvertible {
  private enum Line {
    case both(Substring), removed(Substring), added(Substring)
  }

  private static let context = 3

  /// The difference, without a line for the files' names; empty for equal texts.
  package let description: String

  /// Compares two texts.
  package init(from old: String, to new: String) {
    guard old != new else {
      description = ""
      return
    }
    let lines = Self.lines(
      old.split(separator: "\n", omittingEmptySubsequences: false),
      new.split(separator: "\n", omittingEmptySubsequences: false)
    )
    description = Self.hunks(lines)
  }

  private static func lines(_ old: [Substring], _ new: [Substring]) -> [Line] {
    let difference = new.difference(from: old)
    var removed: Set<Int> = []
    var added: Set<Int> = []
    for change in difference {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): added.insert(offset)
      }
    }
    var lines: [Line] = []
    var (oldIndex, newIndex) = (0, 0)
    while oldIndex < old.count || newIndex < new.count {
      if removed.contains(oldIndex), oldIndex < old.count {
        lines.append(.removed(old[oldIndex]))
        oldIndex += 1
      } else if added.contains(newIndex), newIndex < new.count {
        lines.append(.added(new[newIndex]))
        newIndex += 1
      } else {
        lines.append(.both(old[oldIndex]))
        oldIndex += 1
        newIndex += 1
      }
    }
    return lines
  }

  private static func hunks(_ lines: [Line]) -> String {
    let changes = lines.indices.filter { if case .both = lines[$0] { false } else { true } }
    var text = ""
    var index = changes.startIndex
    while index < changes.endIndex {
      var last = index
      while last + 1 < changes.endIndex, changes[last + 1] - changes[last] <= 2 * context {
        last += 1
      }
      let range =
        max(0, changes[index] - context)..<min(lines.count, changes[last] + context + 1)
      text += hunk(lines, range)
      index = last + 1
    }
    return text
  }

  private static func hunk(_ lines: [Line], _ range: Range<Int>) -> String {
    let before = lines[..<range.lowerBound]
    var body = ""
    for line in lines[range] {
      switch line {
      case .both(let text): body += " \(text)\n"
      case .removed(let text): body += "-\(text)\n"
      case .added(let text): body += "+\(text)\n"
      }
    }
    let (oldStart, newStart) = counts(before)
    let (oldCount, newCount) = counts(lines[range])
    return "@@ -\(oldStart + 1),\(oldCount) +\(newStart + 1),\(newCount) @@\n" + body
  }

  private static func counts(_ lines: ArraySlice<Line>) -> (old: Int, new: Int) {
    lines.reduce(into: (old: 0, new: 0)) { counts, line in
      switch line {
      case .both: counts = (counts.old + 1, counts.new + 1)
      case .removed: counts.old += 1
      case .added: counts.new += 1
      }
    }
  }
}
