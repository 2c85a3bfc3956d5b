/// Judges texts by the data types of a schema: each `<data>` is compiled as a schema of its own.
final class SchemaValues {
  private var compiled: [XMLElement: CompiledSchema?] = [:]

  func accepts(_ text: String, _ type: XMLElement) -> Bool {
    schema(of: type)?.refusal(of: XMLElement("v", text: text).description) == nil
  }

  private func schema(of type: XMLElement) -> CompiledSchema? {
    if let known = compiled[type] { return known }
    let schema = try? CompiledSchema(
      grammar: """
        <element name="v" xmlns="http://relaxng.org/ns/structure/1.0" \
        datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">\(type)</element>
        """
    )
    compiled.updateValue(schema, forKey: type)
    return schema
  }
}
