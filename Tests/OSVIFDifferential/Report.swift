import Diagnostics
import FileAccess
import Glibc
import JSONText

/// The counts of one file of lines.
struct Report: CustomStringConvertible {
  private let name: String
  private var lines = 0
  private var same = 0
  private var bothRefuse = 0
  private var improved: [Improvement: Int] = [:]
  private var unexplained: [(id: String, reason: String)] = []

  /// Whether there are lines, and each is the same, refused by both, or explained.
  var isClean: Bool { unexplained.isEmpty && lines > 0 }

  /// Compares the lines of a file.
  init(_ path: String) throws(Diagnostic) {
    name = path.split(separator: "/").last.map(String.init) ?? path
    let descriptor = try Files.open(path)
    defer { close(descriptor) }
    var stream = JSONItemStream(fileDescriptor: descriptor)
    while let item = try stream.next(CaseLine.init(reading:)) {
      lines += 1
      switch item.result {
      case .failure(let error): unexplained.append(("line \(item.line)", "\(error)"))
      case .success(let line): add(line)
      }
    }
  }

  private mutating func add(_ line: CaseLine) {
    switch Verdict(line) {
    case .same: same += 1
    case .bothRefuse: bothRefuse += 1
    case .improved(let reasons): for reason in reasons { improved[reason, default: 0] += 1 }
    case .unexplained(let reason): unexplained.append((line.id, reason))
    }
  }

  var description: String {
    var rows = [
      (lines, "lines of \(name)"), (same, "equal, byte for byte"), (bothRefuse, "refused by both"),
    ]
    rows += Improvement.allCases.compactMap { reason in
      improved[reason].map { ($0, reason.meaning) }
    }
    rows.append((unexplained.count, "without an explanation"))
    var text = rows.map { count, meaning in
      String(repeating: " ", count: 6 - min(5, "\(count)".count)) + "\(count)  \(meaning)"
    }.joined(separator: "\n")
    for (id, reason) in unexplained { text += "\n  \(id)\n  \(reason)" }
    return text
  }
}
