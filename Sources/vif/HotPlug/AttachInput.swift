import Diagnostics
import FileAccess
import Glibc
import JSONText
import VIFTranslator

/// The documents of a file's items, all of them translated before the first is plugged in.
struct AttachInput {
  /// The documents, in the order of the items.
  let documents: [String]

  /// Translates a file; `-` is the standard input.
  ///
  /// Warnings are told.
  ///
  /// - Throws: ``ExitStatus/usage`` for a file that cannot be read or has no item,
  /// ``ExitStatus/failed`` when an item is wrong, after all that are wrong have been told.
  init(_ file: String, _ options: TranslationOptions) throws {
    let guest = try options.guestSettings()
    let name = file == "-" ? "<stdin>" : file
    do {
      let descriptor = file == "-" ? STDIN_FILENO : try Files.open(file)
      defer { if file != "-" { close(descriptor) } }
      documents = try Self.documents(of: descriptor, name, guest, options.host)
    } catch let error as Diagnostic {
      StandardError.write("error", error)
      throw ExitStatus.usage
    }
  }

  private static func documents(
    of descriptor: CInt,
    _ name: String,
    _ guest: GuestSettings,
    _ host: SysfsHostDevices
  ) throws -> [String] {
    var stream = JSONItemStream(fileDescriptor: descriptor)
    var documents: [String] = []
    var hasFailed = false
    while let item = try stream.nextTranslated(guest: guest, host: host) {
      let place = "\(name):\(item.line)"
      switch item.document {
      case .failure(let error):
        hasFailed = true
        StandardError.write("error", error, at: place)
      case .success(let document):
        for warning in item.warnings { StandardError.write("warning", warning, at: place) }
        documents.append(document)
      }
    }
    if hasFailed { throw ExitStatus.failed }
    if documents.isEmpty { throw Diagnostic.emptyInput(name) }
    return documents
  }
}
