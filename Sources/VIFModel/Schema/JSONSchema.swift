package import JSONText

/// A JSON Schema of draft 2020-12, or a part of one: keywords in the order of their writing.
package struct JSONSchema: Sendable {
  /// What stands behind a keyword.
  package indirect enum Value: Sendable {
    case string(String)
    case integer(Int64)
    case boolean(Bool)
    case null
    case list([Value])
    /// A schema, or an object of schemas by name.
    case schema(JSONSchema)
  }

  private(set) var keywords: [(name: String, value: Value)]

  /// Makes a schema of its keywords.
  package init(_ keywords: KeyValuePairs<String, Value>) {
    self.keywords = keywords.map { (name: $0.key, value: $0.value) }
  }

  /// Makes an object of schemas by name.
  package init(schemas: [(name: String, schema: JSONSchema)]) {
    keywords = schemas.map { (name: $0.name, value: .schema($0.schema)) }
  }

  /// The same schema with a keyword more.
  package func with(_ name: String, _ value: Value) -> JSONSchema {
    var schema = self
    schema.keywords.append((name: name, value: value))
    return schema
  }

  /// Adds another schema's keywords.
  mutating func append(_ other: JSONSchema) { keywords += other.keywords }

  /// The names of the definitions that the schema refers to.
  var references: Set<String> {
    keywords.reduce(into: []) { names, keyword in
      if keyword.name == "$ref", case .string(let reference) = keyword.value {
        names.insert(String(reference.dropFirst(Self.referencePrefix.count)))
      } else {
        names.formUnion(keyword.value.references)
      }
    }
  }

  static let referencePrefix = "#/$defs/"

  /// Writes the schema.
  package func write(to writer: inout JSONWriter) {
    writer.beginObject()
    for (name, value) in keywords {
      writer.key(name)
      value.write(to: &writer)
    }
    writer.endObject()
  }
}

extension JSONSchema.Value {
  fileprivate var references: Set<String> {
    switch self {
    case .schema(let schema): schema.references
    case .list(let values): values.reduce(into: []) { $0.formUnion($1.references) }
    case .string, .integer, .boolean, .null: []
    }
  }

  fileprivate func write(to writer: inout JSONWriter) {
    switch self {
    case .string(let text): writer.string(text)
    case .integer(let number): writer.integer(number)
    case .boolean(let truth): writer.boolean(truth)
    case .null: writer.null()
    case .list(let values):
      writer.beginArray()
      for value in values { value.write(to: &writer) }
      writer.endArray()
    case .schema(let schema): schema.write(to: &writer)
    }
  }
}
