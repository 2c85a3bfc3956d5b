import Diagnostics
import FileAccess
import Glibc
import JSONText
import VIFTranslator

/// What is to be plugged into a guest: the documents of all items of a file.
///
/// All of them are translated before the first is plugged in, so that an item that cannot be leaves
/// the guest as it was.
struct AttachInput {
  /// The items' documents, in the file's order.
  let documents: [String]

  /// Reads and translates a file; `-` is the standard input.
  ///
  /// - Throws: ``ExitStatus/usage`` for a file that cannot be read, ``ExitStatus/failed`` for an item
  ///   that cannot be translated; after having said what is wrong.
  init(
    _ file: String,
    _ options: TranslationOptions,
    tellingIn format: ConnectionOptions.Format
  ) throws(ExitStatus) {
    let guest = try options.guestSettings()
    let name = file == "-" ? "<stdin>" : file
    let items: [TranslatedItem]
    do throws(Diagnostic) {
      items = try Self.items(file, guest, options)
      if items.isEmpty { throw XMLCommand.empty(name) }
    } catch {
      throw HotPlugFailure(error, status: .usage).told(in: format)
    }
    var documents: [String] = []
    for item in items {
      let place = "\(name):\(item.line)"
      for warning in item.warnings { StandardError.write("warning", warning, at: place) }
      do throws(Diagnostic) {
        documents.append(try item.document.get())
      } catch {
        throw HotPlugFailure(error, status: .failed).told(
          in: format,
          item: (number: documents.count + 1, count: items.count)
        )
      }
    }
    self.documents = documents
  }

  private static func items(
    _ file: String,
    _ guest: GuestSettings,
    _ options: TranslationOptions
  ) throws(Diagnostic) -> [TranslatedItem] {
    let descriptor = file == "-" ? STDIN_FILENO : try Files.open(file)
    defer { if file != "-" { close(descriptor) } }
    var stream = JSONItemStream(fileDescriptor: descriptor)
    var items: [TranslatedItem] = []
    while let item = try stream.nextTranslated(guest: guest, host: options.host) {
      items.append(item)
    }
    return items
  }
}
