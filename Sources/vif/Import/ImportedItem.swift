import Diagnostics
import JSONText
import NovaImport

/// An item of input, imported: its VIF, its document and its warnings, or what is wrong with it.
struct ImportedItem: RunItem {
  /// The JSON text of the item's id.
  let id: String?
  /// The line that the item, or its fault, is on.
  var line: Int
  /// The VIF as an os-vif primitive; there also when no document could be made of it.
  let primitive: String?
  /// The document, nil when none is wanted, or what is wrong.
  let document: Result<String?, Diagnostic>
  /// What is worth knowing.
  let warnings: [Diagnostic]

  var failure: Diagnostic? {
    if case .failure(let error) = document { error } else { nil }
  }

  /// The item as a line of JSON.
  var json: String {
    var members = ["\"id\":\(id ?? "null")"]
    if let primitive { members.append("\"osvif\":\(primitive)") }
    switch document {
    case .failure(let error): members.append("\"error\":\(error.json())")
    case .success(let xml):
      if let xml { members.append("\"xml\":\(quoted(xml))") }
      members.append("\"warnings\":[\(warnings.map { $0.json() }.joined(separator: ","))]")
    }
    return "{\(members.joined(separator: ","))}"
  }
}
