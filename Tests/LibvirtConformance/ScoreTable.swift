import Diagnostics
import FileAccess
import Glibc
import InterfaceXML
import JSONText

/// The scores of a run: a row for each file and version.
struct ScoreTable {
  private struct Score {
    var documents = 0
    var sameVerdicts = 0
    var formatted = 0
    var sameFormats = 0
  }

  private struct Row {
    let file: String
    let libvirt: LibvirtVersion
    var score = Score()
  }

  private var rows: [Row] = []
  private var differences: [Comparison.Difference] = []
  /// Lines that could not be read, with their places.
  private var faults: [String] = []

  /// Whether something was compared and nothing differs.
  var isClean: Bool { !rows.isEmpty && differences.isEmpty && faults.isEmpty }

  /// Compares the lines of a file.
  mutating func add(_ file: String, in folder: String) throws(Diagnostic) {
    let descriptor = try Files.open("\(folder)/\(file)")
    defer { close(descriptor) }
    var scores: [LibvirtVersion: Score] = [:]
    var stream = JSONItemStream(fileDescriptor: descriptor)
    while let item = try stream.next(CorpusCase.init(reading:)) {
      switch item.result {
      case .failure(let error): faults.append("\(file):\(item.line): \(error)")
      case .success(let corpusCase): add(corpusCase, to: &scores)
      }
    }
    rows += scores.sorted { $0.key < $1.key }
      .map { libvirt, score in Row(file: file, libvirt: libvirt, score: score) }
  }

  private mutating func add(_ corpusCase: CorpusCase, to scores: inout [LibvirtVersion: Score]) {
    for (libvirt, answer) in corpusCase.answers {
      let comparison = Comparison(corpusCase, libvirt, answer)
      var score = scores[libvirt, default: Score()]
      score.documents += 1
      if comparison.hasSameVerdict { score.sameVerdicts += 1 }
      if let isSame = comparison.hasSameFormat {
        score.formatted += 1
        if isSame { score.sameFormats += 1 }
      }
      scores[libvirt] = score
      if let difference = comparison.difference { differences.append(difference) }
    }
  }

  /// The table, the ids of what differs, and the two answers of the first ones.
  func description(showing shown: Int) -> String {
    let header = ["file", "libvirt", "verdict equal", "format equal"]
    let cells = rows.map { row in
      [
        row.file, "\(row.libvirt)", Self.ratio(row.score.sameVerdicts, row.score.documents),
        Self.ratio(row.score.sameFormats, row.score.formatted),
      ]
    }
    var lines = Self.aligned([header] + cells) + faults
    lines.append("\(differences.count) differ")
    for (index, difference) in differences.enumerated() {
      lines.append("  \(difference.id)  libvirt \(difference.libvirt)")
      guard index < shown else { continue }
      lines.append("    want: \(difference.want.indented)\n    got:  \(difference.got.indented)")
    }
    return lines.joined(separator: "\n")
  }

  private static func ratio(_ part: Int, _ whole: Int) -> String {
    guard whole > 0 else { return "-" }
    // Cut off, so that only all of them are 100 %.
    let thousandths = part * 1000 / whole
    return "\(part)/\(whole) (\(thousandths / 10).\(thousandths % 10) %)"
  }

  private static func aligned(_ rows: [[String]]) -> [String] {
    rows.map { row in
      row.enumerated().map { column, cell in
        let width = rows.map { $0[column].count }.max() ?? 0
        return column == row.count - 1
          ? cell : cell + String(repeating: " ", count: width - cell.count)
      }.joined(separator: "  ")
    }
  }
}

extension String {
  fileprivate var indented: String {
    split(separator: "\n").joined(separator: "\n          ")
  }
}
