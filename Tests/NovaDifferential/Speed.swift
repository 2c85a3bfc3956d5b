import Diagnostics
import FileAccess
import JSONText
import NovaImport
import VIFTranslator

/// How many documents a second are made here and by nova, from text to text, of each form of input.
struct Speed: CustomStringConvertible {
  private var items: [String: [[UInt8]]] = [:]
  private var theirs: [String: Int64] = [:]

  /// Reads lines of items, and nova's rates: `{form: documents per second}`.
  init(lines: String, rates: String) throws(Diagnostic) {
    for line in try Files.readText(lines, limit: 1 << 30).utf8.split(separator: 10) {
      let bytes = Array(line)
      guard (try? Self.document(bytes)) != nil else { continue }
      let form = try JSONReader.withReader(over: bytes.span) { reader throws(Diagnostic) in
        try Self.form(&reader)
      }
      items[form, default: []].append(bytes)
    }
    theirs = try JSONReader.read(Files.readText(rates)) { reader throws(Diagnostic) in
      var rates: [String: Int64] = [:]
      try reader.beginObject()
      while try reader.nextKey() { rates[reader.keyText] = try reader.readInteger() }
      return rates
    }
  }

  private static func form(_ reader: inout JSONReader) throws(Diagnostic) -> String {
    var form = ""
    try reader.beginObject()
    while try reader.nextKey() {
      if reader.keyIs("form") { form = try reader.readString() } else { try reader.skipValue() }
    }
    return form
  }

  /// Goes the whole way, from the line to the document.
  private static func document(_ line: [UInt8]) throws(Diagnostic) -> String {
    var id: String?
    var warnings: [Diagnostic] = []
    let request = try JSONReader.withReader(over: line.span) { reader throws(Diagnostic) in
      try ImportRequest(reading: &reader, id: &id)
    }
    let vif = try request.vif(warnings: &warnings)
    let host = HostDeviceTable()
    return try request.xml(
      of: request.translation(of: vif, host: host, warnings: &warnings)
    )
  }

  /// The best of three runs over at most 200 items, as nova is timed.
  private static func rate(_ items: [[UInt8]]) -> Int64 {
    let items = items.prefix(200)
    let clock = ContinuousClock()
    let best = (0..<3).map { _ in
      clock.measure { for item in items { _ = try? document(item) } }
    }.min()
    guard let best, best > .zero else { return 0 }
    return Int64(Double(items.count) / (best / .seconds(1)))
  }

  var description: String {
    let rows = items.keys.sorted().map { form -> String in
      let ours = Self.rate(items[form] ?? [])
      let nova = theirs[form] ?? 0
      return "\(form)\t\(nova)\t\(ours)\t\(nova > 0 ? ours / nova : 0)"
    }
    return "form\tnova/s\there/s\ttimes\n" + rows.joined(separator: "\n")
  }
}
