package import VIFModel

/// Objects of every class in which every field is set.
extension ClassDeclaration {
  /// A primitive of the newest version.
  package var fullPrimitive: String {
    let members = fields.map { "\"\($0.name)\":\($0.type.sample)" }
    return primitive(data: members.joined(separator: ","))
  }

  /// A primitive of the newest version with these members in its data.
  package func primitive(data: String) -> String {
    let version = history.last.map { "\($0.version)" } ?? ""
    return """
      {"versioned_object.name":"\(name)","versioned_object.namespace":"os_vif",\
      "versioned_object.version":"\(version)","versioned_object.data":{\(data)}}
      """
  }
}

extension FieldType {
  /// A value, as JSON; truths are those that are no field's default.
  fileprivate var sample: String {
    switch self {
    case .string: #""text""#
    case .uuid: #""07bd6cea-fb37-4594-b769-90fc51854ee9""#
    case .macAddress: #""fa:16:3e:00:00:01""#
    case .pciAddress: #""0000:0a:1f.7""#
    case .boolean: "true"
    case .integer: "7"
    case .ipAddress: #""10.0.0.7""#
    case .ipNetwork: #""10.0.0.0/24""#
    case .enumeration(_, let words): "\"\(words.last ?? "")\""
    case .list(let element): "[\(element.sample)]"
    case .object(let classes):
      // The second of a family has more fields than its base class.
      OSVIFObject.declarations.first { $0.name == classes.prefix(2).last }?.fullPrimitive ?? ""
    }
  }
}
