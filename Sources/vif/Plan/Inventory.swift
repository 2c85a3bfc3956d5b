import Diagnostics
import JSONText
import NovaImport
import VIFTranslator

/// A file with a line of JSON for each domain of many hosts.
struct Inventory {
  private let file: String
  private let source: DeviceSource
  private let format: FormatOption.Format

  private enum Key: String, CaseIterable { case uri, domain, guest, options, vifs }

  /// A line of the file.
  private struct Line: RunItem {
    let line: Int
    let target: Result<PlanTarget, Diagnostic>
    let warnings: [Diagnostic]

    var failure: Diagnostic? { if case .failure(let error) = target { error } else { nil } }
  }

  init(_ file: String, _ source: DeviceSource, _ format: FormatOption.Format) {
    self.file = file
    self.source = source
    self.format = format
  }

  /// The domains of all lines that can be read, and how many cannot: their faults are told.
  ///
  /// - Throws: ``ExitStatus/usage`` when the file cannot be read.
  func read() throws -> (targets: [PlanTarget], unreadable: Int) {
    var targets: [PlanTarget] = []
    var unreadable = 0
    var known: Set<[String?]> = []
    var run = ItemRun(files: [file])
    try run.each { stream in
      try next(in: &stream, &known)
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
    _ known: inout Set<[String?]>
  ) throws(Diagnostic) -> Line? {
    let item = try stream.next { reader throws(Diagnostic) in
      let target = try target(&reader)
      return (target: target, warnings: reader.warnings)
    }
    guard let item else { return nil }
    switch item.result {
    case .failure(let error): return Line(line: item.line, target: .failure(error), warnings: [])
    case .success(let (target, _)) where !known.insert([target.uri, target.domain]).inserted:
      let error = Diagnostic(
        .inventoryTwice,
        "there is a line for that domain before",
        value: target.domain,
        remedy: "put all its VIFs on one line: each line says what the domain is to have in all"
      )
      return Line(line: item.line, target: .failure(error.at("domain")), warnings: [])
    case .success(let (target, warnings)):
      return Line(line: item.line, target: .success(target), warnings: warnings)
    }
  }

  private func target(_ reader: inout JSONReader) throws(Diagnostic) -> PlanTarget {
    var uri: String?
    var domain: String?
    var source = source
    var vifs: Int?
    try reader.readClosedObject(of: Key.self) { reader, key throws(Diagnostic) in
      switch key {
      case .uri: uri = try reader.readString()
      case .domain: domain = try reader.readString()
      case .guest: try source.readGuest(&reader)
      case .options: try source.readOptions(&reader)
      case .vifs:
        // What holds for all of them may stand behind them.
        vifs = reader.position
        try reader.skipValue()
      }
    }
    guard let domain else { throw Diagnostic.missingKey(Key.domain.rawValue) }
    guard let vifs else { throw Diagnostic.missingKey(Key.vifs.rawValue) }
    let end = reader.position
    reader.rewind(to: vifs)
    defer { reader.rewind(to: end) }
    let domainSource = source
    let documents = try reader.locating(Key.vifs.rawValue, from: vifs) {
      (reader) throws(Diagnostic) -> [String] in
      try self.documents(&reader, domainSource)
    }
    return PlanTarget(uri: uri, domain: domain, documents: documents)
  }

  private func documents(
    _ reader: inout JSONReader,
    _ source: DeviceSource
  ) throws(Diagnostic) -> [String] {
    guard try reader.peekKind() == .array else {
      return try devices(&reader, source)
    }
    var documents: [String] = []
    var count = 0
    try reader.beginArray()
    while try reader.nextElement() {
      documents += try reader.locating(count, from: reader.position) {
        (reader) throws(Diagnostic) -> [String] in
        try devices(&reader, source)
      }
      count += 1
    }
    return documents
  }

  private func devices(
    _ reader: inout JSONReader,
    _ source: DeviceSource
  ) throws(Diagnostic) -> [String] {
    var documents: [String] = []
    for device in try source.devices(reading: &reader) {
      documents.append(try device.document.get())
      reader.warnings += device.warnings
    }
    return documents
  }
}

extension DeviceSource {
  /// Reads guest settings, which hold for those that an item leaves out.
  fileprivate mutating func readGuest(_ reader: inout JSONReader) throws(Diagnostic) {
    guard case .primitives(let defaults) = form else {
      throw Diagnostic(
        .inventoryKey,
        "guest settings are for os-vif primitives",
        remedy: "nova's guest side goes under 'options'"
      )
    }
    form = .primitives(try GuestSettings(reading: &reader, defaults: defaults))
  }

  /// Reads nova's guest side, which holds for what an item leaves out.
  fileprivate mutating func readOptions(_ reader: inout JSONReader) throws(Diagnostic) {
    guard case .records(var plan) = form else {
      throw Diagnostic(
        .inventoryKey,
        "options are nova's guest side",
        remedy: "say --from nova or --from neutron, or have guest settings under 'guest'"
      )
    }
    plan.guest = try NovaGuest(reading: &reader, defaults: plan.guest)
    form = .records(plan)
  }
}

extension Diagnostic.Code {
  /// A key of an inventory's line that is for items of another form.
  static let inventoryKey = Diagnostic.Code(rawValue: "inventory.key")
  /// A domain that an inventory names a second time.
  static let inventoryTwice = Diagnostic.Code(rawValue: "inventory.twice")
}
