import Diagnostics
import InterfaceXML
import JSONText
import VIFTranslator

/// A file with a line of JSON for each domain of many hosts.
struct Inventory {
  private let file: String
  private let translation: TranslationOptions
  private let format: FormatOption.Format

  private enum Key: String, CaseIterable { case uri, domain, vifs }

  /// A line of the file.
  private struct Line: RunItem {
    let line: Int
    let target: Result<PlanTarget, Diagnostic>
    let warnings: [Diagnostic]

    var failure: Diagnostic? { if case .failure(let error) = target { error } else { nil } }
  }

  init(_ file: String, _ translation: TranslationOptions, _ format: FormatOption.Format) {
    self.file = file
    self.translation = translation
    self.format = format
  }

  /// The domains of all lines that can be read, and how many cannot: their faults are told.
  ///
  /// - Throws: ``ExitStatus/usage`` when the file or the guest settings cannot be read.
  func read() throws -> (targets: [PlanTarget], unreadable: Int) {
    let guest = try translation.guestSettings()
    var targets: [PlanTarget] = []
    var unreadable = 0
    var run = ItemRun(files: [file])
    try run.each { stream in
      try next(in: &stream, guest)
    } write: { line, output in
      switch line.target {
      case .success(let target): targets.append(target)
      case .failure(let error):
        unreadable += 1
        if format == .json { try output.write("\(HotPlugFailure(refused: error).line())\n") }
      }
      return true
    }
    do {
      try run.finish()
    } catch .failed {
      // As many lines as are counted.
    }
    return (targets, unreadable)
  }

  private func next(
    in stream: inout JSONItemStream,
    _ guest: GuestSettings
  ) throws(Diagnostic) -> Line? {
    let item = try stream.next { reader throws(Diagnostic) in
      let target = try target(&reader, guest)
      return (target: target, warnings: reader.warnings)
    }
    guard let item else { return nil }
    switch item.result {
    case .failure(let error): return Line(line: item.line, target: .failure(error), warnings: [])
    case .success(let (target, warnings)):
      return Line(line: item.line, target: .success(target), warnings: warnings)
    }
  }

  private func target(
    _ reader: inout JSONReader,
    _ guest: GuestSettings
  ) throws(Diagnostic) -> PlanTarget {
    var uri: String?
    var domain: String?
    var documents: [String]?
    try reader.readClosedObject(of: Key.self) { reader, key throws(Diagnostic) in
      switch key {
      case .uri: uri = try reader.readString()
      case .domain: domain = try reader.readString()
      case .vifs: documents = try self.documents(&reader, guest)
      }
    }
    guard let domain else { throw Diagnostic.missingKey("domain") }
    guard let documents else { throw Diagnostic.missingKey("vifs") }
    return PlanTarget(uri: uri, domain: domain, documents: documents)
  }

  private func documents(
    _ reader: inout JSONReader,
    _ guest: GuestSettings
  ) throws(Diagnostic) -> [String] {
    var documents: [String] = []
    try reader.beginArray()
    while try reader.nextElement() {
      let document = try reader.locating(documents.count, from: reader.position) {
        reader throws(Diagnostic) in
        var id: String?
        var request = try TranslationRequest(reading: &reader, defaults: guest, id: &id)
        try AttachInput.giveAlias(&request)
        return try request.document(host: translation.host)
      }
      reader.warnings += document.warnings
      documents.append(document.xml)
    }
    return documents
  }
}
