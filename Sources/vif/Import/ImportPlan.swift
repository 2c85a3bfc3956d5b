import Diagnostics
import InterfaceXML
import JSONText
import NovaImport

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
  /// Whether each device gets the alias of its VIF's id.
  var givesAlias = false
}

extension ImportPlan {
  /// Reads a value of the input and imports what it holds: one item, or a list of ports.
  ///
  /// - Parameter id: Gets the item's id as soon as it is known, so that a fault can be told with it.
  /// - Throws: What is wrong with the value; what is wrong with one of its items stands there.
  func items(
    reading reader: inout JSONReader,
    id: inout String?
  ) throws(Diagnostic) -> [ImportedItem] {
    let list = try ImportList(
      reading: &reader,
      form: form,
      defaults: guest,
      networks: networks,
      id: &id
    )
    return list.elements.map(item)
  }

  private func item(_ element: ImportList.Element) -> ImportedItem {
    var primitive: String?
    var warnings = element.warnings
    let document: Result<String?, Diagnostic>
    do throws(Diagnostic) {
      let request = try element.request.get()
      let vif = try request.vif(warnings: &warnings)
      primitive = OSVIFObject.vif(vif).json
      document = .success(try self.document(of: vif, request, &warnings))
    } catch {
      document = .failure(error)
    }
    return ImportedItem(
      id: element.id,
      line: 0,
      primitive: primitive,
      document: document,
      warnings: warnings
    )
  }

  private func document(
    of vif: VIF,
    _ request: ImportRequest,
    _ warnings: inout [Diagnostic]
  ) throws(Diagnostic) -> String? {
    guard wantsDocuments else { return nil }
    let translation = try request.translation(
      of: vif,
      alias: givesAlias ? try vif.deviceAlias : nil,
      host: host,
      warnings: &warnings
    )
    return try request.xml(of: translation)
  }
}

/// The items of an input, one after the other.
struct ImportRun {
  let plan: ImportPlan
  /// The rest of a list, the next one last.
  private var waiting: [ImportedItem] = []

  init(_ plan: ImportPlan) { self.plan = plan }

  /// Reads and imports the next item.
  ///
  /// - Throws: `input.unreadable`.
  mutating func next(in stream: inout JSONItemStream) throws(Diagnostic) -> ImportedItem? {
    while waiting.isEmpty {
      guard let items = try plan.nextItems(in: &stream) else { return nil }
      waiting = items.reversed()
    }
    return waiting.removeLast()
  }
}

extension ImportPlan {
  /// Reads and imports the next value of the input, which may hold several items; nil when there is
  /// none.
  ///
  /// - Throws: `input.unreadable`.
  func nextItems(in stream: inout JSONItemStream) throws(Diagnostic) -> [ImportedItem]? {
    var id: String?
    let value = try stream.next { reader throws(Diagnostic) in
      id = nil
      return try self.items(reading: &reader, id: &id)
    }
    guard let value else { return nil }
    var items: [ImportedItem]
    switch value.result {
    case .success(let imported): items = imported
    case .failure(let error):
      items = [
        ImportedItem(id: id, line: 0, primitive: nil, document: .failure(error), warnings: [])
      ]
    }
    for index in items.indices { items[index].line = value.line }
    return items
  }
}
