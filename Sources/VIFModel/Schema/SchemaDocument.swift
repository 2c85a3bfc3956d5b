import JSONText

extension JSONSchema {
  /// The dialect that all schemas here are of.
  private static let dialect = "https://json-schema.org/draft/2020-12/schema"

  /// The schema as a document that stands alone, with those definitions that it makes use of.
  package func document(_ title: String) -> String {
    var used: [String: JSONSchema] = [:]
    var waiting = references
    while let name = waiting.popFirst() {
      guard used[name] == nil, let schema = Self.definitions[name] else { continue }
      used[name] = schema
      waiting.formUnion(schema.references)
    }
    var document = JSONSchema(["$schema": .string(Self.dialect), "title": .string(title)])
    document.append(self)
    if !used.isEmpty {
      let definitions = used.sorted { $0.key < $1.key }.map { (name: $0.key, schema: $0.value) }
      document = document.with("$defs", .schema(JSONSchema(schemas: definitions)))
    }
    var writer = JSONWriter()
    document.write(to: &writer)
    return writer.text
  }

  /// All that a document may refer to: the classes, and the forms of text in their fields.
  private static let definitions: [String: JSONSchema] = {
    let classes = OSVIFObject.declarations.map { ($0.name, $0.schema) }
    return Dictionary(TextForm.allCases.map { ($0.rawValue, $0.schema) } + classes) { $1 }
  }()
}
