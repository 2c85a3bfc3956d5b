import Addresses
import Diagnostics
import DomainXML
import FileAccess
import InterfaceXML
import JSONText
import LibvirtAttach
import NovaImport
import VIFModel
import VIFTranslator

extension CodeExplanation {
  /// The explanations of all modules, in the order of their codes.
  static let all = [
    ofDiagnostics, ofAddresses, ofFileAccess, ofJSONText, ofVIFModel, ofInterfaceXML,
    ofDomainXML, ofVIFTranslator, ofNovaImport, ofLibvirtAttach, ofLibvirtFaults, ofTool,
  ].flatMap(\.self).sorted { $0.code.rawValue < $1.code.rawValue }
}
