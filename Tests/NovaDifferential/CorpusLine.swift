import Addresses
import Diagnostics
import InterfaceXML
import JSONText
import VIFModel
import VIFTranslator

/// A line of the corpus: a VIF, nova's options, and what nova made of them.
struct CorpusLine {
  var id = ""
  var vif: Result<VIF, Diagnostic> = .failure(Diagnostic.absent("vif"))
  var options = NovaOptions()
  /// nova's document; nil when nova raised an error.
  var document: String?

  init(reading reader: inout JSONReader) throws(Diagnostic) {
    try reader.eachMember { reader, key throws(Diagnostic) in
      switch key {
      case "id": id = try reader.readString()
      case "options": options = try NovaOptions(reading: &reader)
      case "expected": try readExpected(&reader)
      case "vif": vif = try Self.vif(&reader)
      default: try reader.skipValue()
      }
    }
  }

  /// A VIF that cannot be read is a result, too.
  private static func vif(_ reader: inout JSONReader) throws(Diagnostic) -> Result<VIF, Diagnostic>
  {
    let vif = try reader.lookAhead { reader throws(Diagnostic) -> Result<VIF, Diagnostic> in
      do throws(Diagnostic) {
        return .success(try VIF(reading: &reader))
      } catch {
        return .failure(error)
      }
    }
    try reader.skipValue()
    return vif
  }

  private mutating func readExpected(_ reader: inout JSONReader) throws(Diagnostic) {
    var (xml, merged): (String?, String?)
    try reader.eachMember { reader, key throws(Diagnostic) in
      switch key {
      case "xml": xml = try reader.readString()
      case "xml_merged": merged = try reader.readString()
      default: try reader.skipValue()
      }
    }
    document = merged ?? xml
  }

  /// What we make of the VIF.
  ///
  /// - Throws: nova's own refusal of the options, which has nothing to do with the VIF.
  func outcome() throws(NovaGuestSettings.Refusal) -> Result<String, Diagnostic> {
    let guest = try NovaGuestSettings(options)
    do throws(Diagnostic) {
      let vif = try vif.get()
      let host = HostDeviceTable(netdevs: options.netdevs, vdpaDevices: options.vdpaDevices)
      let translation = try Translation(of: vif, guest: guest.settings(for: vif), host: host)
      return .success(try translation.xml())
    } catch {
      return .failure(error)
    }
  }
}

extension Diagnostic {
  static func absent(_ key: String) -> Diagnostic {
    Diagnostic(Code(rawValue: "corpus.absent"), "the line has no '\(key)'")
  }
}
