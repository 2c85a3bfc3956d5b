/// The forms that parts of the schemas have.
extension JSONSchema {
  /// Null and nothing else.
  package static let null = JSONSchema(["type": .string("null")])

  /// What an item is called in the answer.
  package static let id = JSONSchema([
    "type": .list(["string", "number", "null"].map { .string($0) })
  ])

  /// A text, of any form or of that of a pattern.
  package static func text(_ pattern: String? = nil) -> JSONSchema {
    let text = JSONSchema(["type": .string("string")])
    return pattern.map { text.with("pattern", .string("^(?:\($0))$")) } ?? text
  }

  /// A whole number in a range.
  package static func integer(_ range: ClosedRange<Int64>) -> JSONSchema {
    JSONSchema([
      "type": .string("integer"), "minimum": .integer(range.lowerBound),
      "maximum": .integer(range.upperBound),
    ])
  }

  /// One value.
  package static func constant(_ value: Value) -> JSONSchema { JSONSchema(["const": value]) }

  /// One of these values.
  package static func values(_ values: [Value]) -> JSONSchema {
    JSONSchema(["enum": .list(values)])
  }

  /// One of these words.
  package static func words(_ words: some Sequence<String>) -> JSONSchema {
    values(words.map { .string($0) })
  }

  /// One of the cases of an enumeration.
  package static func words<Word: RawRepresentable<String> & CaseIterable>(
    of type: Word.Type
  ) -> JSONSchema {
    words(type.allCases.map(\.rawValue))
  }

  /// At least one of these.
  package static func any(_ schemas: [JSONSchema]) -> JSONSchema {
    JSONSchema(["anyOf": .list(schemas.map { .schema($0) })])
  }

  /// Exactly one of these.
  package static func one(_ schemas: [JSONSchema]) -> JSONSchema {
    JSONSchema(["oneOf": .list(schemas.map { .schema($0) })])
  }

  /// An array of such elements.
  package static func list(_ element: JSONSchema) -> JSONSchema {
    JSONSchema(["type": .string("array"), "items": .schema(element)])
  }

  /// An object with such members.
  package static func object(
    _ members: [(name: String, schema: JSONSchema)],
    required: [String] = [],
    isClosed: Bool = false
  ) -> JSONSchema {
    var object = JSONSchema([
      "type": .string("object"), "properties": .schema(JSONSchema(schemas: members)),
    ])
    if !required.isEmpty { object = object.with("required", .list(required.map { .string($0) })) }
    return isClosed ? object.with("additionalProperties", .boolean(false)) : object
  }

  /// An object with names of one form and values of another.
  package static func table(names: JSONSchema, values: JSONSchema) -> JSONSchema {
    JSONSchema([
      "type": .string("object"), "propertyNames": .schema(names),
      "additionalProperties": .schema(values),
    ])
  }

  /// What is defined under this name in the document.
  package static func definition(_ name: String) -> JSONSchema {
    JSONSchema(["$ref": .string(referencePrefix + name)])
  }

  /// The same, or null.
  package var orNull: JSONSchema {
    if keywords.count == 1, let (name, value) = keywords.first, case .list(let values) = value {
      if name == "enum" { return .values(values + [.null]) }
      if name == "anyOf" { return JSONSchema(["anyOf": .list(values + [.schema(.null)])]) }
    }
    return .any([self, .null])
  }
}
