import Diagnostics
import InterfaceXML

extension DeviceName {
  /// Checks a field that names a device and must be set.
  ///
  /// - Throws: `object.field-missing`, or as ``init(_:)``, at the field.
  init(_ text: String?, field: String, because use: String) throws(Diagnostic) {
    guard let text else {
      throw Diagnostic.missingField(field, because: use).atVIF(field)
    }
    do throws(Diagnostic) {
      try self.init(text)
    } catch {
      throw error.atVIF(field)
    }
  }
}
