import Diagnostics
import InterfaceXML

extension Finding {
  /// What a version of libvirt makes of the interfaces of a document, and what further judges have
  /// against them.
  static func findings(
    in text: String,
    libvirt: LibvirtVersion,
    _ judges: FurtherJudges = FurtherJudges()
  ) -> [Finding] {
    do throws(Diagnostic) {
      return findings(in: try InterfaceDocument(parsing: text), libvirt: libvirt, judges)
    } catch {
      return [Finding(.error, error)]
    }
  }

  /// What they make of a document that was read.
  static func findings(
    in document: InterfaceDocument,
    libvirt: LibvirtVersion,
    _ judges: FurtherJudges
  ) -> [Finding] {
    var findings = document.repairs.map { Finding(.error, $0) }
    for place in document.interfaces {
      let defined = DefinedInterface(place.element, libvirt: libvirt)
      findings += (defined.findings + judges.findings(on: place.element))
        .map { $0.below(place.path) }
    }
    return findings
  }
}
