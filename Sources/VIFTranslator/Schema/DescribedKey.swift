package import VIFModel

/// The keys of a closed object, which also say what may stand behind each of them.
///
/// A key that is added does not compile until it is described, so the schema has what the reader
/// has.
package protocol DescribedKey: RawRepresentable<String>, CaseIterable, Hashable {
  /// What stands behind the key.
  var schema: JSONSchema { get }
}

extension JSONSchema {
  /// An object of these keys, none of which but the required ones must be there; a member that is
  /// null counts as absent.
  package static func closed<Key: DescribedKey>(
    _ keys: Key.Type,
    required: Set<Key> = []
  ) -> JSONSchema {
    .object(
      keys.allCases.map { key in
        (name: key.rawValue, schema: required.contains(key) ? key.schema : key.schema.orNull)
      },
      required: keys.allCases.filter { required.contains($0) }.map(\.rawValue),
      isClosed: true
    )
  }

  /// A value that may stand alone, or in an object under its attribute's name.
  static func attribute(
    _ key: some RawRepresentable<String>,
    _ value: JSONSchema
  ) -> JSONSchema {
    .any([
      value,
      .object(
        [(name: key.rawValue, schema: value)],
        required: [key.rawValue],
        isClosed: true
      ),
    ])
  }

  /// A truth, or libvirt's words for it.
  package static func truth(_ yes: String, _ no: String) -> JSONSchema {
    .values([.boolean(true), .boolean(false), .string(yes), .string(no)])
  }

  /// A truth that libvirt calls so.
  static let yesNo = truth("yes", "no")
  static let onOff = truth("on", "off")

  /// An object in which this key holds something but null.
  static func holding(_ key: some RawRepresentable<String>, _ value: JSONSchema) -> JSONSchema {
    JSONSchema([
      "required": .list([.string(key.rawValue)]),
      "properties": .schema(JSONSchema(schemas: [(name: key.rawValue, schema: value)])),
    ])
  }

  /// An object in which these keys are null or absent.
  static func lacking<Key: RawRepresentable<String>>(_ keys: [Key]) -> JSONSchema {
    JSONSchema([
      "properties": .schema(JSONSchema(schemas: keys.map { (name: $0.rawValue, schema: .null) }))
    ])
  }

  /// Anything but what the schema takes.
  static func not(_ schema: JSONSchema) -> JSONSchema { JSONSchema(["not": .schema(schema)]) }

  /// A whole number of 32 bits.
  static let uint32 = integer(0...Int64(UInt32.max))
}
