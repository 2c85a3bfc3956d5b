import Diagnostics

extension ClassDeclaration {
  /// A JSON Schema of the class's primitives, with the classes of the objects inside.
  public var jsonSchema: String { reference.document("\(name), an os-vif primitive") }

  /// A reference to the class's definition.
  private var reference: JSONSchema { .definition(name) }

  /// The schema of the class's primitives.
  ///
  /// As for the readers, fields and keys that are not known may stand there, and a version says
  /// nothing of the fields.
  var schema: JSONSchema {
    .object(
      [
        (name: "versioned_object.name", schema: .constant(.string(name))),
        (name: "versioned_object.namespace", schema: .constant(.string(Envelope.namespace))),
        (name: "versioned_object.version", schema: .words(readableVersions.map(\.description))),
        (name: "versioned_object.changes", schema: .list(.text())),
        (
          name: "versioned_object.data",
          schema: .object(fields.map { (name: $0.name, schema: $0.schema) })
        ),
      ],
      required: ["name", "namespace", "version", "data"].map { "versioned_object.\($0)" }
    )
  }

  /// The versions that senders write and readers take, oldest first.
  private var readableVersions: [ObjectVersion] {
    (history.map(\.version) + withdrawnVersions).sorted()
  }
}

extension ClassDeclaration.Field {
  fileprivate var schema: JSONSchema {
    var schema = isNullable || defaultValue != nil ? type.schema.orNull : type.schema
    if let defaultValue { schema = schema.with("default", .boolean(defaultValue)) }
    guard since.minor > 0 else { return schema }
    return schema.with("description", .string("since version \(since)"))
  }
}

extension FieldType {
  fileprivate var schema: JSONSchema {
    switch self {
    case .string: .text()
    case .uuid: TextForm.uuid.reference
    case .macAddress: TextForm.mac.reference
    case .pciAddress: TextForm.pci.reference
    case .boolean: JSONSchema(["type": .string("boolean")])
    case .integer: .integer(Int64.min...Int64.max)
    case .ipAddress: TextForm.ip.reference
    case .ipNetwork: TextForm.ipNetwork.reference
    case .enumeration(_, let words): .words(words)
    case .object(let classes): .objects(of: classes)
    case .list(let element): .list(element.schema)
    }
  }
}

extension JSONSchema {
  /// A primitive of one of these classes.
  package static func objects(of classes: [String]) -> JSONSchema {
    classes.count == 1 ? .definition(classes[0]) : .one(classes.map { .definition($0) })
  }
}
