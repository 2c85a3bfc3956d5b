import ArgumentParser
import JSONText
import VIFModel

extension ObjectCommand {
  /// `vif object versions`.
  struct Versions: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "versions",
      abstract:
        "Lists the classes with their versions, and the releases of os-vif that brought them.",
      discussion: "The fingerprint is what os-vif publishes of a class's newest version."
    )

    /// How the list is written.
    enum Format: String, ExpressibleByArgument, CaseIterable {
      case table, json
    }

    @Option(help: "A table, or a line of JSON for each class.")
    var format = Format.table

    func run() throws {
      var output = StandardOutput()
      for declaration in OSVIFObject.declarations {
        switch format {
        case .json: try output.write(declaration.json + "\n")
        case .table: try output.write(declaration.row + "\n")
        }
      }
      try output.flush()
    }
  }
}

extension ClassDeclaration {
  fileprivate var row: String {
    let versions = history.map { "\($0.version) (\($0.release))" }.joined(separator: ", ")
    return [(name, 30), (fingerprint ?? "-", 38)].map { text, width in
      text + String(repeating: " ", count: max(2, width - text.count))
    }.joined() + versions
  }

  fileprivate var json: String {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("class")
    writer.string(name)
    writer.key("parent")
    if let parentName { writer.string(parentName) } else { writer.null() }
    writer.key("fingerprint")
    if let fingerprint { writer.string(fingerprint) } else { writer.null() }
    writer.key("versions")
    writer.beginObject()
    for shipped in history {
      writer.key(shipped.version.description)
      writer.string(shipped.release.description)
    }
    writer.endObject()
    writer.key("fields")
    writer.beginObject()
    for field in fields {
      writer.key(field.name)
      writer.string(field.since.description)
    }
    writer.endObject()
    writer.endObject()
    return writer.text
  }
}
