package import Diagnostics

extension InterfaceSchema {
  /// The paths of everything that a schema has in an `<interface>`: `vlan/tag` for an element,
  /// `vlan/tag@id` for an attribute.
  ///
  /// - Throws: `schema.unreadable`.
  package static func paths(inSchemaAt path: String) throws(Diagnostic) -> Set<String> {
    let matcher = SchemaMatcher(try SchemaGrammar(path: path), SchemaValues())
    var paths: Set<String> = []
    let contents = matcher.elements(of: matcher.definition("interface"))["interface"] ?? []
    for content in contents { matcher.collectPaths(in: content, below: "", &paths) }
    return paths
  }
}

extension SchemaMatcher {
  fileprivate func collectPaths(
    in content: SchemaPattern,
    below parent: String,
    _ paths: inout Set<String>
  ) {
    for name in attributes(of: content).keys { paths.insert("\(parent)@\(name)") }
    for (name, contents) in elements(of: content) {
      let path = parent.isEmpty ? name : "\(parent)/\(name)"
      paths.insert(path)
      for content in contents { collectPaths(in: content, below: path, &paths) }
    }
  }
}
