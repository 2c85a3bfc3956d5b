import Diagnostics
import InterfaceXML

/// Which paths of libvirt's schema were written: `vlan/tag` for an element, `vlan/tag@id` for an
/// attribute.
struct PathTally {
  /// Paths that no interface has, and why.
  private static let impossible = [
    "bandwidth@classID": "a network's, and refused on an interface by every version"
  ]

  private(set) var written: Set<String> = []

  /// Counts the paths of a document.
  mutating func add(_ document: String) throws(Diagnostic) {
    add(try XMLDocument(parsing: document).root, below: "")
  }

  private mutating func add(_ element: XMLElement, below path: String) {
    for attribute in element.attributes { written.insert("\(path)@\(attribute.name)") }
    for child in element.children {
      let childPath = path.isEmpty ? child.name : "\(path)/\(child.name)"
      written.insert(childPath)
      add(child, below: childPath)
    }
  }

  /// The schema's paths, as far as it is installed.
  private var schema: Set<String>? {
    try? InterfaceSchema.paths(inSchemaAt: InterfaceSchema.defaultPath)
  }

  /// Those of the schema that were not written, though they could have been.
  var missing: [String] {
    (schema ?? []).filter { !written.contains($0) && Self.impossible[$0] == nil }.sorted()
  }
}

extension PathTally: CustomStringConvertible {
  var description: String {
    guard let schema else { return "\(written.count) paths written; no schema is installed" }
    let further = written.subtracting(schema).sorted()
    var lines = [
      "\(written.intersection(schema).count) of the \(schema.count) paths of the installed schema"
        + " written"
    ]
    for (path, reason) in Self.impossible.sorted(by: { $0.key < $1.key }) {
      lines.append("  not \(path): \(reason)")
    }
    for path in missing { lines.append("  not \(path)") }
    lines.append("\(further.count) of newer schemas: \(further.joined(separator: ", "))")
    return lines.joined(separator: "\n")
  }
}
