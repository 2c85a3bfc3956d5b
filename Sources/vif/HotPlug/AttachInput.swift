import Diagnostics
import InterfaceXML
import JSONText
import LibvirtAttach
import VIFTranslator

/// The documents of a file's items, all of them translated before the first is plugged in.
struct AttachInput {
  /// The documents, in the order of the items.
  let documents: [String]

  /// Translates a file; `-` is the standard input.
  ///
  /// A device gets the alias of its VIF's id, unless the guest settings give it one.
  ///
  /// Warnings and faults are told on the standard error output, faults also in JSON if that is
  /// the format.
  ///
  /// - Throws: ``ExitStatus/usage`` for a file that cannot be read or has no item,
  ///   ``ExitStatus/failed`` when an item is wrong, after all that are wrong have been told.
  init(
    _ file: String,
    _ options: TranslationOptions,
    _ format: FormatOption.Format
  ) throws {
    let guest = try options.guestSettings()
    var documents: [String] = []
    var run = ItemRun(files: [file])
    try run.each { stream in
      try stream.nextTranslated(guest: guest, host: options.host, Self.giveAlias)
    } write: { item, output in
      switch item.document {
      case .success(let document): documents.append(document)
      case .failure(let error) where format == .json:
        try output.write("\(HotPlugFailure(refused: error).line())\n")
      case .failure: break
      }
      return true
    }
    try run.finish()
    self.documents = documents
  }

  private static func giveAlias(_ request: inout TranslationRequest) throws(Diagnostic) {
    guard request.guest.alias == nil, let id = request.vif.base.id else { return }
    request.guest.alias = try Alias(VIFAlias.name(of: id))
  }
}
