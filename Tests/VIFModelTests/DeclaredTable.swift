import VIFModel

extension ClassDeclaration {
  /// The class as a line, and a line for each field.
  var table: String {
    let parent = parentName.map { " < \($0)" } ?? ""
    let head = "\(name) \(history.last.map { "\($0.version)" } ?? "")\(parent)"
    return ([head] + fields.map { "  " + $0.line }).joined(separator: "\n")
  }
}

extension ClassDeclaration.Field {
  fileprivate var line: String {
    "\(name): \(type.documented)\(isNullable ? "?" : "")"
      + (defaultValue.map { " = \($0)" } ?? "")
  }
}

extension FieldType {
  fileprivate var documented: String {
    switch self {
    case .string: "String"
    case .uuid: "UUID"
    case .macAddress: "MACAddress"
    case .pciAddress: "PCIAddress"
    case .boolean: "Boolean"
    case .integer: "Integer"
    case .ipAddress: "IPAddress"
    case .ipNetwork: "IPNetwork"
    case .enumeration(_, let words): words.joined(separator: "|")
    case .object(let classes): classes[0] + (classes.count > 1 ? "+" : "")
    case .list(let element): "list of \(element.documented)"
    }
  }
}
