/// Judges texts by the data types of a schema: each `<data>` is compiled as a schema of its own.
final class SchemaValues {
  private var compiled: [XMLElement: CompiledSchema?] = [:]

  func accepts(_ text: String, _ type: XMLElement) -> Bool {
    let element = XMLElement("v", attributes: [.init(name: "a", value: text)])
    return schema(of: type)?.refusal(of: element.description) == nil
  }

  private func schema(of type: XMLElement) -> CompiledSchema? {
    if let known = compiled[type] { return known }
    let schema = try? CompiledSchema(
      grammar: """
        <element name="v" xmlns="http://relaxng.org/ns/structure/1.0" \
        datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">\
        <attribute name="a">\(type)</attribute></element>
        """
    )
    compiled.updateValue(schema, forKey: type)
    return schema
  }
}
