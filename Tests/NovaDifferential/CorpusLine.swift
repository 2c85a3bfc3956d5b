import Diagnostics
import JSONText
import JSONTree
import NovaImport
import VIFModel
import VIFTranslator

/// A line of the corpus: an item of input, and what nova made of it.
struct CorpusLine {
  /// What nova made of a record before it wrote a document.
  enum Conversion {
    /// There was nothing to convert.
    case none
    /// This os-vif object.
    case object(JSONTree)
    /// No object, but a document at once.
    case legacy
    /// An error.
    case failed
  }

  var id = ""
  /// The item, or why it cannot be read.
  var request: Result<ImportRequest, Diagnostic>
  /// nova's object.
  var conversion = Conversion.none
  /// nova's document; nil when nova raised an error.
  var document: String?

  init(reading reader: inout JSONReader) throws(Diagnostic) {
    request = .failure(
      Diagnostic(Diagnostic.Code(rawValue: "corpus.absent"), "the line has no item")
    )
    try reader.lookAhead { reader throws(Diagnostic) in
      try reader.beginObject()
      while try reader.nextKey() {
        if reader.keyIs("id") {
          id = try reader.readString()
        } else if reader.keyIs("expected") {
          try readExpected(&reader)
        } else {
          try reader.skipValue()
        }
      }
    }
    request = try Self.request(&reader)
  }

  /// An item that cannot be read is a result, too.
  private static func request(
    _ reader: inout JSONReader
  ) throws(Diagnostic) -> Result<ImportRequest, Diagnostic> {
    let request = try reader.lookAhead { reader throws(Diagnostic) in
      var id: String?
      do throws(Diagnostic) {
        return Result<ImportRequest, Diagnostic>.success(
          try ImportRequest(reading: &reader, id: &id)
        )
      } catch {
        return .failure(error)
      }
    }
    try reader.skipValue()
    return request
  }

  private mutating func readExpected(_ reader: inout JSONReader) throws(Diagnostic) {
    var (xml, merged): (String?, String?)
    try reader.beginObject()
    while try reader.nextKey() {
      if reader.keyIs("xml") {
        xml = try reader.readString()
      } else if reader.keyIs("xml_merged") {
        merged = try reader.readString()
      } else if reader.keyIs("osvif") {
        let tree = try JSONTree(reading: &reader)
        conversion = tree == .null ? .legacy : .object(tree)
      } else if reader.keyIs("osvif_error") {
        conversion = .failed
        try reader.skipValue()
      } else {
        try reader.skipValue()
      }
    }
    document = merged ?? xml
  }

  /// Whether the item is a record of OpenStack's, and no os-vif object.
  var isRecord: Bool {
    switch conversion {
    case .none: false
    case .object, .legacy, .failed: true
    }
  }

  /// What we make of the item.
  var outcome: Outcome {
    var warnings: [Diagnostic] = []
    var vif: VIF?
    do throws(Diagnostic) {
      let request = try request.get()
      let made = try request.vif(warnings: &warnings)
      vif = made
      let translation = try request.translation(
        of: made,
        host: HostDeviceTable(),
        warnings: &warnings
      )
      return Outcome(vif: made, document: .success(try request.xml(of: translation)))
    } catch {
      return Outcome(vif: vif, document: .failure(error))
    }
  }
}

/// What we made of an item.
struct Outcome {
  /// The VIF; nil when there is none, for the same reason as there is no document.
  let vif: VIF?
  /// The document, or why there is none.
  let document: Result<String, Diagnostic>
}
