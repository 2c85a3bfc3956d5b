public import Diagnostics
import DomainXML
import InterfaceXML

extension ChangeReport {
  /// The report with a warning for each part of a document that libvirt did not keep.
  ///
  /// - Parameter asked: What was to be changed: also what was to go.
  func warning(
    of document: AttachDocument,
    in parts: DefinitionParts,
    _ after: DomainSnapshot,
    asked: [InterfaceDifference] = []
  ) throws(HotPlugError) -> ChangeReport {
    var report = self
    do throws(Diagnostic) {
      for (definition, description) in after.descriptions(in: parts) {
        guard
          case .different(_, let differences) = try description.standing(of: document)
        else { continue }
        // What libvirt has added is no fault.
        for difference in differences where difference.right != nil || asked.contains(difference) {
          report.warnings.append(.dropped(difference, in: definition))
        }
      }
    } catch {
      throw .refused(error)
    }
    return report
  }
}

extension Diagnostic {
  fileprivate static func dropped(
    _ difference: InterfaceDifference,
    in definition: Definition
  ) -> Diagnostic {
    Diagnostic(
      .attachDropped,
      "libvirt did not keep what was asked for: \(definition.place) has \(difference.words)",
      value: difference.right
    ).at(difference.path)
  }
}

extension Diagnostic.Code {
  /// libvirt took a device without a part of it.
  public static let attachDropped = Self(rawValue: "attach.dropped")
}
