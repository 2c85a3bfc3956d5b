import Diagnostics
import InterfaceXML
import VIFModel
import VIFTranslator

/// What the tool says to an example of an explanation.
struct ExampleAnswer {
  /// The level that it says it at, as the commands do.
  let level: String
  /// What it says.
  let diagnostic: Diagnostic
}

extension CodeExplanation.Example {
  /// The first thing with this code that the tool says to the example; nil if it says none.
  func answer(with code: Diagnostic.Code) -> ExampleAnswer? {
    switch self {
    case .document(let text, let libvirt):
      let version = libvirt.flatMap { try? LibvirtVersion($0) } ?? .newest
      return Finding.findings(in: text, libvirt: version).first { $0.diagnostic.code == code }
        .map { ExampleAnswer(level: $0.level.rawValue, diagnostic: $0.diagnostic) }
    case .settings(let text):
      do throws(Diagnostic) {
        _ = try GuestSettings(json: text)
        return nil
      } catch {
        return error.code == code ? ExampleAnswer(level: "error", diagnostic: error) : nil
      }
    case .object(let text):
      var warnings: [Diagnostic] = []
      do throws(Diagnostic) {
        _ = try OSVIFObject(json: text, warnings: &warnings)
      } catch {
        return error.code == code ? ExampleAnswer(level: "error", diagnostic: error) : nil
      }
      return warnings.first { $0.code == code }
        .map { ExampleAnswer(level: "warning", diagnostic: $0) }
    }
  }
}
