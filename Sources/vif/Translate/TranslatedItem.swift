import Diagnostics
import JSONText
import VIFTranslator

/// An item of input, translated: its document and its warnings, or what is wrong with it.
struct TranslatedItem: RunItem {
  /// The JSON text of the item's id.
  let id: String?
  /// The line that the item, or its fault, is on.
  let line: Int
  /// The document, or what is wrong.
  let document: Result<String, Diagnostic>
  /// What is worth knowing.
  let warnings: [Diagnostic]

  var failure: Diagnostic? {
    if case .failure(let error) = document { error } else { nil }
  }

  /// The item as a line of JSON.
  var json: String {
    let id = id ?? "null"
    switch document {
    case .failure(let error): return "{\"id\":\(id),\"error\":\(error.json())}"
    case .success(let xml):
      let warnings = warnings.map { $0.json() }.joined(separator: ",")
      return "{\"id\":\(id),\"xml\":\(quoted(xml)),\"warnings\":[\(warnings)]}"
    }
  }
}

extension JSONItemStream {
  /// Reads and translates the next item.
  ///
  /// - Parameter prepare: Changes what is translated.
  /// - Throws: `input.unreadable`.
  mutating func nextTranslated(
    guest: GuestSettings,
    host: SysfsHostDevices,
    _ prepare: (inout TranslationRequest) throws(Diagnostic) -> Void = { _ in }
  ) throws(Diagnostic) -> TranslatedItem? {
    var id: String?
    let item = try next { reader throws(Diagnostic) in
      id = nil
      let request = try TranslationRequest(reading: &reader, defaults: guest, id: &id)
      return (request: request, warnings: reader.warnings)
    }
    guard let item else { return nil }
    do throws(Diagnostic) {
      var (request, warnings) = try item.result.get()
      try prepare(&request)
      let document = try request.document(host: host)
      return TranslatedItem(
        id: id,
        line: item.line,
        document: .success(document.xml),
        warnings: warnings + document.warnings
      )
    } catch {
      return TranslatedItem(id: id, line: item.line, document: .failure(error), warnings: [])
    }
  }
}
