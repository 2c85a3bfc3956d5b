import Diagnostics
import FileAccess
import Glibc
import JSONText
import LibvirtAttach

/// Compares the translation with nova's over a corpus: lines of `{"id", "vif", "options",
/// "expected"}` in files of a folder.
///
///     swift run NovaDifferential FOLDER [FILE…]
///     swift run NovaDifferential --speed LINES RATES
///
/// Prints a table, and each difference that has no number; then ends with status 1.
@main
struct NovaDifferential {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    guard let folder = arguments.first else {
      print("usage: NovaDifferential FOLDER [FILE…]")
      exit(2)
    }
    let names =
      arguments.count > 1
      ? Array(arguments.dropFirst())
      : ["open.jsonl", "direct-derived-open.jsonl", "neutron-open.jsonl", "match-open.jsonl"]
    if folder == "--speed", names.count == 2 {
      print(try Speed(lines: names[0], rates: names[1]))
      return
    }
    var report = Report()
    for name in names where !name.hasPrefix("match") { try report.add("\(folder)/\(name)") }
    print(report)
    var matches = MatchReport()
    for name in names where name.hasPrefix("match") { try add("\(folder)/\(name)", to: &matches) }
    print(matches)
    exit(report.isClean && matches.isClean ? 0 : 1)
  }
}

extension NovaDifferential {
  /// Compares the answers of a file of matches: lines with an "interface" of a domain, and whether
  /// nova takes it for the VIF's.
  private static func add(_ path: String, to report: inout MatchReport) throws {
    let descriptor = try Files.open(path)
    defer { close(descriptor) }
    var stream = JSONItemStream(fileDescriptor: descriptor)
    while let item = try stream.next(MatchLine.init(reading:)) { report.add(try item.result.get()) }
  }
}

/// The counts of a run.
struct Report: CustomStringConvertible {
  private var lines = 0
  private var same = 0
  private var attributed: [Attribution: Int] = [:]
  private var unexplained: [(id: String, reason: String)] = []
  private var documents = 0
  private var refused: [(id: String, reason: String)] = []

  /// Whether every line is the same or explained, and libvirt takes every document.
  var isClean: Bool { unexplained.isEmpty && refused.isEmpty && lines > 0 }

  /// Compares the lines of a file.
  mutating func add(_ path: String) throws {
    let descriptor = try Files.open(path)
    defer { close(descriptor) }
    let judge = try Judge()
    var stream = JSONItemStream(fileDescriptor: descriptor)
    while let item = try stream.next(CorpusLine.init(reading:)) {
      lines += 1
      switch item.result {
      // Half a surrogate pair: Python's reader takes it, though no UTF-8 text can hold it.
      case .failure(let error) where error.code == .jsonEncoding:
        attributed[.n11, default: 0] += 1
      case .failure(let error): unexplained.append(("\(path):\(item.line)", "\(error)"))
      case .success(let line): add(line, judge)
      }
    }
  }

  private mutating func add(_ line: CorpusLine, _ judge: Judge) {
    let outcome = line.outcome
    switch Verdict(line, outcome) {
    case .same: same += 1
    case .attributed(let reasons): for reason in reasons { attributed[reason, default: 0] += 1 }
    case .unexplained(let reason): unexplained.append((line.id, reason))
    }
    guard case .success(let document) = outcome.document else { return }
    documents += 1
    if let refusal = judge.refusal(of: document) { refused.append((line.id, refusal)) }
  }

  var description: String {
    var text = "\(lines) lines, \(same) the same as nova's or an error on both sides\n"
    for reason in Attribution.allCases {
      guard let count = attributed[reason] else { continue }
      text += "\(reason.rawValue)\t\(count)\t\(reason.meaning)\n"
    }
    text += "\(unexplained.count) without an explanation\n"
    for (id, reason) in unexplained { text += "  \(id): \(reason)\n" }
    text += "\(documents) documents, "
    text += Judge.isThere ? "\(refused.count) refused by libvirt" : "not put before libvirt"
    for (id, reason) in refused { text += "\n  \(id): \(reason)" }
    return text
  }
}

/// libvirt, where this was built with it.
struct Judge {
  #if Libvirt
    static let isThere = true
    private let parser: DefinitionProbe

    init() throws { parser = try DefinitionProbe() }

    /// Why libvirt does not take a document, or nil.
    func refusal(of document: String) -> String? {
      do throws(LibvirtError) {
        _ = try parser.normalForm(of: document)
        return nil
      } catch {
        return error.message
      }
    }
  #else
    static let isThere = false

    init() throws {}

    /// Nobody to ask.
    func refusal(of document: String) -> String? { nil }
  #endif
}
