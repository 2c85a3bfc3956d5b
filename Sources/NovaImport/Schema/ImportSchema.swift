import VIFModel
import VIFTranslator

extension ImportRequest {
  /// A JSON Schema of the items of input: a bare record, an object around one, or Neutron's list of
  /// ports.
  public static var jsonSchema: String {
    let id = (name: "id", schema: JSONSchema.id)
    let options = (name: "options", schema: JSONSchema.closed(NovaGuest.Key.self).orNull)
    let network = (name: "network", schema: JSONSchema.open(NeutronNetwork.Key.self).orNull)
    let port = (name: "port", schema: ImportRecord.schema)
    let ports = (name: "ports", schema: JSONSchema.list(ImportRecord.schema))
    return JSONSchema.any([
      ImportRecord.schema,
      .object([id, (name: "vif", schema: ImportRecord.schema), options], required: ["vif"]),
      .object([id, port, network, options], required: ["port"]),
      .object([ports], required: ["ports"]),
    ]).document(
      "A record of nova's network_info or a Neutron port, with what is known of its guest"
    )
  }
}

extension ImportRecord {
  /// A record of any kind; what it is, its keys say.
  fileprivate static var schema: JSONSchema {
    let ofRecords = NetworkInfoVIF.Key.allCases.filter(\.isTelling).map(\.rawValue)
    let ofPorts = NeutronPort.Key.allCases.filter(\.isOfPortsOnly).map(\.rawValue)
    return .any([
      .objects(of: VIF.classNames), NetworkInfoVIF.schema.having(oneOf: ofRecords),
      JSONSchema.open(NeutronPort.Key.self).having(oneOf: ofPorts),
    ])
  }
}

extension JSONSchema {
  /// An object of these keys among any others, none of which but the required ones must be there; a
  /// member that is null counts as absent.
  static func open<Key: DescribedKey>(
    _ keys: Key.Type,
    required: Set<Key> = []
  ) -> JSONSchema {
    .object(
      keys.allCases.map { key in
        (name: key.rawValue, schema: required.contains(key) ? key.schema : key.schema.orNull)
      },
      required: keys.allCases.filter { required.contains($0) }.map(\.rawValue)
    )
  }

  /// The same, with at least one of these keys.
  fileprivate func having(oneOf keys: [String]) -> JSONSchema {
    let choices = keys.map { JSONSchema(["required": .list([.string($0)])]) }
    return with("anyOf", .list(choices.map { .schema($0) }))
  }

  /// Any value, of which this is to be known: what is wrong with it counts only where it is needed.
  static func anything(_ description: String) -> JSONSchema {
    JSONSchema(["description": .string(description)])
  }

  /// A truth.
  static let truth = JSONSchema(["type": .string("boolean")])

  /// A whole number, or the decimal text of one.
  static let number = JSONSchema.any([
    .integer(Int64.min...Int64.max), .text("-?[0-9]{1,18}"),
  ])
}
