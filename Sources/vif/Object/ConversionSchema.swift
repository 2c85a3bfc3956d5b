import JSONText
import VIFModel

extension ObjectConversion {
  /// A JSON Schema of the items of input: a bare primitive of any class, or an object around one.
  static var jsonSchema: String {
    let classes = OSVIFObject.declarations.map(\.name)
    let version = JSONSchema.text(#"[0-9]+(?:\.[0-9]+){0,2}"#)
    let wrapper = JSONSchema.object(
      [
        (name: "id", schema: .id),
        (name: "primitive", schema: .objects(of: classes)),
        (name: "target_version", schema: version.orNull),
        (
          name: "manifest",
          schema: JSONSchema.table(names: .words(classes), values: version).orNull
        ),
      ],
      required: ["primitive"]
    )
    return JSONSchema.any([.objects(of: classes), wrapper])
      .document("An os-vif primitive, with the versions that are asked for")
  }
}
