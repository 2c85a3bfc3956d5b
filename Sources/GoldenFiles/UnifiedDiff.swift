/// The difference of two texts, line by line, in the form of `diff -u`.
package struct UnifiedDiff: CustomStringConvertible {
  private enum Line {
    case both(Substring), removed(Substring), added(Substring)
  }

  private static let context = 3
  /// Beyond so many lines the difference would take too long to find, and to read.
  private static let maximumLines = 4000

  /// The difference, without a line for the files' names; empty for equal texts.
  package let description: String

  /// Compares two texts.
  package init(from old: String, to new: String) {
    guard !old.utf8.elementsEqual(new.utf8) else {
      description = ""
      return
    }
    let (oldLines, newLines) = (Self.split(old), Self.split(new))
    guard oldLines.count <= Self.maximumLines, newLines.count <= Self.maximumLines else {
      description = "\(oldLines.count) lines there, \(newLines.count) here: too many to compare\n"
      return
    }
    description = Self.hunks(Self.lines(oldLines, newLines))
  }

  /// The lines of a text, cut at line feeds alone: a carriage return is part of its line.
  private static func split(_ text: String) -> [Substring] {
    var lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map { Substring($0) }
    if lines.last?.isEmpty == true {
      lines.removeLast()
    } else if let last = lines.popLast() {
      lines.append("\(last)\n\\ No newline at end of file")
    }
    return lines
  }

  private static func lines(_ old: [Substring], _ new: [Substring]) -> [Line] {
    // Compared by bytes: to Swift, texts of other code points may be equal.
    let difference = new.difference(from: old) { $0.utf8.elementsEqual($1.utf8) }
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
    return "@@ -\(place(oldStart, oldCount)) +\(place(newStart, newCount)) @@\n" + body
  }

  private static func place(_ start: Int, _ count: Int) -> String {
    "\(count == 0 ? start : start + 1),\(count)"
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
