import Diagnostics
import JSONText
import NovaImport
import VIFTranslator

/// A file with a line of JSON for each domain of many hosts.
struct Inventory {
  private let file: String
  private let source: DeviceSource
  private let format: FormatOption.Format

  enum Key: String, CaseIterable { case uri, domain, guest, options, vifs }

  /// A line of the file.
  private struct Line: RunItem {
    let line: Int
    let subject: InventorySubject
    let documents: Result<[String], Diagnostic>
    let warnings: [Diagnostic]

    var failure: Diagnostic? { if case .failure(let error) = documents { error } else { nil } }
  }

  init(_ file: String, _ source: DeviceSource, _ format: FormatOption.Format) {
    self.file = file
    self.source = source
    self.format = format
  }

  /// The domains of all lines that say for certain which they are for, and what is known of the others,
  /// whose faults are told.
  ///
  /// - Throws: ``ExitStatus/usage`` when the file cannot be read.
  func read() throws -> PlanTargets {
    var targets = PlanTargets()
    var run = ItemRun(files: [file], of: "a line of JSON for each domain")
    try run.each { stream in
      try next(in: &stream)
    } write: { line, output in
      if let error = line.failure, format == .json {
        let failure = HotPlugFailure(refused: error)
        try output.write(
          "\(failure.line(uri: line.subject.uri, domain: line.subject.domain, line: line.line))\n"
        )
      }
      let origin = "\(file == "-" ? "<stdin>" : file):\(line.line)"
      guard let domain = line.subject.domain, line.subject.suspects.isEmpty else {
        targets.unreadable += 1
        for suspect in line.subject.suspects {
          targets.suspects[suspect, default: []].insert(origin)
        }
        return true
      }
      targets.known.append(
        PlanTarget(
          uri: line.subject.uri,
          domain: domain,
          origin: origin,
          documents: try? line.documents.get()
        )
      )
      return true
    }
    do {
      try run.finish()
    } catch .failed {
      // As many lines as are counted.
    }
    return targets
  }

  private func next(in stream: inout JSONItemStream) throws(Diagnostic) -> Line? {
    var subject = InventorySubject()
    let item = try stream.next { reader throws(Diagnostic) in
      // A line that was not whole yet is read again.
      subject = InventorySubject()
      let documents = try documents(of: &subject, &reader)
      return (documents: documents, warnings: reader.warnings)
    } lost: { reader, loss in
      subject.suspect(&reader, loss)
    }
    guard let item else { return nil }
    switch item.result {
    case .failure(let error):
      return Line(
        line: item.line,
        subject: subject,
        documents: .failure(subject.rest.map(error.adding(remedy:)) ?? error),
        warnings: []
      )
    case .success(let (documents, warnings)):
      return Line(
        line: item.line,
        subject: subject,
        documents: .success(documents),
        warnings: warnings
      )
    }
  }

  private func documents(
    of subject: inout InventorySubject,
    _ reader: inout JSONReader
  ) throws(Diagnostic) -> [String] {
    var places: [Key: Int] = [:]
    try reader.readClosedObject(of: Key.self) { reader, key throws(Diagnostic) in
      switch key {
      case .uri: subject.uri = try reader.readString()
      case .domain: subject.domain = try reader.readString()
      case .guest, .options, .vifs:
        // Which domain it is, and what holds for all of them, may stand behind them.
        places[key] = reader.position
        try reader.skipValue()
      }
    }
    subject.isKnown = true
    guard subject.uri != "" else {
      subject.uri = nil
      throw Diagnostic(
        .inventoryURI,
        "the URI is empty",
        remedy: "leave it out for the host of --connect, or name one"
      ).at(Key.uri.rawValue)
    }
    guard subject.domain != nil else { throw Diagnostic.missingKey(Key.domain.rawValue) }
    guard let vifs = places[.vifs] else { throw Diagnostic.missingKey(Key.vifs.rawValue) }
    var source = source
    if let place = places[.guest] {
      try read(.guest, at: place, &reader) { reader throws(Diagnostic) in
        try source.readGuest(&reader)
      }
    }
    if let place = places[.options] {
      try read(.options, at: place, &reader) { reader throws(Diagnostic) in
        try source.readOptions(&reader)
      }
    }
    return try read(.vifs, at: vifs, &reader) { [source] reader throws(Diagnostic) in
      try documents(&reader, source)
    }
  }

  /// Reads a member that was passed over.
  private func read<Value>(
    _ key: Key,
    at place: Int,
    _ reader: inout JSONReader,
    _ body: (inout JSONReader) throws(Diagnostic) -> Value
  ) throws(Diagnostic) -> Value {
    let end = reader.position
    reader.rewind(to: place)
    defer { reader.rewind(to: end) }
    return try reader.locating(key.rawValue, from: place, body)
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
  /// A domain that several lines of an inventory, or files of a folder, are for.
  static let inventoryTwice = Diagnostic.Code(rawValue: "inventory.twice")
  /// A domain that a line of an inventory may be for that cannot be read.
  static let inventoryUnreadable = Diagnostic.Code(rawValue: "inventory.unreadable")
  /// A line of an inventory whose URI is empty.
  static let inventoryURI = Diagnostic.Code(rawValue: "inventory.uri")
}
