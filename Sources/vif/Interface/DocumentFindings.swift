import Diagnostics
import InterfaceXML

extension Finding {
  /// What a version of libvirt makes of the interfaces of a document.
  static func findings(in text: String, libvirt: LibvirtVersion) -> [Finding] {
    do throws(Diagnostic) {
      let document = try InterfaceDocument(parsing: text)
      var findings = document.repairs.map { Finding(.note, $0) }
      for place in document.interfaces {
        findings += DefinedInterface(place.element, libvirt: libvirt).findings
          .map { $0.below(place.path) }
      }
      return findings
    } catch {
      return [Finding(.error, error)]
    }
  }
}
