import Diagnostics
import DomainXML
import InterfaceXML
import JSONText
import NovaImport
import VIFTranslator

/// A line of the corpus of matches: an item of input, a domain's device, and whether nova takes the
/// device for the VIF's.
struct MatchLine {
  /// Why our answer is another than nova's, and better.
  enum Rule: String, CaseIterable {
    case mac = "MAC addresses are compared as numbers"
    case pci = "PCI addresses are compared as numbers"
    case generatedTarget = "a target that libvirt makes up is not compared"
    case unread = "what is not compared is not read: nova fails on it"
  }

  /// How our answer compares with nova's.
  enum Verdict {
    case same
    case better(Rule)
    case unexplained(String)
  }

  var id = ""
  private var line: CorpusLine
  private var interface = ""
  /// nova's answer; nil for an error.
  private var isMatch: Bool?

  init(reading reader: inout JSONReader) throws(Diagnostic) {
    var (interface, isMatch): (String, Bool?) = ("", nil)
    line = try reader.lookAhead { reader throws(Diagnostic) in
      try CorpusLine(reading: &reader)
    }
    try reader.beginObject()
    while try reader.nextKey() {
      if reader.keyIs("interface") {
        interface = try reader.readString()
      } else if reader.keyIs("expected") {
        try reader.beginObject()
        while try reader.nextKey() {
          if reader.keyIs("match") {
            isMatch = try reader.readBoolean()
          } else {
            try reader.skipValue()
          }
        }
      } else {
        try reader.skipValue()
      }
    }
    (self.interface, self.isMatch) = (interface, isMatch)
    id = line.id
  }

  /// Asks the product, and compares.
  func verdict() throws(Diagnostic) -> Verdict {
    let device = try WrittenDevice.list(parsing: interface).map(\.device)
    let match = try DeviceMatch(document: line.outcome.document.get())
    let ours = device.first.map(match.agrees) ?? false
    switch (isMatch, ours) {
    case (true, true), (false, false), (nil, false): return .same
    case (nil, true): return .better(.unread)
    case (true, false): return .unexplained("nova takes it for the VIF's, we do not")
    case (false, true):
      return rule().map { .better($0) } ?? .unexplained("we take it, nova does not")
    }
  }

  private func rule() -> Rule? {
    guard let element = try? XMLDocument(parsing: interface).root else { return nil }
    let mac = element.first("mac")?["address"] ?? ""
    if mac != mac.lowercased() { return .mac }
    let address = element.first("source")?.first("address")
    let parts = ["domain", "bus", "slot", "function"].compactMap { address?[$0] }
    if parts.contains(where: { $0 != $0.lowercased() || !$0.hasPrefix("0x") }) { return .pci }
    return Target.isGenerated(element.first("target")?["dev"] ?? "") ? .generatedTarget : nil
  }
}

/// The counts of a run over matches.
struct MatchReport: CustomStringConvertible {
  private var same = 0
  private var better: [MatchLine.Rule: Int] = [:]
  private var unexplained: [(id: String, reason: String)] = []

  /// Whether every answer is the same or a better one.
  var isClean: Bool { unexplained.isEmpty }

  /// Counts a line.
  mutating func add(_ line: MatchLine) {
    do throws(Diagnostic) {
      switch try line.verdict() {
      case .same: same += 1
      case .better(let rule): better[rule, default: 0] += 1
      case .unexplained(let reason): unexplained.append((line.id, reason))
      }
    } catch {
      unexplained.append((line.id, "\(error)"))
    }
  }

  var description: String {
    var text = "\(same) matches the same as nova's\n"
    for rule in MatchLine.Rule.allCases {
      if let count = better[rule] { text += "better\t\(count)\t\(rule.rawValue)\n" }
    }
    text += "\(unexplained.count) without an explanation"
    for (id, reason) in unexplained { text += "\n  \(id): \(reason)" }
    return text
  }
}
