import Diagnostics
import FileAccess
import JSONText
import VIFTranslator

/// An item of input that was translated; its document stands in the buffer that it was written to.
struct TranslatedItem {
  /// The JSON text of the item's id.
  let id: String?
  /// The line that the item, or its fault, is on.
  let line: Int
  /// What is worth knowing, or what is wrong.
  let result: Result<[Diagnostic], Diagnostic>

  /// What is worth knowing; of an item that is wrong, nothing.
  var warnings: [Diagnostic] { (try? result.get()) ?? [] }

  /// What is wrong.
  var failure: Diagnostic? {
    if case .failure(let error) = result { error } else { nil }
  }
}

extension JSONItemStream {
  /// Reads and translates the next item, and writes its document behind what a buffer holds.
  ///
  /// Of an item that is wrong nothing is written.
  ///
  /// - Throws: `input.unreadable`.
  mutating func translateNext(
    into buffer: inout ByteBuffer,
    guest: GuestSettings,
    host: SysfsHostDevices
  ) throws(Diagnostic) -> TranslatedItem? {
    var id: String?
    let start = buffer.count
    let item = try next { reader throws(Diagnostic) in
      id = nil
      // An item may be read several times, until all of it is there.
      buffer.truncate(to: start)
      let warnings = try TranslationRequest.translate(
        reading: &reader,
        defaults: guest,
        host: host,
        id: &id,
        to: &buffer
      )
      return reader.warnings.isEmpty ? warnings : reader.warnings + warnings
    }
    guard let item else { return nil }
    if case .failure = item.result { buffer.truncate(to: start) }
    return TranslatedItem(id: id, line: item.line, result: item.result)
  }
}
