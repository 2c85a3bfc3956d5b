import Diagnostics
import InterfaceXML
import JSONText

/// A line of the corpus: a document, and what each version of libvirt made of it.
struct CorpusCase {
  /// What a version of libvirt made of a document.
  struct Answer {
    /// Whether the document could be defined.
    var isDefined = false
    /// What libvirt printed after that.
    var formatted: String?
  }

  private(set) var id = ""
  private(set) var xml = ""
  /// The answers, in the line's order.
  private(set) var answers: [(libvirt: LibvirtVersion, answer: Answer)] = []

  init(reading reader: inout JSONReader) throws(Diagnostic) {
    var names: Set<String> = []
    try reader.beginObject()
    while try reader.nextKey() {
      names.insert(reader.keyText)
      switch reader.keyText {
      case "id": id = try reader.readString()
      case "xml": xml = try reader.readString()
      case "verdict": try readAnswers(&reader)
      default: try reader.skipValue()
      }
    }
    for name in ["id", "xml", "verdict"] where !names.contains(name) {
      throw Diagnostic(
        Diagnostic.Code(rawValue: "corpus.absent"),
        "the line has no '\(name)'"
      )
    }
  }

  /// Keys that are no version say what others made of it: a hypervisor's driver, for one.
  private mutating func readAnswers(_ reader: inout JSONReader) throws(Diagnostic) {
    try reader.beginObject()
    while try reader.nextKey() {
      if let libvirt = try? LibvirtVersion(reader.keyText) {
        answers.append((libvirt, try Answer(reading: &reader)))
      } else {
        try reader.skipValue()
      }
    }
  }
}

extension CorpusCase.Answer {
  fileprivate init(reading reader: inout JSONReader) throws(Diagnostic) {
    try reader.beginObject()
    while try reader.nextKey() {
      switch reader.keyText {
      case "define": isDefined = try reader.readString() == "OK"
      case "formatted": formatted = try reader.readString()
      default: try reader.skipValue()
      }
    }
  }
}
