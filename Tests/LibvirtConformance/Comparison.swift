import Diagnostics
import InterfaceXML

/// What this package makes of a document beside what a version of libvirt did.
struct Comparison {
  /// What is not the same.
  struct Difference {
    let id: String
    let libvirt: LibvirtVersion
    let want: String
    let got: String
  }

  /// Whether both define it, or both refuse.
  let hasSameVerdict: Bool
  /// Whether both print the same; nil where libvirt prints nothing.
  let hasSameFormat: Bool?
  /// What differs; nil when nothing does.
  let difference: Difference?

  init(_ corpusCase: CorpusCase, _ libvirt: LibvirtVersion, _ answer: CorpusCase.Answer) {
    let ours = Result { () throws(Diagnostic) -> String in
      try DefinedInterface(xml: corpusCase.xml, libvirt: libvirt).xml(placeholders: true)
    }
    let document = try? ours.get()
    hasSameVerdict = answer.isDefined == (document != nil)
    hasSameFormat = answer.formatted.map { $0 == document }
    guard !hasSameVerdict || hasSameFormat == false else {
      difference = nil
      return
    }
    let got =
      switch ours {
      case .success(let document): document
      case .failure(let error): "refused: \(error)"
      }
    difference = Difference(
      id: corpusCase.id,
      libvirt: libvirt,
      want: answer.formatted ?? (answer.isDefined ? "defined" : "refused"),
      got: got
    )
  }
}
