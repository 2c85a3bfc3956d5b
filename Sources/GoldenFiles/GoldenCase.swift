package import Diagnostics
import FileAccess
import JSONText
import NovaImport
import VIFTranslator

/// A case of a golden folder: an item of input, and what its translation was when it was recorded.
///
/// An item is one for a translation, or one for an import; its keys say which.
/// `NAME.json` holds the item, `NAME.xml` the document or `NAME.error.json` the error. Devices of
/// the host are taken from the item alone, so that a case means the same on every machine.
package struct GoldenCase: Sendable, CustomStringConvertible {
  /// What a translation ends in, as the text of a golden file.
  package enum Outcome: Equatable, Sendable {
    /// The document.
    case xml(String)
    /// The error, as JSON.
    case error(String)

    /// The text.
    package var text: String {
      switch self {
      case .xml(let text), .error(let text): text
      }
    }

    /// Whether both are of one kind and the same to the byte.
    func isSame(as other: Outcome) -> Bool {
      suffix == other.suffix && text.utf8.elementsEqual(other.text.utf8)
    }

    /// What follows the case's name in the name of the file.
    var suffix: String {
      switch self {
      case .xml: ".xml"
      case .error: ".error.json"
      }
    }
  }

  /// How a case compares with its record.
  package enum Verdict: Equatable, Sendable {
    /// As recorded.
    case same
    /// There is no record.
    case unrecorded
    /// The text is another.
    case changed
    /// What was a document is an error now, or the other way round.
    case turned
    /// There are two records, of a document and of an error.
    case contradictory
    /// The item or a record cannot be read.
    case unreadable
  }

  /// The path of the case, without a suffix.
  package let path: String
  /// The path within the folder.
  package let description: String

  /// The path of the item.
  package var inputPath: String { path + ".json" }

  /// The path of the record of such an outcome.
  package func recordPath(of outcome: Outcome) -> String { path + outcome.suffix }

  /// What is recorded: none, one, or by mistake two.
  ///
  /// - Throws: `input.*`.
  package func records() throws(Diagnostic) -> [Outcome] {
    var records: [Outcome] = []
    for kind in [Outcome.xml(""), .error("")] {
      let path = recordPath(of: kind)
      guard Files.exists(path) else { continue }
      let text = try Files.readText(path)
      if case .xml = kind { records.append(.xml(text)) } else { records.append(.error(text)) }
    }
    return records
  }

  /// Translates the item now.
  ///
  /// - Throws: `input.*` when there is no item; what is wrong with the item is an outcome.
  package func outcome() throws(Diagnostic) -> Outcome {
    let text = try Files.readText(inputPath, limit: JSONItemStream.maximumItemSize)
    do throws(Diagnostic) {
      return .xml(try Self.xml(of: text))
    } catch {
      return .error(error.json(pretty: true))
    }
  }

  private static func xml(of json: String) throws(Diagnostic) -> String {
    try JSONReader.read(json) { reader throws(Diagnostic) in
      var id: String?
      guard reader.isForImport() else {
        let request = try TranslationRequest(reading: &reader, defaults: GuestSettings(), id: &id)
        return try request.document(host: HostDeviceTable()).xml
      }
      let list = try ImportList(reading: &reader, id: &id)
      return try documents(of: list).joined()
    }
  }

  private static func documents(of list: ImportList) throws(Diagnostic) -> [String] {
    try list.elements.map { element throws(Diagnostic) in
      let request = try element.request.get()
      var warnings: [Diagnostic] = []
      let vif = try request.vif(warnings: &warnings)
      let translation = try request.translation(
        of: vif,
        host: HostDeviceTable(),
        warnings: &warnings
      )
      return try request.xml(of: translation)
    }
  }

  /// Whether an item is one for an import.
  package static func isImport(_ json: String) -> Bool {
    (try? JSONReader.read(json) { reader throws(Diagnostic) in
      let isImport = reader.isForImport()
      try reader.skipValue()
      return isImport
    }) ?? false
  }

  /// Compares an outcome with what is recorded.
  package static func verdict(_ outcome: Outcome, _ records: [Outcome]) -> Verdict {
    guard let record = records.first else { return .unrecorded }
    guard records.count == 1 else { return .contradictory }
    if record.isSame(as: outcome) { return .same }
    return record.suffix == outcome.suffix ? .changed : .turned
  }
}
