import Diagnostics
import JSONText
import NovaImport

/// An item of input, imported: its VIF, its document and its warnings, or what is wrong with it.
struct ImportedItem: RunItem {
  /// The JSON text of the item's id.
  let id: String?
  /// The line that the item, or its fault, is on.
  let line: Int
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

/// What is done with each item of an import.
struct ImportPlan: Sendable {
  /// Which records are read; nil for any.
  var form: ImportRecord.Form?
  /// What holds for the options that an item leaves out.
  var guest = NovaGuest()
  /// The networks of ports that do not come with one.
  var networks: [NeutronNetwork] = []
  /// Where the devices of PCI functions are looked up.
  var host: SysfsHostDevices
  /// Whether documents are wanted, and not VIFs alone.
  var wantsDocuments = true
}

extension JSONItemStream {
  /// Reads and imports the next item.
  ///
  /// - Throws: `input.unreadable`.
  mutating func nextImported(_ plan: ImportPlan) throws(Diagnostic) -> ImportedItem? {
    var id: String?
    let item = try next { reader throws(Diagnostic) in
      id = nil
      let request = try ImportRequest(
        reading: &reader,
        form: plan.form,
        defaults: plan.guest,
        networks: plan.networks,
        id: &id
      )
      return (request: request, warnings: reader.warnings)
    }
    guard let item else { return nil }
    var primitive: String?
    var warnings: [Diagnostic] = []
    let document: Result<String?, Diagnostic>
    do throws(Diagnostic) {
      let request: ImportRequest
      (request, warnings) = try item.result.get()
      let vif = try request.vif(warnings: &warnings)
      primitive = OSVIFObject.vif(vif).json
      document = .success(try plan.document(of: vif, request, &warnings))
    } catch {
      document = .failure(error)
    }
    return ImportedItem(
      id: id,
      line: item.line,
      primitive: primitive,
      document: document,
      warnings: warnings
    )
  }
}

extension ImportPlan {
  fileprivate func document(
    of vif: VIF,
    _ request: ImportRequest,
    _ warnings: inout [Diagnostic]
  ) throws(Diagnostic) -> String? {
    guard wantsDocuments else { return nil }
    let translation = try request.translation(of: vif, host: host, warnings: &warnings)
    return try request.xml(of: translation)
  }
}
